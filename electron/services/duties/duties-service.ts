import { roleMay } from '../../../shared/domain/accounts/permissions.ts'
import { type DueItem as DerivedDueItem, dueList, dueWhens } from '../../../shared/domain/duties/due-list.ts'
import type { DutyLine, DutyOutcome } from '../../../shared/domain/duties/duty-line.ts'
import { compareLonger } from '../../../shared/domain/duties/compare-longer.ts'
import { compareTerms } from '../../../shared/domain/duties/compare-terms.ts'
import { dutiesToCome } from '../../../shared/domain/duties/duties-to-come.ts'
import { columnOf, dutyMatrix, everybody, linesOf } from '../../../shared/domain/duties/duty-matrix.ts'
import { dutyReportTable, type DutyReportTable } from '../../../shared/domain/duties/duty-report.ts'
import { basisTexts, lineText, periodText, perText, reportText, subjectsText, subjectText, titleText, toComeText, uncountedText } from '../../../shared/domain/duties/duty-words.ts'
import { settingsBehind } from '../../../shared/domain/duties/settings-behind.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import type { DueItem, DutyExplanation, DutyMatrix, DutySource, DutyToComeRow, TermComparison } from '../../../shared/contract/duties.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { AppError } from '../../../shared/errors.ts'
import { must } from '../../../shared/must.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { listTerms, termAround } from '../school/calendar-service.ts'
import { assertMayReadStudio } from '../studios/studio-scope.ts'
import { listVisibleStudios, studioById } from '../studios/studios-service.ts'
import { fulfilmentOf, oneStudio, ownPersonOnly, spanOf } from './duty-access.ts'
import { type GatheredDuties, gatherDuties } from './gather-duties.ts'

/** The studios to choose from; members see those they belong to. */
export function dutyStudios(ctx: ReadContext): OutputOf<'duties.studios'> {
  return { rows: listVisibleStudios(ctx).map(({ id, name }) => ({ id, name })) }
}

/** The matrix of a studio in a term. @throws `studios.none`, `studios.notYours`, `duties.noCycle`, `schemes.none`, `terms.none` */
export function matrixOf(ctx: ReadContext, studioId: string, termKey: string): DutyMatrix {
  const span = spanOf(ctx, termKey)
  const { studio, scheme, cycle, duties, names, memberships } = oneStudio(ctx, studioId, span.toOn)
  const matrix = dutyMatrix(duties, memberships, span, names, ownPersonOnly(ctx, studioId))
  return {
    studioId, studioName: studio.name, schemeCode: scheme.code, schemeTitle: scheme.title, today: ctx.clock.today(),
    cycle: { ordinal: cycle.ordinal, startsOn: cycle.startsOn, endsOn: cycle.endsOn },
    columns: matrix.columns.map((column) => ({ ...column })), counts: matrix.counts,
    rows: matrix.rows.map((row) => ({ ...row, checks: [...row.checks], cells: row.cells.map((cell) => ({ ...cell })) })),
    reports: duties.reports.map((report) => reportText(report, names)),
  }
}

/** What 职责完成情况表 says of a studio in a term. @throws as `matrixOf`; `duties.notYours` for whoever sees no duties or only her own */
export function dutyReportOf(ctx: ReadContext, studioId: string, termKey: string): DutyReportTable & Pick<GatheredDuties, 'scheme' | 'cycle'> & { readonly people: readonly string[] } {
  if (!roleMay(ctx.actor.role, 'duties.read') || ownPersonOnly(ctx, studioId) !== undefined) throw new AppError('duties.notYours', 'forbidden', '您的账号不能看工作室的职责，请教务处制作')
  const span = spanOf(ctx, termKey)
  const { scheme, cycle, duties, names, memberships, recordById } = oneStudio(ctx, studioId, span.toOn)
  const table = dutyReportTable(duties, memberships, span, names, (recordId) => {
    const { title, record } = must(recordById.get(recordId), 'the engine names only records that it was given')
    return { title, on: record.on }
  })
  const people = dutyMatrix(duties, memberships, span, names).columns.filter(({ key }) => key !== 'studio').map(({ name }) => name)
  return { ...table, scheme, cycle, people }
}

