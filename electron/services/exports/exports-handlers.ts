import type { exportsRoutes } from '../../../shared/contract/exports.ts'
import type { Handlers } from '../../dispatch/context.ts'
import { outgoingSheet } from './exports-service.ts'

export const exportsHandlers: Handlers<typeof exportsRoutes> = {
  'exports.list': (ctx, { title, columns, rows }) => outgoingSheet(ctx, title, { title, columns, rows }),
}
