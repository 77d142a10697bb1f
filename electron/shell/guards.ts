import { app, type Session } from 'electron'
import { guardNewWindows } from './security/external-links.ts'
import { guardNavigation } from './security/navigation.ts'
import { stayOffTheNetwork } from './security/network.ts'
import { denyPermissions } from './security/permissions.ts'

/** Before the app is ready: every page that will ever exist in this process is guarded the moment it is made. */
export function guardEveryPage(): void {
  app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => {
    guardNavigation(contents)
    guardNewWindows(contents)
  })
}

/** Once the app is ready: what the pages' session may do. */
export function guardSession(session: Session): void {
  denyPermissions(session)
  stayOffTheNetwork(session)
}
