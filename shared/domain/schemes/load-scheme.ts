import type { z } from 'zod'
import { AppError } from '../../errors.ts'
import { schemeFormatVersion, schemeSchema } from './scheme-format.ts'
import type { Scheme } from './scheme-format.ts'

/** A scheme is a few dozen kilobytes; the largest known one has some 60 duties. */
export const longestSchemeText = 2_000_000

/**
 * Reads the text of a scheme file. Throws an AppError (kind `invalid`) that names the place and the reason in Chinese when the
 * file is too long, no JSON, no scheme, of a newer format than this program knows, or wrong in any part; its `places` list all of them.
 */
export function loadScheme(text: string, fileName = '规程文件'): Scheme {
  if (text.length > longestSchemeText) {
    throw new AppError('schemes.tooLong', 'invalid', `${fileName}有 ${text.length} 个字符，超过上限 ${longestSchemeText}，不像规程文件，请核对。`)
  }
  const raw = readJson(text, fileName)
  if (!isRecord(raw) || raw['format'] !== 'xingtan-scheme') {
    throw new AppError('schemes.notAScheme', 'invalid', `${fileName}不是规程文件（缺少 format: "xingtan-scheme"），请选择由本软件导出的规程。`)
  }
  const version = raw['formatVersion']
  if (typeof version === 'number' && version > schemeFormatVersion) {
    throw new AppError('schemes.newerFormat', 'invalid',
      `${fileName}的格式是第 ${version} 版，本软件只认识到第 ${schemeFormatVersion} 版，请先升级软件再导入。`)
  }
  const parsed = schemeSchema.safeParse(raw, { reportInput: true })
  if (parsed.success) return parsed.data
  const places = parsed.error.issues.slice(0, 50).map((issue) => ({ field: issue.path.map(String).join('.'), message: `${placeOf(issue.path, raw)}：${reasonOf(issue)}` }))
  const more = parsed.error.issues.length > 1 ? `（共 ${parsed.error.issues.length} 处）` : ''
  throw new AppError('schemes.broken', 'invalid', `${fileName}有错误${more}。${places[0]?.message ?? ''}。请更正后再导入。`, { places })
}

function readJson(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new AppError('schemes.notJson', 'invalid', `${fileName}不是完整的 JSON 文件，可能没有下载完或被改坏了，请重新取得。`, { cause })
  }
}

const partNames: Readonly<Record<string, string>> = {
  code: '编号', version: '版本', title: '名称', kind: '类型', level: '级别', levels: '级别表', cycle: '周期', issued: '发文', naming: '命名', venue: '场所',
  roles: '角色', shareLimits: '比例限制', composition: '成员构成', quotas: '名额', governance: '管理机构', eligibility: '条件', setup: '设立步骤', selection: '选拔规则',
  duties: '职责', meetings: '会议', archive: '档案', filing: '报送', funding: '经费', amounts: '金额', categories: '支出范围', controls: '管理要求',
  assessment: '考核', stages: '阶段', scales: '等次', consequences: '结果运用', changes: '成员变动', forms: '表格', settings: '设置', benefits: '待遇', support: '保障',
  minimum: '最少数量', maximum: '最多数量', unit: '单位', per: '周期', metric: '指标', subject: '对象', sourceRef: '出处', amountFen: '金额（分）',
}

/** 职责第 3 条（004-03/d03）的最少数量. */
function placeOf(path: readonly PropertyKey[], raw: unknown): string {
  const parts: string[] = []
  let value: unknown = raw
  for (const step of path) {
    value = typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined
    if (typeof step === 'number') {
      const ref = isRecord(value) && typeof value['sourceRef'] === 'string' ? `（${value['sourceRef']}）` : ''
      parts.push(`第 ${step + 1} 条${ref}`)
    } else {
      const name = partNames[String(step)] ?? `“${String(step)}”`
      parts.push(parts.length === 0 ? name : `的${name}`)
    }
  }
  return parts.length === 0 ? '整个文件' : parts.join('')
}

function reasonOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'custom': return issue.message
    case 'unrecognized_keys': return `有不认识的内容 ${issue.keys.join('、')}`
    case 'invalid_type': return issue.input === undefined ? '缺少，请补上' : `应为${typeNames[issue.expected] ?? issue.expected}`
    case 'invalid_value': return `只能是 ${issue.values.map(String).join('、')}`
    case 'too_small': return `不能小于 ${issue.minimum}（或不能为空）`
    case 'too_big': return `不能大于 ${issue.maximum}（或太长）`
    default: return '写法不对，请对照说明'
  }
}

const typeNames: Readonly<Record<string, string>> = { string: '文字', number: '数字', int: '整数', boolean: '是或否', array: '列表', object: '一组内容' }

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
