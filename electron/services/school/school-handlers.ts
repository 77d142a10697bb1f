import type { schoolRoutes } from '../../../shared/contract/school.ts'
import type { Handlers } from '../../dispatch/context.ts'
import { listHolidays, listTerms, removeHoliday, saveHoliday, saveTerm, termAround } from './calendar-service.ts'
import { folderChoices, useFolder } from './data-folder-service.ts'
import { firstStart } from './first-start.ts'
import { logoDataUrl, readSettings, saveSchoolFacts, saveSettings, schoolFactsOf } from './school-service.ts'

export const schoolHandlers: Handlers<typeof schoolRoutes> = {
  'school.folderChoices': (ctx) => folderChoices(ctx),
  'school.useFolder': async (ctx, { id }) => {
    await useFolder(ctx, id)
    return {}
  },
  'school.firstStart': async (ctx, input) => ({ recoveryCode: await firstStart(ctx, input) }),
  'school.facts': (ctx) => schoolFactsOf(ctx),
  'school.saveFacts': (ctx, { facts, logo }) => {
    saveSchoolFacts(ctx, facts, logo)
    return {}
  },
  'school.logo': (ctx) => ({ dataUrl: logoDataUrl(ctx) }),
  'school.settings': (ctx) => readSettings(ctx.db),
  'school.saveSettings': (ctx, input) => {
    saveSettings(ctx, input)
    return {}
  },
  'school.calendar': (ctx) => {
    const terms = listTerms(ctx.db)
    return { terms, holidays: listHolidays(ctx.db), currentTermKey: termAround(terms, ctx.clock.today())?.key ?? null, today: ctx.clock.today() }
  },
  'school.saveTerm': (ctx, input) => ({ warnings: saveTerm(ctx, input) }),
  'school.saveHoliday': (ctx, input) => saveHoliday(ctx, input),
  'school.removeHoliday': (ctx, { id }) => {
    removeHoliday(ctx, id)
    return {}
  },
}
