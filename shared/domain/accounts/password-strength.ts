/** How well a password would stand against guessing, in a word that a person understands. */
export interface PasswordStrength {
  readonly level: 'none' | 'weak' | 'fair' | 'good'
  /** What to do about it; empty where nothing need be done. */
  readonly advice: string
}

/**
 * Length counts for more than kinds of characters (NIST SP 800-63B, 5.1.1.2); rows such as 123456 or abcdef count as one
 * character, since they are among the first to be tried.
 */
export function passwordStrength(password: string): PasswordStrength {
  if (password === '') return { level: 'none', advice: '' }
  if (password.length < 8) return { level: 'weak', advice: '至少 8 位' }
  if (/^\d+$/.test(password)) return { level: 'weak', advice: '不能全是数字，请加上字母' }
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(password)).length
  const worth = effectiveLength(password)
  if (worth < 6) return { level: 'weak', advice: '太有规律，请换一个' }
  if (worth >= 14 || (worth >= 10 && kinds >= 3)) return { level: 'good', advice: '' }
  return { level: 'fair', advice: '再长一些会更好，例如用一句话的拼音' }
}

export const strengthNames: Readonly<Record<PasswordStrength['level'], string>> = { none: '', weak: '弱', fair: '中', good: '强' }

/** The length with repetitions and rows of neighbours counted once. */
function effectiveLength(password: string): number {
  let length = 0
  let step = Number.NaN
  for (let at = 0; at < password.length; at++) {
    const next = at === 0 ? Number.NaN : password.charCodeAt(at) - password.charCodeAt(at - 1)
    const inRow = Math.abs(next) <= 1 && next === step
    if (!inRow) length += 1
    step = next
  }
  return length
}
