import type { documentsRoutes } from '../../../shared/contract/documents.ts'
import { roleMay } from '../../../shared/domain/accounts/permissions.ts'
import type { Handlers } from '../../dispatch/context.ts'
import { downloadDocument, listDocuments, openDocumentFolder, subjectChoices } from './documents-service.ts'
import { formCards, previewInFull, previewOf } from './gather-service.ts'
import { batchProgress, cancelBatch, makeBatch, makeDocument, outgoing } from './make-service.ts'

export const documentsHandlers: Handlers<typeof documentsRoutes> = {
  'documents.forms': (ctx) => ({ forms: formCards(ctx), mayShowNumbers: roleMay(ctx.actor.role, 'people.reveal') }),
  'documents.subjects': (ctx, input) => subjectChoices(ctx, input),
  'documents.preview': (ctx, subject) => previewOf(ctx, subject),
  'documents.previewInFull': (ctx, subject) => previewInFull(ctx, subject),
  'documents.make': async (ctx, { numbers, ...subject }) => {
    const made = await makeDocument(ctx, subject, numbers)
    return { made: made.made, file: outgoing(ctx, made) }
  },
  'documents.makeBatch': (ctx, { numbers, batchId, personIds, ...subject }) => makeBatch(ctx, batchId, subject, personIds, numbers),
  'documents.batchProgress': (ctx, { batchId }) => batchProgress(ctx, batchId),
  'documents.cancelBatch': (ctx, { batchId }) => ({ running: cancelBatch(ctx, batchId) }),
  'documents.list': (ctx, input) => listDocuments(ctx, input),
  'documents.openFolder': async (ctx, { id }) => ({ shown: await openDocumentFolder(ctx, id) }),
  'documents.download': (ctx, { id }) => downloadDocument(ctx, id),
}