/** The terms of the cycle that have begun, side by side. @throws as `matrixOf` */
export function termsOf(ctx: ReadContext, studioId: string, termKey: string, asked: string | null): TermComparison {
  const { studio, cycle, duties, names, memberships, recordById } = oneStudio(ctx, studioId, spanOf(ctx, termKey).toOn)
  const terms = listTerms(ctx.db).filter(({ startsOn, endsOn }) => startsOn <= cycle.endsOn && endsOn >= cycle.startsOn && startsOn <= ctx.clock.today())
    .map(({ key, startsOn, endsOn }) => ({ key, fromOn: startsOn, toOn: endsOn }))
  const only = ownPersonOnly(ctx, studioId)
  const own = `person:${only}`
  const column = only === undefined ? (asked ?? everybody) : asked === 'studio' ? 'studio' : own
  const { people, terms: columns, rows } = compareTerms(duties, memberships, terms, names, column, only)
  const dayOf = (recordId: string) => must(recordById.get(recordId), 'the engine names only records that it was given').record.on
  return {
    studioName: studio.name, column, people: [...people], terms: [...columns], ownOnly: only !== undefined,
    longer: compareLonger(duties, terms, names, column, dayOf, only).map((row) => ({ ...row, shares: [...row.shares] })),
    rows: rows.map((row) => ({ ...row, checks: [...row.checks], cells: [...row.cells] })),
  }
}

/** The records behind a cell. @throws as `matrixOf`; `duties.none` for a duty that the scheme has not; `studios.notYours` for another member's column */
export function explainCell(ctx: ReadContext, { studioId, termKey, ref, column }: { studioId: string; termKey: string; ref: string; column: string }): DutyExplanation {
  const span = spanOf(ctx, termKey)
  const studio = oneStudio(ctx, studioId, span.toOn)
  const only = ownPersonOnly(ctx, studioId)
  if (only !== undefined && column !== 'studio' && column !== `person:${only}`) {
    throw new AppError('studios.notYours', 'forbidden', '您的账号只能看自己的职责')
  }
  const duty = studio.duties.duties.find((each) => each.ref === ref)
  if (!duty) throw new AppError('duties.none', 'notFound', '这个工作室的规程里没有这一项职责，请重新打开职责页')
  const order = dutyMatrix(studio.duties, studio.memberships, span, studio.names).columns.map(({ key }) => key)
  const lines = linesOf(duty, column, span).toSorted((a, b) => order.indexOf(columnOf(a)) - order.indexOf(columnOf(b)))
  const words = { ...studio.names, dutyTitle: (other: string) => studio.duties.duties.find((each) => each.ref === other)?.title ?? '另一项职责' }
  const source = (recordId: string, amount: number | null, why: string | null): DutySource => {
    const { kind, title, record } = must(studio.recordById.get(recordId), 'the engine names only records that it was given')
    const isAnothers = only !== undefined && kind === 'outcome' && record.byStudio !== true && !record.personIds.includes(only)
    return { recordId, kind, id: isAnothers ? null : record.source.id, title: isAnothers ? '其他成员的记录' : title, on: record.on, amount, why }
  }
  return {
    title: titleText(duty), unit: duty.unit, per: perText(duty), ref: duty.ref, checks: duty.checks.map(({ text }) => text),
    subject: column === everybody ? '整个工作室' : lines[0] === undefined ? '' : subjectText(lines[0].subject, studio.names), readings: readingsBehind(studio, duty, lines),
    lines: lines.map((line) => ({
      key: line.key, column: columnOf(line), subject: column === everybody ? subjectText(line.subject, studio.names) : null, fulfilment: line.missing > 0 ? fulfilmentOf(duty.metrics, line, ctx.clock.today()) : null, period: line.period === null ? null : periodText(line.period), state: line.state, sentence: lineText(duty, line), basis: [...basisTexts(line.basis, duty.unit)],
      sources: [
        ...line.counted.map(({ recordId, amount }) => source(recordId, amount, null)),
        ...line.uncounted.map(({ recordId, reason }) => source(recordId, null, uncountedText(reason, words))),
      ],
    })),
    unplaced: duty.unplaced
      .filter(({ recordId }) => concerns(studio, recordId, column))
      .map(({ recordId, reason }) => source(recordId, null, uncountedText(reason, words))),
  }
}

/** Under the scheme that asks the duty: the present one, or the one before it. */
function readingsBehind({ followed }: GatheredDuties, duty: DutyOutcome, lines: readonly DutyLine[]): DutyExplanation['readings'] {
  const { earlier } = duty
  const present = must(followed.at(-1), 'the present scheme is the last')
  const { scheme, chosen } = (earlier && followed.find((each) => each.scheme.title === earlier.title && each.scheme.version === earlier.version)) ?? present
  const settings = settingsBehind({ duty, lines, scheme, chosen, moved: followed.length > 1 }).map((each) => ({ ...each }))
  return { schemeCode: scheme.code, schemeVersion: scheme.version, settings }
}

