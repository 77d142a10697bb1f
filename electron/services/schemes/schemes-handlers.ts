import type { schemesRoutes } from '../../../shared/contract/schemes.ts'
import type { Handlers } from '../../dispatch/context.ts'
import { chooseSetting, listSchemes, summaryOf } from './schemes-service.ts'

export const schemesHandlers: Handlers<typeof schemesRoutes> = {
  'schemes.list': (ctx) => listSchemes(ctx),
  'schemes.get': (ctx, { code, version }) => summaryOf(ctx, { schemeCode: code, schemeVersion: version }),
  'schemes.choose': (ctx, input) => chooseSetting(ctx, input),
}
