import { describe, expect, it } from 'vitest'
import { progressText } from './get-electron.ts'

describe('how far the download is', () => {
  it('is told in megabytes, and in per cent where the size is known', () => {
    expect(progressText({ step: 'downloading', bytes: 52_428_800, total: 104_857_600 })).toBe('  50.0 / 100.0 MB（50%）')
    expect(progressText({ step: 'downloading', bytes: 1_048_576, total: null })).toBe('  1.0 MB')
    expect(progressText({ step: 'unpacking' })).toContain('解压')
  })
})
