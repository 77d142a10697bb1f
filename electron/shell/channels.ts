/** The names under which the page and the main process speak; the preload lets nothing else through. */
export const channels = {
  call: 'xingtan:call',
  upload: 'xingtan:upload',
  save: 'xingtan:save',
  openSaved: 'xingtan:open-saved',
  print: 'xingtan:print',
  event: 'xingtan:event',
} as const

/** What the shell tells the page: `locked` when the computer is locked or goes to sleep, `saving` when closing waits for a save. */
export const shellEvents = ['locked', 'saving'] as const
export type ShellEvent = (typeof shellEvents)[number]
