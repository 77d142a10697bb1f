import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseLaunchOptions } from './launch-options.ts'

const usual = { data: null, demo: false, browser: false, electron: false, open: true, port: null }

describe('what was asked for at the start', () => {
  it('is the usual start when nothing was asked for', () => {
    expect(parseLaunchOptions([])).toEqual({ options: usual, unknown: [] })
  })

  it.each([
    [['--data', 'D:\\教务 数据'], { data: 'D:\\教务 数据' }],
    [['--data=/home/a=b/数据'], { data: '/home/a=b/数据' }],
    [['--demo', '--browser', '--no-open'], { demo: true, browser: true, open: false }],
    [['--port', '8123'], { port: 8123 }],
    [['--port=8123', '--port=9000'], { port: 9000 }],
    [['--electron'], { electron: true }],
  ])('%j', (words, expected) => {
    expect(parseLaunchOptions(words)).toEqual({ options: { ...usual, ...expected }, unknown: [] })
  })

  it.each([
    [['--data']], [['--data=']], [['--port', 'x']], [['--port=0']], [['--port=70000']], [['--port=-1']], [['--dmeo']], [['--demo=yes']], [['x']], [['--__proto__']],
  ])('says that it did not understand %j', (words) => {
    const { options, unknown } = parseLaunchOptions(words)
    expect(unknown.length).toBeGreaterThan(0)
    expect(options).toEqual(usual)
  })

  it('does not take the next option for a folder', () => {
    expect(parseLaunchOptions(['--data', '--demo'])).toEqual({ options: { ...usual, demo: true }, unknown: ['--data'] })
  })

  it('loses no word: each is understood or named', () => {
    fc.assert(fc.property(fc.array(fc.string().filter((word) => !/^--(data|port|demo|browser|electron|no-open)/.test(word))), (words) => {
      expect(parseLaunchOptions(words)).toEqual({ options: usual, unknown: words })
    }))
  })
})
