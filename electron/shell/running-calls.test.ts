import { describe, expect, it } from 'vitest'
import { runningCalls } from './running-calls.ts'

describe('calls that still run', () => {
  it('are waited for, also those that fail', async () => {
    const calls = runningCalls()
    const first = Promise.withResolvers<string>()
    const second = Promise.withResolvers<string>()
    const saved = calls.run(() => first.promise)
    const broken = calls.run(() => second.promise)
    let idle = false
    const waiting = calls.idle().then(() => { idle = true })
    first.resolve('saved')
    expect(await saved).toBe('saved')
    expect([calls.count, idle]).toEqual([1, false])
    second.reject(new Error('full disk'))
    await expect(broken).rejects.toThrow('full disk')
    await waiting
    expect([calls.count, idle]).toEqual([0, true])
  })

  it('are over at once when there are none', async () => {
    await expect(runningCalls().idle()).resolves.toBeUndefined()
  })
})
