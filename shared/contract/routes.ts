import type { z } from 'zod'
import { accountsRoutes } from './accounts.ts'
import { activitiesRoutes } from './activities.ts'
import { activityFilingRoutes } from './activity-filing.ts'
import { activitySeriesRoutes } from './activity-series.ts'
import { activityThemesRoutes } from './activity-themes.ts'
import { auditRoutes } from './audit.ts'
import { documentsRoutes } from './documents.ts'
import { dutiesRoutes } from './duties.ts'
import { exportsRoutes } from './exports.ts'
import { inspectionsRoutes } from './inspections.ts'
import { maintenanceRoutes } from './maintenance.ts'
import { ledgerRoutes } from './ledger.ts'
import { outcomesRoutes } from './outcomes.ts'
import { peopleRoutes } from './people.ts'
import { schemesRoutes } from './schemes.ts'
import { schoolRoutes } from './school.ts'
import { shiftsRoutes } from './shifts.ts'
import { studiosRoutes } from './studios.ts'

/** Every way into the program, by name. A new area adds its line here and in `electron/dispatch/handlers.ts`. */
export const routes = {
  ...accountsRoutes,
  ...activitiesRoutes,
  ...activityFilingRoutes,
  ...activitySeriesRoutes,
  ...activityThemesRoutes,
  ...auditRoutes,
  ...documentsRoutes,
  ...dutiesRoutes,
  ...exportsRoutes,
  ...inspectionsRoutes,
  ...maintenanceRoutes,
  ...ledgerRoutes,
  ...outcomesRoutes,
  ...peopleRoutes,
  ...schemesRoutes,
  ...schoolRoutes,
  ...shiftsRoutes,
  ...studiosRoutes,
}

export type RouteName = keyof typeof routes
export type InputOf<N extends RouteName> = z.input<(typeof routes)[N]['input']>
export type OutputOf<N extends RouteName> = z.output<(typeof routes)[N]['output']>
