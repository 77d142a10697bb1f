/**
 * How long the next attempt is not looked at, after so many wrong passwords in a row: nothing for the first two, then
 * 5 s, 10 s, 20 s … up to a quarter of an hour. Kept with the account, so restarting the program does not shorten it.
 */
export function delaySeconds(failedAttempts: number): number {
  if (failedAttempts < 3) return 0
  return Math.min(5 * 2 ** (failedAttempts - 3), 900)
}

/** 「25 秒」「10 分钟」, rounded up. */
export function waitInWords(seconds: number): string {
  return seconds < 60 ? `${Math.ceil(seconds)} 秒` : `${Math.ceil(seconds / 60)} 分钟`
}
