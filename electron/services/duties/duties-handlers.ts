import type { dutiesRoutes } from '../../../shared/contract/duties.ts'
import type { Handlers } from '../../dispatch/context.ts'
import { dueIn, dutyStudios, explainCell, matrixOf, termsOf } from './duties-service.ts'
import { dutiesOfPerson } from './person-duties.ts'

export const dutiesHandlers: Handlers<typeof dutiesRoutes> = {
  'duties.studios': (ctx) => dutyStudios(ctx),
  'duties.matrix': (ctx, { studioId, termKey }) => matrixOf(ctx, studioId, termKey),
  'duties.terms': (ctx, { studioId, termKey, column }) => termsOf(ctx, studioId, termKey, column),
  'duties.explain': (ctx, input) => explainCell(ctx, input),
  'duties.ofPerson': (ctx, { personId, termKey }) => dutiesOfPerson(ctx, personId, termKey),
  'duties.due': (ctx, { studioId, apart, comingUntil }) => dueIn(ctx, studioId, { apart, comingUntil }),
}
