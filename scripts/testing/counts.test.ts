import { describe, expect, it } from 'vitest'
import { addUp, countLine, countOfPlaywright, countOfVitest, judged } from './counts.ts'

describe('the closing line', () => {
  it('adds all runners up and names skipped tests only when there are some', () => {
    const all = addUp([{ passed: 3, failed: 1, skipped: 0 }, { passed: 4, failed: 0, skipped: 2 }])
    expect(countLine(all)).toBe('7 passed, 1 failed, 2 skipped')
    expect(countLine(addUp([]))).toBe('0 passed, 0 failed')
  })
})

describe('the reports of the runners', () => {
  it('vitest: a file that could not be loaded is a failure, though none of its tests ran', () => {
    const report = {
      numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 0,
      testResults: [
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
        { status: 'failed', assertionResults: [] },
      ],
    }
    expect(countOfVitest(report)).toEqual({ passed: 5, failed: 2, skipped: 2 })
  })

  it('Playwright: a walk that passed when it was repeated has passed; an error outside the tests is a failure', () => {
    expect(countOfPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 3 }, errors: [] })).toEqual({ passed: 5, failed: 1, skipped: 3 })
    expect(countOfPlaywright({ stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 0 }, errors: [{ message: 'x' }] })).toMatchObject({ failed: 1 })
  })

  it('what is no report is none', () => {
    for (const other of [null, undefined, 'text', [], {}, { stats: {} }]) expect([countOfVitest(other), countOfPlaywright(other)]).toEqual([null, null])
  })
})

describe('a runner as a whole', () => {
  it('is taken at its word when its word fits its end', () => {
    expect(judged('x', 0, { passed: 2, failed: 0, skipped: 1 })).toEqual({ count: { passed: 2, failed: 0, skipped: 1 }, trouble: null })
    expect(judged('x', 1, { passed: 2, failed: 1, skipped: 0 })).toMatchObject({ count: { failed: 1 }, trouble: null })
  })

  it.each([
    ['it wrote no report', 0, null],
    ['it was killed', null, null],
    ['it ran no test', 0, { passed: 0, failed: 0, skipped: 7 }],
    ['it ended in error, though no test failed', 1, { passed: 9, failed: 0, skipped: 0 }],
  ])('has failed when %s', (_what, exitCode, count) => {
    const { count: { failed }, trouble } = judged('vitest', exitCode, count)
    expect(failed).toBe(1)
    expect(trouble).toContain('vitest')
  })
})
