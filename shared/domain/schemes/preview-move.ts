import { judgeLimits, type LimitedMembership, type LimitedStudio, type LimitVerdict } from '../studios/judge-limits.ts'
import { memberRoles } from '../studios/studio-words.ts'
import { studioKindOf } from './studio-kind-of.ts'
import { type DifferenceLine, differenceLines } from './difference-words.ts'
import { inForceOn } from './composition-limits.ts'
import type { SchemeDocument } from './scheme-document.ts'
import type { Scheme } from './scheme-format.ts'
import { type ChosenSettings, levelName, roleNameIn, settingLabel } from './scheme-settings.ts'

/** A rule about who belongs to the studio that stands otherwise under the other scheme. */
export interface TurnedLimit {
  readonly turn: 'broken' | 'mended' | 'added' | 'other'
  readonly strength: 'hard' | 'soft'
  readonly message: string
}

/** What a running studio has to expect of another scheme, before it is moved. */
export interface MovePreview {
  readonly limits: readonly TurnedLimit[]
  /** Duties and meetings that come, go or change. */
  readonly duties: readonly DifferenceLine[]
  readonly money: readonly DifferenceLine[]
  readonly others: readonly DifferenceLine[]
  /** Unclear places of the new scheme that nobody of the school has decided; our reading holds until then. */
  readonly open: readonly { readonly key: string; readonly question: string; readonly reading: string }[]
  readonly warnings: readonly string[]
  /** Why it cannot be moved; empty when it can. */
  readonly obstacles: readonly string[]
}

interface Side {
  readonly scheme: Scheme
  readonly chosen: ChosenSettings
}

/** Compares both schemes for this studio with the people who are in it on the day. */
export function previewMove(
  before: Side, after: Side, studio: LimitedStudio & { readonly kind: string; readonly level: string }, memberships: readonly LimitedMembership[], on: string,
): MovePreview {
  const lines = differenceLines(before.scheme as unknown as SchemeDocument, after.scheme as unknown as SchemeDocument)
  const isDuty = ({ path }: DifferenceLine) => path === 'duties' || path === 'meetings'
  const isMoney = ({ section }: DifferenceLine) => section === 'funding'
  return {
    limits: turnedLimits(
      judgeLimits(before.scheme, memberships, studio, on, before.chosen), judgeLimits(after.scheme, memberships, studio, on, after.chosen),
    ),
    duties: lines.filter(isDuty),
    money: lines.filter(isMoney),
    others: lines.filter((each) => !isDuty(each) && !isMoney(each)),
    open: (after.scheme.settings ?? []).filter(({ key }) => !Object.hasOwn(after.chosen, key)).map(({ key, question }) => ({
      key, question, reading: settingLabel(after.scheme, key, after.chosen) ?? '',
    })),
    warnings: warningsOf(after.scheme, studio, memberships, on),
    obstacles: levelName(after.scheme, studio.level) === undefined
      ? [`规程「${after.scheme.title}」里没有这个工作室的级别，请先修改工作室的级别，或在规程的级别里加上`] : [],
  }
}

const isBroken = ({ state }: LimitVerdict) => state === 'over'

function turnedLimits(before: readonly LimitVerdict[], after: readonly LimitVerdict[]): TurnedLimit[] {
  const was = new Map(before.map((each) => [each.rule, each]))
  return after.flatMap((each): TurnedLimit[] => {
    const old = was.get(each.rule)
    const { strength, message } = each
    if (isBroken(each) && !(old && isBroken(old))) return [{ turn: 'broken', strength, message }]
    if (old && isBroken(old) && !isBroken(each)) return [{ turn: 'mended', strength, message }]
    if (!old) return each.state === 'unknown' ? [] : [{ turn: 'added', strength, message }]
    return old.message === message ? [] : [{ turn: 'other', strength, message }]
  })
}

function warningsOf(scheme: Scheme, studio: { readonly kind: string }, memberships: readonly LimitedMembership[], on: string): string[] {
  const present = new Set(inForceOn(memberships.map((each) => ({ ...each, voidedAt: null })), on).map(({ role }) => role))
  const named = new Set((scheme.roles ?? []).map(({ role }) => role))
  const strange = named.size === 0 ? [] : memberRoles.filter((role) => present.has(role) && !named.has(role))
  return [
    ...(studioKindOf(scheme) === studio.kind ? [] : [`规程「${scheme.title}」不是专为这类工作室写的`]),
    ...strange.map((role) => `新规程里没有「${roleNameIn(null, role)}」这个角色，在任的人不受影响，以后不再按规程核对`),
  ]
}
