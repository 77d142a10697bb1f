import { describe, expect, it } from 'vitest'
import { chooseShell, howToFetchLater, type Situation } from './choose-shell.ts'

const office: Situation = {
  forced: null, open: true, hasDisplay: true, isRoot: false, electronPresent: true, lastFailure: null,
}

describe('which shell the program starts in', () => {
  it.each<[string, Partial<Situation>, string]>([
    ['Electron where it stands', {}, 'electron'],
    ['Electron where it stands, whatever failed before', { lastFailure: '超时' }, 'electron'],
    ['an attempt to fetch it the first time', { electronPresent: false }, 'fetch'],
    ['the browser after a failed attempt, without waiting again', { electronPresent: false, lastFailure: '超时' }, 'browser'],
    ['a new attempt when it is asked for', { electronPresent: false, lastFailure: '超时', forced: 'electron' }, 'fetch'],
    ['the browser when it is asked for', { forced: 'browser' }, 'browser'],
    ['the browser when no window is wanted', { open: false }, 'browser'],
    ['the browser without a desktop, and nothing is fetched', { hasDisplay: false, electronPresent: false, forced: 'electron' }, 'browser'],
    ['the browser for root, whom the sandbox refuses', { isRoot: true }, 'browser'],
  ])('%s', (_name, differs, shell) => {
    expect(chooseShell({ ...office, ...differs }).shell).toBe(shell)
  })

  it('always says why', () => {
    for (const forced of ['browser', 'electron', null] as const) {
      for (const open of [true, false]) {
        const choice = chooseShell({ ...office, forced, open })
        if (choice.shell !== 'fetch') expect(choice.why).not.toBe('')
      }
    }
    expect(chooseShell({ ...office, electronPresent: false, lastFailure: '20 秒没有进展' })).toMatchObject({ why: expect.stringContaining('20 秒没有进展') })
    expect(howToFetchLater).toContain('ELECTRON_MIRROR')
  })
})
