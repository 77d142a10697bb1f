/** Counts what the page has asked for and not yet got, so that the window does not close under a save. */
export interface RunningCalls {
  /** Runs `work` and counts it as running until it is settled. */
  run<T>(work: () => Promise<T>): Promise<T>
  readonly count: number
  /** Settles when nothing runs any more. */
  idle(): Promise<void>
}

export function runningCalls(): RunningCalls {
  let count = 0
  let waiting: (() => void)[] = []
  return {
    async run(work) {
      count += 1
      try {
        return await work()
      } finally {
        count -= 1
        if (count === 0) {
          const woken = waiting
          waiting = []
          for (const wake of woken) wake()
        }
      }
    },
    get count() { return count },
    idle: () => (count === 0 ? Promise.resolve() : new Promise((resolve) => { waiting.push(resolve) })),
  }
}
