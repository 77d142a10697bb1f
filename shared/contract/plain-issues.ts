import type { z } from 'zod'

const notRight = '这一项的内容不对，请重新填写'

/**
 * What is wrong with one field, as a colleague would say it: for rules of the contract that bring no sentence of their own. Both
 * sides hand it to `z.config({ localeError })`, so that the form and the program say the same.
 */
export const plainIssue: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null || issue.input === '') return '请填写这一项'
      return issue.expected === 'int' ? '请填写整数' : issue.expected === 'number' ? '请填写数字' : notRight
    case 'too_small':
      if (Number(issue.minimum) <= 1 && issue.origin === 'string') return '请填写这一项'
      if (issue.origin === 'array') return `请至少选 ${String(issue.minimum)} 项`
      return issue.origin === 'string' ? `至少 ${String(issue.minimum)} 个字` : `不能小于 ${String(issue.minimum)}`
    case 'too_big':
      if (issue.origin === 'array') return `最多 ${String(issue.maximum)} 项`
      return issue.origin === 'string' ? `最多 ${String(issue.maximum)} 个字` : `不能大于 ${String(issue.maximum)}`
    case 'invalid_value': return '请在列出的几项里选一项'
    case 'invalid_format': return '写法不对，请核对'
    default: return notRight
  }
}
