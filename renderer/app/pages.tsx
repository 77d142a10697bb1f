import { lazy, Suspense } from 'react'
import { Spin } from 'antd'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import type { Permission } from '../../shared/domain/accounts/permissions.ts'
import type { WayBack } from './escape.ts'
import { Frame } from './frame.tsx'
import { LostPage } from './lost-page.tsx'
import { RefusedPage } from './refused-page.tsx'
import { useStanding } from './standing.tsx'

const FundPage = lazy(async () => ({ default: (await import('../features/ledger/fund-page.tsx')).FundPage }))
const LedgerPage = lazy(async () => ({ default: (await import('../features/ledger/ledger-page.tsx')).LedgerPage }))
const WorkbenchPage = lazy(async () => ({ default: (await import('../features/workbench/workbench-page.tsx')).WorkbenchPage }))
const StudiosPage = lazy(async () => ({ default: (await import('../features/studios/studios-page.tsx')).StudiosPage }))
const NewStudioPage = lazy(async () => ({ default: (await import('../features/studios/new-studio-page.tsx')).NewStudioPage }))
const StudioPage = lazy(async () => ({ default: (await import('../features/studios/studio-page.tsx')).StudioPage }))
const EditStudioPage = lazy(async () => ({ default: (await import('../features/studios/edit-studio-page.tsx')).EditStudioPage }))
const ActivitiesPage = lazy(async () => ({ default: (await import('../features/activities/activities-page.tsx')).ActivitiesPage }))
const NewActivityPage = lazy(async () => ({ default: (await import('../features/activities/activity-page.tsx')).NewActivityPage }))
const ActivityPage = lazy(async () => ({ default: (await import('../features/activities/activity-page.tsx')).ActivityPage }))
const AuditPage = lazy(async () => ({ default: (await import('../features/audit/audit-page.tsx')).AuditPage }))
const SettingsPage = lazy(async () => ({ default: (await import('./settings-page.tsx')).SettingsPage }))
const PeoplePage = lazy(async () => ({ default: (await import('../features/people/people-page.tsx')).PeoplePage }))
const NewPersonPage = lazy(async () => ({ default: (await import('../features/people/person-page.tsx')).NewPersonPage }))
const PersonPage = lazy(async () => ({ default: (await import('../features/people/person-page.tsx')).PersonPage }))
const RemovedPeoplePage = lazy(async () => ({ default: (await import('../features/people/removed-people-page.tsx')).RemovedPeoplePage }))
const RosterPage = lazy(async () => ({ default: (await import('../features/people/roster-page.tsx')).RosterPage }))
const RosterImportsPage = lazy(async () => ({ default: (await import('../features/people/roster-imports-page.tsx')).RosterImportsPage }))
const DutiesPage = lazy(async () => ({ default: (await import('../features/duties/duties-page.tsx')).DutiesPage }))
const SchemesPage = lazy(async () => ({ default: (await import('../features/schemes/schemes-page.tsx')).SchemesPage }))
const SchemePage = lazy(async () => ({ default: (await import('../features/schemes/scheme-page.tsx')).SchemePage }))
const DraftPage = lazy(async () => ({ default: (await import('../features/schemes/draft-page.tsx')).DraftPage }))
const OutcomesPage = lazy(async () => ({ default: (await import('../features/outcomes/outcomes-page.tsx')).OutcomesPage }))
const NewOutcomePage = lazy(async () => ({ default: (await import('../features/outcomes/outcome-page.tsx')).NewOutcomePage }))
const QuickOutcomesPage = lazy(async () => ({ default: (await import('../features/outcomes/quick-outcomes-page.tsx')).QuickOutcomesPage }))
const OutcomePage = lazy(async () => ({ default: (await import('../features/outcomes/outcome-page.tsx')).OutcomePage }))
const ShiftsPage = lazy(async () => ({ default: (await import('../features/shifts/shifts-page.tsx')).ShiftsPage }))
const InspectionsPage = lazy(async () => ({ default: (await import('../features/inspections/inspections-page.tsx')).InspectionsPage }))
const RemovedInspectionsPage = lazy(async () => ({ default: (await import('../features/inspections/removed-inspections-page.tsx')).RemovedInspectionsPage }))
const InspectionPage = lazy(async () => ({ default: (await import('../features/inspections/inspection-page.tsx')).InspectionPage }))
const DocumentsPage = lazy(async () => ({ default: (await import('../features/documents/documents-page.tsx')).DocumentsPage }))

