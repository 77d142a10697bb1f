/** A list under the switch of views ends where the window ends. */
export const listHeight = 'calc(100vh - 298px)'
