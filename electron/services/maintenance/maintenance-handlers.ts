import type { maintenanceRoutes } from '../../../shared/contract/maintenance.ts'
import type { Handlers } from '../../dispatch/context.ts'
import { backUpNow, listBackups, restore, saveBackup } from './backup-service.ts'
import { checkHealth } from './check-health.ts'

export const maintenanceHandlers: Handlers<typeof maintenanceRoutes> = {
  'maintenance.listBackups': (ctx) => ({ folder: ctx.folder.layout.backups, rows: listBackups(ctx) }),
  'maintenance.backUpNow': (ctx) => backUpNow(ctx),
  'maintenance.saveBackup': (ctx, { name }) => saveBackup(ctx, name),
  'maintenance.checkHealth': (ctx) => checkHealth(ctx.folder.sqlite, ctx.db, ctx.folder.layout.files),
  'maintenance.restore': async (ctx, { name }) => ({ notice: await restore(ctx, name) }),
}
