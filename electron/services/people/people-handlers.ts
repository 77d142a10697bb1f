import type { peopleRoutes } from '../../../shared/contract/people.ts'
import type { Handlers } from '../../dispatch/context.ts'
import { exportPeople } from './export-people.ts'
import { fillField } from './fill-field.ts'
import { importRoster } from './import-roster.ts'
import { listChoices, listPeople } from './list-people.ts'
import { readablePerson, searchPeople } from './people-service.ts'
import { bringBackPerson, listRemoved, removePerson, revealNumber } from './person-lifecycle.ts'
import { previewRoster } from './preview-roster.ts'
import { photoDataUrl } from './person-photo.ts'
import { personRecordOf } from './person-record.ts'
import { stopReading } from './read-roster-file.ts'
import { listImports } from './roster-imports.ts'
import { rosterTemplate } from './roster-template.ts'
import { savePerson } from './save-person.ts'
import { undoImport, undoPreview } from './undo-import.ts'

export const peopleHandlers: Handlers<typeof peopleRoutes> = {
  'people.search': (ctx, { query, limit }) => ({ rows: searchPeople(ctx, query, limit) }),
  'people.list': (ctx, input) => listPeople(ctx, input),
  'people.choices': (ctx) => listChoices(ctx),
  'people.export': (ctx, input) => exportPeople(ctx, input),
  'people.get': (ctx, { id }) => personRecordOf(ctx, id),
  'people.save': (ctx, input) => savePerson(ctx, input),
  'people.fill': (ctx, input) => {
    fillField(ctx, input)
    return {}
  },
  'people.photo': (ctx, { id }) => ({ dataUrl: photoDataUrl(ctx, readablePerson(ctx, id)) }),
  'people.reveal': (ctx, { id, field }) => ({ value: revealNumber(ctx, id, field) }),
  'people.remove': (ctx, { id, revision, reason }) => {
    removePerson(ctx, id, revision, reason)
    return {}
  },
  'people.bringBack': (ctx, { id }) => {
    bringBackPerson(ctx, id)
    return {}
  },
  'people.removed': (ctx, { offset, limit }) => listRemoved(ctx, offset, limit),
  'people.readRoster': (ctx, input) => previewRoster(ctx, input),
  'people.stopReading': (ctx) => {
    stopReading(ctx)
    return {}
  },
  'people.rosterTemplate': (ctx) => rosterTemplate(ctx),
  'people.importRoster': (ctx, input) => importRoster(ctx, input),
  'people.imports': (ctx) => ({ rows: listImports(ctx.db) }),
  'people.undoPreview': (ctx, { id }) => undoPreview(ctx.db, id),
  'people.undoImport': (ctx, { id }) => undoImport(ctx, id),
}
