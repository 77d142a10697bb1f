import type { Session } from 'electron'

/**
 * No permission is given, whatever is asked and whoever asks: the program needs no camera, place, device or notice. (Copying
 * to Excel goes by the page's `copy` event, which needs none.)
 */
export function isPermitted(): boolean {
  return false
}

export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => { answer(isPermitted()) })
  session.setPermissionCheckHandler(() => isPermitted())
  session.setDevicePermissionHandler(() => isPermitted())
  session.setDisplayMediaRequestHandler((_request, answer) => { answer(null) })
  session.on('will-download', (event) => { event.preventDefault() })
}