const waiting = <div style={{ padding: 48, textAlign: 'center' }}><Spin /></div>

/** @param may what it takes to see the page at all; whoever lacks it is told so before anything of the page is drawn */
const page = (element: React.ReactNode, may?: Permission) => (
  <MayOpen may={may}><Suspense fallback={waiting}>{element}</Suspense></MayOpen>
)

function MayOpen({ may, children }: { readonly may: Permission | undefined; readonly children: React.ReactNode }) {
  const { me } = useStanding()
  return may === undefined || me.permissions.includes(may) ? children : <RefusedPage />
}

/** Where Esc leads from a page. */
const backTo = (back: string): WayBack => ({ back })

/** Every page by its path, and where Esc leads from it; each area's pages load when they are first opened. */
const router = createBrowserRouter([
  {
    element: <Frame />,
    errorElement: <LostPage />,
    children: [
      { path: '/', element: page(<WorkbenchPage />) },
      { path: '/studios', element: page(<StudiosPage />, 'studios.read') },
      { path: '/studios/new', handle: backTo('/studios'), element: page(<NewStudioPage />, 'studios.write') },
      { path: '/studios/:id', handle: backTo('/studios'), element: page(<StudioPage />, 'studios.read') },
      { path: '/studios/:id/edit', handle: backTo('/studios/:id'), element: page(<EditStudioPage />, 'studios.write') },
      { path: '/activities', element: page(<ActivitiesPage />, 'activities.read') },
      { path: '/activities/new', handle: backTo('/activities'), element: page(<NewActivityPage />, 'activities.write') },
      { path: '/activities/:id', handle: backTo('/activities'), element: page(<ActivityPage />, 'activities.read') },
      { path: '/audit', element: page(<AuditPage />, 'audit.read') },
      { path: '/settings', element: page(<SettingsPage />) },
      { path: '/ledger', element: page(<LedgerPage />, 'ledger.read') },
      { path: '/ledger/:studioId', handle: backTo('/ledger'), element: page(<FundPage />, 'ledger.read') },
      { path: '/people', element: page(<PeoplePage />, 'people.read') },
      { path: '/people/new', handle: backTo('/people'), element: page(<NewPersonPage />, 'people.write') },
      { path: '/people/removed', handle: backTo('/people'), element: page(<RemovedPeoplePage />, 'people.write') },
      { path: '/people/import', handle: backTo('/people'), element: page(<RosterPage />, 'people.import') },
      { path: '/people/imports', handle: backTo('/people'), element: page(<RosterImportsPage />, 'people.import') },
      { path: '/people/:id', handle: backTo('/people'), element: page(<PersonPage />, 'people.read') },
      { path: '/duties', element: page(<DutiesPage />, 'duties.read') },
      { path: '/schemes', element: page(<SchemesPage />) },
      { path: '/schemes/drafts/:id', handle: backTo('/schemes'), element: page(<DraftPage />) },
      { path: '/schemes/:code/:version', handle: backTo('/schemes'), element: page(<SchemePage />) },
      { path: '/outcomes', element: page(<OutcomesPage />, 'outcomes.read') },
      { path: '/outcomes/new', handle: backTo('/outcomes'), element: page(<NewOutcomePage />, 'outcomes.write') },
      { path: '/outcomes/quick', handle: backTo('/outcomes'), element: page(<QuickOutcomesPage />, 'outcomes.write') },
      { path: '/outcomes/:id', handle: backTo('/outcomes'), element: page(<OutcomePage />, 'outcomes.read') },
      { path: '/shifts', element: page(<ShiftsPage />, 'shifts.read') },
      { path: '/inspections', element: page(<InspectionsPage />, 'inspections.read') },
      { path: '/inspections/removed', handle: backTo('/inspections'), element: page(<RemovedInspectionsPage />, 'inspections.write') },
      { path: '/inspections/:id', handle: backTo('/inspections'), element: page(<InspectionPage />, 'inspections.read') },
      { path: '/documents', element: page(<DocumentsPage />, 'documents.make') },
      { path: '*', element: <LostPage /> },
    ],
  },
])

/** Leaves the page that is open: whoever signs in next begins on the workbench, not where the former person was. */
export function leaveForFirstPage(): void {
  void router.navigate('/', { replace: true })
}

export function Pages() {
  return <RouterProvider router={router} />
}
