import type { z } from 'zod'
import { schemeScalars, type SchemePart, schemeParts } from './scheme-parts.ts'

/** One thing that is wrong in a scheme. */
export interface SchemeProblem {
  /** Where, as keys and positions joined by dots: `duties.2.minimum`. */
  readonly field: string
  /** Where and why: 职责第 3 条（004-03/d03）的最少数量：应为大于 0 的数. */
  readonly message: string
  /** Why, for the field itself. */
  readonly reason: string
}

/** At most fifty: more are not read by anybody. */
export function problemsIn(issues: readonly z.core.$ZodIssue[], raw: unknown): SchemeProblem[] {
  return issues.slice(0, 50).map((issue) => {
    const reason = reasonOf(issue)
    return { field: issue.path.map(String).join('.'), message: `${placeOf(issue.path, raw)}：${reason}`, reason }
  })
}

const otherNames: Readonly<Record<string, string>> = {
  format: '文件标记', formatVersion: '格式', code: '编号', version: '版本', basedOn: '所依据的规程', funding: '经费', assessment: '考核', level: '级别', sourceRef: '出处', key: '名称',
  numerator: '分子', denominator: '分母', from: '从', to: '到', reading: '理解', value: '取值', label: '说法', conditions: '要求', exceptional: '破格', days: '天数', setting: '设置',
}

/** 职责第 3 条（004-03/d03）的最少数量. */
function placeOf(path: readonly PropertyKey[], raw: unknown): string {
  const steps = path.map(String)
  const scalar = schemeScalars.find((each) => each.path === steps.join('.'))
  if (scalar) return scalar.field.label
  const part = partOf(steps)
  const depth = part?.path.split('.').length ?? 0
  let place = part?.name ?? ''
  let value: unknown = raw
  steps.forEach((step, at) => {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined
    if (at < depth) return
    if (typeof path[at] === 'number') {
      const ref = isRecord(value) && typeof value['sourceRef'] === 'string' ? `（${value['sourceRef']}）` : ''
      place += `第 ${Number(step) + 1} 条${ref}`
      return
    }
    const inside = steps.slice(depth).filter((each) => !/^\d+$/.test(each)).join('.')
    const name = (inside.endsWith(step) ? part?.fields.find(({ key }) => key === inside)?.label : undefined)
      ?? part?.fields.find(({ key }) => key === step)?.label
      ?? (Object.hasOwn(otherNames, step) ? otherNames[step] : undefined) ?? `“${step}”`
    place += place === '' ? name : `的${name}`
  })
  return place === '' ? '整个文件' : place
}

/** The part that the path leads into; the longer of two (`funding.amounts`, not `funding`). */
function partOf(steps: readonly string[]): SchemePart | undefined {
  return schemeParts.find(({ path }) => path === steps.slice(0, path.split('.').length).join('.'))
}

function reasonOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'custom': return issue.message
    case 'unrecognized_keys': return `有不认识的内容 ${issue.keys.join('、')}`
    case 'invalid_type': return issue.input === undefined ? '缺少，请补上' : `应为${typeNames[issue.expected] ?? issue.expected}`
    case 'invalid_value': return `只能是 ${issue.values.map(String).join('、')}`
    case 'too_small':
      if (issue.origin === 'string') return '不能为空'
      if (issue.origin === 'array') return `至少要有 ${String(issue.minimum)} 项`
      return issue.inclusive === false ? `应为大于 ${String(issue.minimum)} 的数` : `不能小于 ${String(issue.minimum)}`
    case 'too_big':
      if (issue.origin === 'string') return `最多 ${String(issue.maximum)} 个字`
      return issue.origin === 'array' ? `最多 ${String(issue.maximum)} 项` : `不能大于 ${String(issue.maximum)}`
    case 'invalid_union': {
      // A value of the right type with a wrong figure is told by its own rule; what fits no way of writing it, in general.
      const inner = issue.errors.flatMap((each) => (each.length === 1 && each[0] && each[0].path.length === 0 && each[0].code !== 'invalid_type' ? [each[0]] : []))
      return inner[0] ? reasonOf(inner[0]) : '写法不对，请对照说明'
    }
    default: return '写法不对，请对照说明'
  }
}

const typeNames: Readonly<Record<string, string>> = { string: '文字', number: '数字', int: '整数', boolean: '是或否', array: '列表', object: '一组内容' }

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
