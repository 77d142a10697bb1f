import type { studiosRoutes } from '../../../shared/contract/studios.ts'
import type { Handlers } from '../../dispatch/context.ts'
import { addMembers, endMemberships, previewMembers, voidMembership } from './memberships-service.ts'
import { moveScheme, previewSchemeMove, withdrawMove } from './move-scheme.ts'
import { bringBackStudio, createStudio, removeCycle, removeStudio, saveCycle, saveStudio } from './studio-records.ts'
import { studioRecord, studioRows } from './studio-views.ts'

export const studiosHandlers: Handlers<typeof studiosRoutes> = {
  'studios.list': (ctx, { removed }) => studioRows(ctx, removed),
  'studios.get': (ctx, { id }) => studioRecord(ctx, id),
  'studios.create': (ctx, input) => ({ id: createStudio(ctx, input) }),
  'studios.save': (ctx, input) => {
    saveStudio(ctx, input)
    return {}
  },
  'studios.previewScheme': (ctx, { id, ...to }) => previewSchemeMove(ctx, id, to, to.fromOn),
  'studios.moveScheme': (ctx, input) => {
    moveScheme(ctx, input)
    return {}
  },
  'studios.withdrawMove': (ctx, input) => {
    withdrawMove(ctx, input)
    return {}
  },
  'studios.remove': (ctx, input) => {
    removeStudio(ctx, input)
    return {}
  },
  'studios.bringBack': (ctx, { id }) => {
    bringBackStudio(ctx, id)
    return {}
  },
  'studios.saveCycle': (ctx, input) => saveCycle(ctx, input),
  'studios.removeCycle': (ctx, input) => {
    removeCycle(ctx, input)
    return {}
  },
  'studios.previewMembers': (ctx, input) => previewMembers(ctx, input),
  'studios.addMembers': (ctx, input) => ({ added: addMembers(ctx, input) }),
  'studios.endMemberships': (ctx, input) => ({ ended: endMemberships(ctx, input) }),
  'studios.voidMembership': (ctx, input) => {
    voidMembership(ctx, input)
    return {}
  },
}
