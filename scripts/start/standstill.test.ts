import { describe, expect, it } from 'vitest'
import { watchStandstill } from './standstill.ts'

const watch = () => watchStandstill({ limitMs: 20_000, leastBytes: 64_000, now: 0 })

describe('a download that stands still', () => {
  it('is given up when nothing ever comes', () => {
    const download = watch()
    expect([download.hasStopped(19_999), download.hasStopped(20_000)]).toEqual([false, true])
  })

  it('is waited for as long as it gets on, however long that takes', () => {
    const download = watch()
    for (let second = 1; second <= 3600; second += 1) {
      download.progress(second * 5_000, second * 1000)
      expect(download.hasStopped(second * 1000)).toBe(false)
    }
    expect(download.hasStopped(3_700_000)).toBe(true)
  })

  it('is given up when it only drips', () => {
    const download = watch()
    for (let second = 1; second <= 20; second += 1) download.progress(second * 100, second * 1000)
    expect(download.hasStopped(20_000)).toBe(true)
  })

  it('gets its time again when it is begun anew', () => {
    const download = watch()
    download.progress(70_000, 10_000)
    download.progress(10, 25_000)
    expect(download.hasStopped(40_000)).toBe(false)
  })
})
