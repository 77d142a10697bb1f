import type { schemesRoutes } from '../../../shared/contract/schemes.ts'
import type { Handlers } from '../../dispatch/context.ts'
import { copyToDraft, discardDraft, openDraft, putInForce, resumeVersion, retireVersion, saveDraft } from './draft-schemes.ts'
import { exportScheme, importScheme } from './scheme-exchange.ts'
import { openScheme, schemeLibrary } from './scheme-library.ts'
import { chooseSetting, listSchemes, summaryOf } from './schemes-service.ts'

export const schemesHandlers: Handlers<typeof schemesRoutes> = {
  'schemes.list': (ctx) => listSchemes(ctx),
  'schemes.get': (ctx, { code, version }) => summaryOf(ctx, { schemeCode: code, schemeVersion: version }),
  'schemes.library': (ctx) => schemeLibrary(ctx),
  'schemes.open': (ctx, { code, version }) => openScheme(ctx, code, version),
  'schemes.copy': (ctx, input) => ({ id: copyToDraft(ctx, input) }),
  'schemes.draft': (ctx, { id }) => openDraft(ctx, id),
  'schemes.saveDraft': (ctx, input) => ({ revision: saveDraft(ctx, input) }),
  'schemes.discardDraft': (ctx, input) => {
    discardDraft(ctx, input)
    return {}
  },
  'schemes.putInForce': (ctx, input) => putInForce(ctx, input),
  'schemes.retire': (ctx, input) => {
    retireVersion(ctx, input)
    return {}
  },
  'schemes.resume': (ctx, input) => {
    resumeVersion(ctx, input)
    return {}
  },
  'schemes.export': (ctx, { code, version }) => exportScheme(ctx, code, version),
  'schemes.import': (ctx, { file }) => importScheme(ctx, file),
  'schemes.choose': (ctx, input) => chooseSetting(ctx, input),
}
