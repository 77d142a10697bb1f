import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { plainIssue } from './plain-issues.ts'

const sayOf = (schema: z.ZodType, value: unknown) => schema.safeParse(value, { error: plainIssue }).error?.issues.map(({ message }) => message)

describe('what is wrong with a field', () => {
  it.each([
    ['nothing where a text belongs', z.string(), undefined, '请填写这一项'],
    ['an empty text', z.string().min(1), '', '请填写这一项'],
    ['a text that is too long', z.string().max(20), '字'.repeat(21), '最多 20 个字'],
    ['letters where a number belongs', z.number(), 'abc', '请填写数字'],
    ['half a person', z.int(), 1.5, '请填写整数'],
    ['too small a number', z.int().min(1), 0, '不能小于 1'],
    ['too large a number', z.int().max(200), 201, '不能大于 200'],
    ['nobody chosen', z.array(z.string()).min(1), [], '请至少选 1 项'],
    ['a word that is not in the list', z.enum(['a', 'b']), 'c', '请在列出的几项里选一项'],
    ['a text of the wrong shape', z.string().regex(/^\d{4}-[12]$/), '2026', '写法不对，请核对'],
    ['a list where a text belongs', z.string(), [], '这一项的内容不对，请重新填写'],
  ] as const)('is said in plain words: %s', (_, schema, value, sentence) => {
    expect(sayOf(schema, value)).toEqual([sentence])
  })

  it('is said in the words of the rule itself where it has some', () => {
    expect(sayOf(z.string().min(1, '请填写姓名'), '')).toEqual(['请填写姓名'])
  })
})