interface WantedDue {
  readonly apart?: boolean | undefined
  readonly comingUntil: string | null
}

/** What is still to be done in one studio, or in all that the caller may see; with `comingUntil` also what begins later and is due up to then. */
export function dueIn(ctx: ReadContext, studioId: string | null, { apart, comingUntil }: WantedDue): OutputOf<'duties.due'> {
  if (studioId !== null) assertMayReadStudio(ctx, studioId)
  const today = ctx.clock.today()
  const { gathered, troubles } = gatherDuties(ctx, studioId === null ? listVisibleStudios(ctx) : [studioById(ctx.db, studioId)], today)
  const term = termAround(listTerms(ctx.db), today)
  let older = 0
  let ownOnly = false
  const items = gathered.flatMap((studio) => {
    const personId = ownPersonOnly(ctx, studio.studio.id)
    ownOnly ||= personId !== undefined
    const due = dueList([studio.duties], {
      today, termEndsOn: term?.endsOn ?? null, apart, ...(term === null ? {} : { overdueSince: term.startsOn }), ...(personId === undefined ? {} : { personId }),
    })
    older += due.older
    return due.items.map((item) => ({ order: item, shown: itemOf(studio, item, term?.key ?? null, today) }))
  })
  return {
    items: items.toSorted((a, b) => pressure(a.order).localeCompare(pressure(b.order))).map(({ shown }) => shown), older,
    coming: comingUntil === null || comingUntil <= today ? [] : gathered.flatMap((studio) => comingIn(studio, { until: comingUntil, personId: ownPersonOnly(ctx, studio.studio.id) }, term?.key ?? null)),
    troubles: troubles.map(({ message }) => message), ownOnly, today,
  }
}

/** Soft after hard, earlier days first; within the same, the order of the studio's scheme is kept. */
function pressure({ when, isSoft, dueOn }: DerivedDueItem): string {
  return `${dueWhens.indexOf(when)}${isSoft ? 1 : 0}${dueOn ?? '9999'}`
}

function itemOf({ studio, names }: GatheredDuties, item: DerivedDueItem, termKey: string | null, today: string): DueItem {
  const periods = item.lines.flatMap(({ period }) => (period === null || period.per === 'unknown' || period.per === 'once' ? [] : [shortly(periodText(period), termKey)]))
  return {
    key: item.key, studioId: studio.id, studioName: studio.name, ref: item.dutyRef, title: titleText(item), column: columnOf(item), subject: subjectText(item.subject, names),
    when: item.when, soft: item.isSoft, dueOn: item.dueOn, missing: item.missing, unit: unitOf(item),
    periods: periods.length === 0 ? null : periods.length > 3 ? `${periods.slice(0, 3).join('、')}等 ${periods.length} 个期间` : periods.join('、'),
    fulfilment: fulfilmentOf(item.metrics, item.lines[0], today),
  }
}

function comingIn({ studio, input, names }: GatheredDuties, wanted: Parameters<typeof dutiesToCome>[1], termKey: string | null): DutyToComeRow[] {
  return dutiesToCome(input, wanted).map((duty) => ({
    key: `${studio.id}|${duty.ref}|${duty.period.key}|${duty.dueOn}`, studioId: studio.id, studioName: studio.name, title: duty.title, soft: duty.isSoft, dueOn: duty.dueOn,
    subject: subjectsText(duty, names), columns: duty.subjects.map((subject) => columnOf({ subject })), amount: toComeText(duty), period: shortly(periodText(duty.period), termKey),
  }))
}

/** 第3周, 本学期: the name of the term that runs need not be told. */
function shortly(period: string, termKey: string | null): string {
  if (termKey === null || !period.startsWith(termName(termKey))) return period
  return period.slice(termName(termKey).length) || '本学期'
}

function unitOf({ unit, lines }: Pick<DerivedDueItem, 'lines'> & Pick<DutyOutcome, 'unit'>): string {
  const printed = lines[0]?.basis.printed
  return typeof printed === 'object' && printed !== null ? '名' : unit
}

/** For the studio's column and for everybody all that lies beside; for a person's what she took part in. */
function concerns({ recordById }: GatheredDuties, recordId: string, column: string): boolean {
  return column === 'studio' || column === everybody || recordById.get(recordId)?.record.personIds.some((id) => column === `person:${id}`) === true
}
