/** How many tests passed, failed and were skipped. */
export interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export function addUp(counts: readonly Count[]): Count {
  return counts.reduce((sum, count) => ({
    passed: sum.passed + count.passed, failed: sum.failed + count.failed, skipped: sum.skipped + count.skipped,
  }), { passed: 0, failed: 0, skipped: 0 })
}

/** The closing line. */
export function countLine({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`
}

export interface Judged {
  readonly count: Count
  /** What is wrong beyond single tests, for the reader of the output. */
  readonly trouble: string | null
}

/**
 * A runner's own count, with one failure more when the runner as a whole did not do its work: it crashed, wrote no report,
 * ran nothing at all, or ended with an error that none of its tests shows.
 */
export function judged(runner: string, exitCode: number | null, count: Count | null): Judged {
  const failure = (trouble: string): Judged => ({ count: addUp([count ?? addUp([]), { passed: 0, failed: 1, skipped: 0 }]), trouble: `${runner}: ${trouble}` })
  if (count === null) return failure(`no report (exit code ${exitCode})`)
  if (count.passed + count.failed === 0) return failure('ran no test')
  if (exitCode !== 0 && count.failed === 0) return failure(`ended with exit code ${exitCode}`)
  return { count, trouble: null }
}

/** The count in vitest's JSON report, or null when it is none. A file that could not be loaded is a failure of its own. */
export function countOfVitest(report: unknown): Count | null {
  const passed = numberAt(report, 'numPassedTests')
  const failed = numberAt(report, 'numFailedTests')
  if (passed === null || failed === null) return null
  const brokenFiles = listAt(report, 'testResults')
    .filter((file) => textAt(file, 'status') === 'failed' && !listAt(file, 'assertionResults').some((test) => textAt(test, 'status') === 'failed'))
  return { passed, failed: failed + brokenFiles.length, skipped: (numberAt(report, 'numPendingTests') ?? 0) + (numberAt(report, 'numTodoTests') ?? 0) }
}

/**
 * The count in Playwright's JSON report, or null when it is none. A walk that passed at its second try has passed: the reporter names it
 * as flaky, to be looked into.
 */
export function countOfPlaywright(report: unknown): Count | null {
  const stats = fieldOf(report, 'stats')
  const passed = numberAt(stats, 'expected')
  const failed = numberAt(stats, 'unexpected')
  if (passed === null || failed === null) return null
  return { passed: passed + (numberAt(stats, 'flaky') ?? 0), failed: failed + listAt(report, 'errors').length, skipped: numberAt(stats, 'skipped') ?? 0 }
}

function fieldOf(value: unknown, name: string): unknown {
  return value !== null && typeof value === 'object' ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined
}

function numberAt(value: unknown, name: string): number | null {
  const found = fieldOf(value, name)
  return typeof found === 'number' ? found : null
}

function textAt(value: unknown, name: string): string | null {
  const found = fieldOf(value, name)
  return typeof found === 'string' ? found : null
}

function listAt(value: unknown, name: string): readonly unknown[] {
  const found = fieldOf(value, name)
  return Array.isArray(found) ? found : []
}
