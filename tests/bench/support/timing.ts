type Work = () => unknown

/**
 * What each work takes in milliseconds, on a machine that does other things too: the tenth part of its runs was faster.
 * They run in turns, so that a busy moment slows all alike; the first turns are not counted.
 */
export async function inTurns(times: number, ...works: readonly Work[]): Promise<readonly number[]> {
  const took = works.map((): number[] => [])
  for (let turn = times < 10 ? -1 : -3; turn < times; turn++) {
    for (const [at, work] of works.entries()) {
      const start = performance.now()
      await work()
      if (turn >= 0) took[at]?.push(performance.now() - start)
    }
  }
  return took.map((each) => each.toSorted((a, b) => a - b)[Math.floor(times / 10)] ?? 0)
}

/** The same of one work alone. */
export async function usually(times: number, work: Work): Promise<number> {
  return (await inTurns(times, work))[0] ?? 0
}

/**
 * Runs the work while `meanwhile` is called over and over in the same thread.
 * @returns how long the work took, and the longest time in which another call would have had to wait, in milliseconds
 */
export async function withCallsMeanwhile<T>(work: () => Promise<T>, meanwhile: () => Promise<unknown>): Promise<{ value: T; tookMs: number; longestWaitMs: number; calls: number }> {
  let under = true
  let longestWaitMs = 0
  let calls = 0
  const watching = (async () => {
    while (under) {
      const asked = performance.now()
      // Through the timers first: a call that begins when the thread is free again would not notice what held it up.
      await new Promise((resolve) => void setTimeout(resolve, 1))
      await meanwhile()
      longestWaitMs = Math.max(longestWaitMs, performance.now() - asked)
      calls += 1
    }
  })()
  const start = performance.now()
  try {
    const value = await work()
    const tookMs = performance.now() - start
    under = false
    await watching
    return { value, tookMs, longestWaitMs, calls }
  } finally {
    under = false
  }
}
