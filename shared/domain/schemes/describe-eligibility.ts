import { studioKindNames } from '../studios/studio-words.ts'
import type { Scheme } from './scheme-format.ts'
import type { Eligibility } from './scheme-people.ts'
import { levelName } from './scheme-settings.ts'
import { criterionName, listText, subjectName } from './scheme-names.ts'

type Part = Omit<NonNullable<Eligibility['and']>[number], 'role'>

/** 成员（小学、幼儿园）, a wide blank, 职称：二级教师及以上（特别优秀的可以放宽）. */
export function criterionText(scheme: Scheme, criterion: Eligibility): string {
  const who = criterion.roleName ?? subjectName(scheme, criterion.role)
  const now = criterion.fromTitle === undefined ? '' : `（现为${criterion.fromTitle}）`
  const wanted = wantedText(scheme, criterion)
  return `${who}${onlyFor(criterion)}${now}　${criterionName(criterion.criterion)}${wanted === '' ? '' : `：${wanted}`}`
}

/** 职称（一级教师及以上）, for a list of what is still to be looked at in one person. */
export function criterionWords(scheme: Scheme, criterion: Eligibility): string {
  const wanted = wantedText(scheme, criterion)
  return `${criterionName(criterion.criterion)}${onlyFor(criterion)}${wanted === '' ? '' : `（${wanted.replaceAll('（', '，').replaceAll('）', '')}）`}`
}

function onlyFor({ schoolStages, studioKinds }: Eligibility): string {
  const only = [...(schoolStages ?? []), ...(studioKinds ?? []).map((kind) => studioKindNames[kind])]
  return only.length === 0 ? '' : `（${only.join('、')}）`
}

function wantedText(scheme: Scheme, criterion: Eligibility): string {
  const { exceptional } = criterion
  const wider = exceptional === undefined ? []
    : [exceptional.value === undefined ? exceptional.condition : `${exceptional.condition}可到 ${exceptional.value} ${criterion.unit ?? ''}`.trim()]
  const ways = (criterion.anyOf ?? []).map((part) => partText(scheme, part, part.criterion !== criterion.criterion))
  const wanted = ways.length > 0 ? `${own(scheme, criterion)}${ways.join('；')}，有其中一项` : partText(scheme, criterion, false)
  const more = (criterion.and ?? []).map((part) => `，并且${partText(scheme, part, part.criterion !== criterion.criterion)}`)
  const rest = [...(ways.length > 0 ? limits(criterion) : []), ...wider, ...(criterion.preferred === true || criterion.op === 'preferred' ? ['优先考虑'] : [])]
  return `${wanted}${more.join('')}${rest.length === 0 ? '' : `（${rest.join('，')}）`}`
}

/** What a criterion with several ways asks of all of them. */
function own(scheme: Scheme, criterion: Eligibility): string {
  return criterion.levelMin === undefined ? '' : `${levelName(scheme, criterion.levelMin) ?? criterion.levelMin}及以上的`
}

function partText(scheme: Scheme, part: Part, named: boolean): string {
  const name = named ? criterionName(part.criterion) : ''
  const rest = limits(part)
  return `${name}${measureText(scheme, part)}${rest.length === 0 ? '' : `（${rest.join('，')}）`}`
}

function measureText(scheme: Scheme, { criterion, op, value, maximum, unit, level, levelMin, publishedIn, topic }: Part): string {
  if (op === 'unlimited') return '不限'
  const where = [
    ...(level === undefined ? [] : [levelName(scheme, level) ?? level]), ...(levelMin === undefined ? [] : [`${levelName(scheme, levelMin) ?? levelMin}及以上`]),
    ...(publishedIn ?? []), ...(topic === undefined ? [] : [`${topic}方面`]),
  ].join('')
  const counted = (number: number) => `${number} ${unit ?? usualUnits[criterion] ?? '项'}`
  if (typeof value === 'number') {
    if (op === 'atMost') return `不超过 ${value} ${unit ?? ''}`.trim()
    if (unit === '年') return `满 ${value} 年`
    const amount = maximum === undefined ? `至少 ${counted(value)}` : `${value}—${counted(maximum)}`
    return `${where}${where === '' ? '' : ' '}${amount}`
  }
  const words = Array.isArray(value) ? listText(value) : typeof value === 'string' ? value : ''
  return op === 'atLeast' ? `${words}及以上` : `${where}${words}`
}

const usualUnits: Readonly<Record<string, string>> = { paper: '篇', book: '部', publicTeaching: '次', trainingAttended: '次' }

function limits({ part, windowYears, continuous, position, orAwarded, conditions }: Part): readonly string[] {
  return [
    ...(part === undefined ? [] : [part]), ...(position === undefined ? [] : [`任${position}`]), ...(windowYears === undefined ? [] : [`近 ${windowYears} 年`]),
    ...(continuous === true ? ['连续'] : []), ...(orAwarded === true ? ['发表或获奖'] : []), ...(conditions ?? []),
  ]
}
