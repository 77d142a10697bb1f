import type { routes } from '../../shared/contract/routes.ts'
import { accountsHandlers } from '../services/accounts/accounts-handlers.ts'
import { activitiesHandlers, activityFilingHandlers, activitySeriesHandlers, activityThemesHandlers } from '../services/activities/activities-handlers.ts'
import { auditHandlers } from '../services/audit/audit-handlers.ts'
import { documentsHandlers } from '../services/documents/documents-handlers.ts'
import { dutiesHandlers } from '../services/duties/duties-handlers.ts'
import { exportsHandlers } from '../services/exports/exports-handlers.ts'
import { maintenanceHandlers } from '../services/maintenance/maintenance-handlers.ts'
import { inspectionsHandlers } from '../services/inspections/inspections-handlers.ts'
import { ledgerHandlers } from '../services/ledger/ledger-handlers.ts'
import { outcomesHandlers } from '../services/outcomes/outcomes-handlers.ts'
import { peopleHandlers } from '../services/people/people-handlers.ts'
import { schemesHandlers } from '../services/schemes/schemes-handlers.ts'
import { schoolHandlers } from '../services/school/school-handlers.ts'
import { shiftsHandlers } from '../services/shifts/shifts-handlers.ts'
import { studiosHandlers } from '../services/studios/studios-handlers.ts'
import type { Handlers } from './context.ts'

/** One handler for each route of the contract; a missing or a wrongly typed one does not compile. */
export const handlers: Handlers<typeof routes> = {
  ...accountsHandlers,
  ...activitiesHandlers,
  ...activityFilingHandlers,
  ...activitySeriesHandlers,
  ...activityThemesHandlers,
  ...auditHandlers,
  ...documentsHandlers,
  ...dutiesHandlers,
  ...exportsHandlers,
  ...inspectionsHandlers,
  ...maintenanceHandlers,
  ...ledgerHandlers,
  ...outcomesHandlers,
  ...peopleHandlers,
  ...schemesHandlers,
  ...schoolHandlers,
  ...shiftsHandlers,
  ...studiosHandlers,
}
