import type { z } from 'zod'
import { findCycle } from './reference-cycles.ts'

/**
 * What no single part can know: levels, settings, roles and meetings that are named must be there, numbers must be in order, and no
 * two facts may carry the same reference. Works on the raw shape so that it stands beside the format without a cycle.
 */
export function crossChecks(scheme: SchemeShape, context: z.core.$RefinementCtx): void {
  const complain = (path: readonly PropertyKey[], message: string) => context.issues.push({ code: 'custom', path: [...path], message, input: scheme })
  const levels = new Set(scheme.levels.map((level) => level.key))
  const settings = new Map((scheme.settings ?? []).map((setting) => [setting.key, setting]))
  if (settings.size !== (scheme.settings ?? []).length) complain(['settings'], '有两个设置使用了同一个名称')
  if (levels.size !== scheme.levels.length) complain(['levels'], '有两个级别使用了同一个名称')
  if (!levels.has(scheme.level.key)) complain(['level', 'key'], `级别“${scheme.level.key}”没有列在「级别」里`)
  const refs = new Set<string>()
  walk(scheme, [], (key, value, path) => {
    if ((key === 'levelMin' || key === 'studioLevel' || (key === 'level' && partsWithLevels.has(path[0]))) && typeof value === 'string' && !levels.has(value)) {
      complain(path, `级别“${value}”没有列在「级别」里`)
    }
    if (key === 'setting' && typeof value === 'string' && !settings.has(value)) complain(path, `设置“${value}”没有列在「要定下来的理解」里`)
    if (key === 'sourceRef' && typeof value === 'string' && path[0] !== 'settings') {
      if (refs.has(value)) complain(path, `出处编号“${value}”用了两次`)
      refs.add(value)
    }
  })
  checkNumbers(scheme, complain)
  const meetings = new Set((scheme.meetings ?? []).map((meeting) => meeting.sourceRef))
  const duties = new Set((scheme.duties ?? []).map((duty) => duty.sourceRef))
  for (const [index, duty] of (scheme.duties ?? []).entries()) {
    if (duty.meeting !== undefined && !meetings.has(duty.meeting)) complain(['duties', index, 'meeting'], `会议“${duty.meeting}”不存在`)
    for (const other of duty.countsTowards ?? []) if (!duties.has(other) || other === duty.sourceRef) complain(['duties', index, 'countsTowards'], `职责“${other}”不存在或就是本条`)
    if (duty.minimum !== undefined && duty.mustExist !== undefined) complain(['duties', index, 'mustExist'], '写了最少数量，就不能再选“没有写数，但必须有”')
    if (typeof duty.minimum === 'number' && duty.maximum !== undefined && duty.minimum > duty.maximum) complain(['duties', index, 'maximum'], '最多数量小于最少数量')
  }
  checkCircles(scheme, complain)
}

/** What counts towards something that in the end counts towards itself would never come to an end. */
function checkCircles(scheme: SchemeShape, complain: Complain): void {
  const counts = findCycle(new Map((scheme.duties ?? []).map(({ sourceRef, countsTowards }) => [sourceRef, (countsTowards ?? []).filter((other) => other !== sourceRef)])))
  if (counts) {
    complain(['duties', (scheme.duties ?? []).findIndex(({ sourceRef }) => sourceRef === counts[0]), 'countsTowards'], `绕成了一圈：${counts.join(' → ')}`)
  }
  const ways = new Map<string, string[]>()
  for (const { from, to } of (scheme.promotions ?? []).flatMap(({ steps }) => steps)) ways.set(from, [...(ways.get(from) ?? []), to])
  const climbs = findCycle(ways)
  if (climbs) complain(['promotions'], `绕成了一圈：${climbs.join(' → ')}`)
  const { basedOn } = scheme
  if (basedOn && basedOn.code === scheme.code && basedOn.version === scheme.version) complain(['basedOn'], '不能以自己为依据')
}

const partsWithLevels: ReadonlySet<PropertyKey | undefined> = new Set(['duties', 'eligibility', 'tiers'])

interface SchemeShape {
  readonly code: string
  readonly version: string
  readonly basedOn?: { readonly code: string; readonly version: string } | undefined
  readonly promotions?: readonly { readonly steps: readonly { readonly from: string; readonly to: string }[] }[] | undefined
  readonly level: { readonly key: string }
  readonly levels: readonly { readonly key: string }[]
  readonly settings?: readonly { readonly key: string }[] | undefined
  readonly roles?: readonly { readonly role: string; readonly min?: number | undefined; readonly max?: number | undefined; readonly includedIn?: string | undefined }[] | undefined
  readonly shareLimits?: readonly { readonly maxShare: { readonly numerator: number; readonly denominator: number } }[] | undefined
  readonly meetings?: readonly { readonly sourceRef: string }[] | undefined
  readonly duties?: readonly {
    readonly sourceRef: string
    readonly meeting?: string | undefined
    readonly countsTowards?: readonly string[] | undefined
    readonly minimum?: unknown
    readonly mustExist?: true | undefined
    readonly maximum?: number | undefined
  }[] | undefined
}

type Complain = (path: readonly PropertyKey[], message: string) => void

function checkNumbers(scheme: SchemeShape, complain: Complain): void {
  const roles = scheme.roles ?? []
  for (const [index, role] of roles.entries()) {
    if (role.min !== undefined && role.max !== undefined && role.min > role.max) complain(['roles', index, 'max'], '人数上限小于下限')
    // One step only: a chain of roles inside roles could go round in a circle.
    const outer = role.includedIn === undefined ? undefined : roles.find((other) => other.role === role.includedIn)
    if (role.includedIn !== undefined && (outer === undefined || outer.role === role.role || outer.includedIn !== undefined)) {
      complain(['roles', index, 'includedIn'], `角色“${role.includedIn}”不存在，或者本身又计入别的角色`)
    }
    if (roles.findIndex((other) => other.role === role.role) !== index) complain(['roles', index, 'role'], `角色“${role.role}”写了两次`)
  }
  for (const [index, { maxShare }] of (scheme.shareLimits ?? []).entries()) {
    if (maxShare.numerator > maxShare.denominator) complain(['shareLimits', index, 'maxShare'], '比例不能大于 1')
  }
}

function walk(value: unknown, path: readonly PropertyKey[], visit: (key: string, value: unknown, path: readonly PropertyKey[]) => void): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walk(item, [...path, index], visit)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      visit(key, item, [...path, key])
      walk(item, [...path, key], visit)
    }
  }
}
