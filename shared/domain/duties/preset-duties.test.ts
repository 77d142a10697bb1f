import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aCalendar, aDutyInput, aMembership, aRecord, preset, schemesFolder } from '../../../tests/fixtures/duties.ts'
import { must } from '../../must.ts'
import { studioKindOf } from '../schemes/studio-kind-of.ts'
import type { Scheme } from '../schemes/scheme-format.ts'
import { isMemberRole } from '../schemes/scheme-settings.ts'
import { deriveDuties } from './derive-duties.ts'
import { ownBodies } from './duty-subjects.ts'
import { dueList } from './due-list.ts'
import type { DueItem } from './due-list.ts'
import type { DutyInput, DutyMembership } from './duty-input.ts'
import type { DutyLine, DutyOutcome } from './duty-line.ts'
import type { DutyRecord } from './duty-record.ts'
import { basisTexts, lineText, subjectText, uncountedText } from './duty-words.ts'

const codes = readdirSync(schemesFolder).filter((name) => name.endsWith('.json')).map((name) => name.replace('.json', '')).toSorted()
const schemes = codes.map((code) => [code, preset(code)] as const)
const today = '2027-01-25'

/** One person in every role that the scheme names, two members, and whoever else its duties speak of. */
function peopleOf(scheme: Scheme): readonly DutyMembership[] {
  const ofDuties = (scheme.duties ?? []).flatMap(({ subject }) => (subject.startsWith('each') ? [subject.charAt(4).toLowerCase() + subject.slice(5)] : []))
  const roles = new Set(['host', 'member', ...(scheme.roles ?? []).map(({ role }) => role), ...ofDuties.filter((role) => role !== 'class' && role !== 'group')].filter(isMemberRole))
  return [...[...roles].map((role) => aMembership(`the-${role}`, role)), aMembership('another-member')]
}

function inputFor(scheme: Scheme, records: readonly DutyRecord[] = []): DutyInput {
  return aDutyInput(scheme, {
    memberships: peopleOf(scheme), records, today, calendar: aCalendar(), soonDays: 14,
    events: [{ id: 'seminar', title: '研讨', on: '2026-10-12', metrics: ['seminar'] }], batches: [{ key: '1', name: '第一批', fromOn: '2026-11-02', toOn: '2026-11-20' }],
  })
}

/** Records by which the line is met: as many as it needs, on a day of its period, by whoever is asked, of the level and length that the scheme wants. */
function fulfilling(duty: DutyOutcome, line: DutyLine, scheme: Scheme): readonly DutyRecord[] {
  const period = must(line.period, 'only a line with a period is met')
  const conditions = scheme.duties?.find(({ sourceRef }) => sourceRef === duty.ref)?.conditions
  const level = conditions?.level ?? conditions?.levelMin
  const on = period.fromOn > today ? today : period.fromOn
  return [aRecord(must(duty.metrics[0], 'a duty has a metric'), on, {
    id: `met-${duty.ref}`, personIds: line.subject.kind === 'person' ? [line.subject.personId] : [], byStudio: line.subject.kind !== 'person',
    amounts: { count: line.needed ?? 1, chars: 20_000, [duty.measure]: line.needed ?? 1 }, levelKey: level ?? null, attendance: { present: 4, expected: 4 },
  })]
}

/** Lines that ask for something of the studio, of somebody in it, or of the school where a team stands for it. */
const asked = (duty: DutyOutcome, scheme: Scheme) => duty.lines.filter(({ state, needed, subject }) =>
  needed !== null && needed > 0 && state !== 'notApplicable' && (subject.kind !== 'body' || ownBodies(scheme).has(subject.body)))
const shown = (item: DueItem) => `${item.when} ${item.dutyRef}`

const asksInNumbers = ([, scheme]: (typeof schemes)[number]) => deriveDuties(inputFor(scheme)).duties.some((duty) => asked(duty, scheme).length > 0)

describe('the presets', () => {
  it('that make no studio are followed by a team of the school', () => {
    const teams = ['001-1', '001-10', '001-11', '001-2', '001-5', '001-7', '001-9', '004-01', '004-02', '004-10', '004-12', '004-13', '004-14', '004-15', '004-16', '004-17', '004-19']
    expect(schemes.filter(([, scheme]) => studioKindOf(scheme) === 'team').map(([code]) => code)).toEqual(teams)
  })

  it('that ask for nothing in numbers of whoever follows them are these; their rules are about titles, or about others', () => {
    expect(schemes.filter((each) => !asksInNumbers(each)).map(([code]) => code)).toEqual(['001-1', '001-10', '001-11', '001-2', '001-7', '001-9', '004-02'])
  })

  it.each(schemes)('%s: a term of a studio without a record is derived, and every line can be said', (_, scheme) => {
    const names = { scheme, personName: () => '江一帆', dutyTitle: () => '公开课' }
    const { duties } = deriveDuties(inputFor(scheme))
    expect(duties.length).toBeGreaterThanOrEqual(scheme.duties?.length ?? 0)
    let said = 0
    for (const duty of duties) {
      // The second and third year of the cycle have not begun.
      const year = scheme.duties?.find(({ sourceRef }) => sourceRef === duty.ref)?.conditions?.['year'] ?? 1
      if (year === 1) expect(duty.lines.length, duty.ref).toBeGreaterThan(0)
      else expect(duty.lines, duty.ref).toEqual([])
      for (const line of duty.lines) {
        const text = [subjectText(line.subject, names), lineText(duty, line), ...basisTexts(line.basis, duty.unit)].join('；')
        expect(text, duty.ref).not.toMatch(/[A-Za-z]{3,}/)
        said += 1
      }
    }
    expect(said).toBeGreaterThanOrEqual(duties.filter(({ lines }) => lines.length > 0).length)
  })
})

describe.each(schemes.filter((each) => !asksInNumbers(each)))('a team under %s, which names no numbers', (_, scheme) => {
  it('has nothing due, and what it records of the duties is kept and shown without a verdict', () => {
    const named = (scheme.duties ?? []).flatMap(({ metric }, at) => [aRecord(metric, '2026-10-12', { id: `kept-${at}`, personIds: ['the-member', 'the-trainee'], byStudio: true })])
    const derived = deriveDuties(inputFor(scheme, named))
    expect(dueList([derived], { today, termEndsOn: null }).items).toEqual([])
    const shownRecords = new Set(derived.duties
      .flatMap(({ lines, unplaced }) => [...lines.flatMap(({ counted, uncounted }) => [...counted, ...uncounted]), ...unplaced]).map(({ recordId }) => recordId))
    expect([...shownRecords].toSorted()).toEqual(named.map(({ id }) => id).toSorted())
  })
})

describe.each(schemes.filter(asksInNumbers))('a studio or team under %s', (_, scheme) => {
  const bare = deriveDuties(inputFor(scheme))
  const numbered = bare.duties.filter((duty) => asked(duty, scheme).length > 0)
  const met = must(numbered[0], 'every preset of a studio asks for something of somebody in it')
  const metLine = must(asked(met, scheme)[0], 'it was found by its lines')

  it('sees what the scheme implies in the due list: every duty with a number, once for each who is asked', () => {
    const { items } = dueList([bare], { today, termEndsOn: null })
    const open = new Set(items.map(({ dutyRef }) => dutyRef))
    const expected = numbered.filter(({ optional }) => !optional).map(({ ref }) => ref)
    expect([...open].toSorted()).toEqual(expected.toSorted())
    for (const duty of numbered) {
      const subjects = new Set(asked(duty, scheme).map(({ subject }) => JSON.stringify(subject)))
      expect(new Set(items.filter(({ dutyRef }) => dutyRef === duty.ref).map(({ subject }) => JSON.stringify(subject))).size, duty.ref).toBe(duty.optional ? 0 : subjects.size)
    }
  })

  it('has a duty met by what was done, and it leaves the list', () => {
    const done = deriveDuties(inputFor(scheme, fulfilling(met, metLine, scheme)))
    const line = must(done.duties.find(({ ref }) => ref === met.ref)?.lines.find(({ key }) => key === metLine.key), 'the lines stay')
    expect(line).toMatchObject({ state: 'done', missing: 0 })
    const left = dueList([done], { today, termEndsOn: null }).items.flatMap(({ lines }) => lines.map(({ key }) => key))
    expect(left).not.toContain(metLine.key)
  })

  it('has missed what fell due in the term, where the scheme asks for something in a term or less', () => {
    const due = bare.duties.flatMap((duty) => asked(duty, scheme)).filter(({ dueOn }) => dueOn !== null && dueOn < today)
    const short = (scheme.duties ?? []).filter(({ per, minimum, mustExist, subject, optional }) =>
      (per === 'term' || per === 'week' || per === 'twoWeeks' || per === 'month') && (minimum ?? mustExist) !== undefined && optional !== true && subject !== 'school')
    for (const { sourceRef, strength } of short) {
      const lines = due.filter(({ dutyRef, because }) => dutyRef === sourceRef && because === null)
      if (bare.duties.find(({ ref }) => ref === sourceRef)?.lines.every(({ subject }) => subject.kind === 'everyone' || subject.kind === 'body') === true) continue
      expect(lines.length, sourceRef).toBeGreaterThan(0)
      expect(new Set(lines.map(({ state }) => state)), sourceRef).toEqual(new Set([strength === 'soft' ? 'reminder' : 'overdue']))
    }
    const overdue = dueList([bare], { today, termEndsOn: null }).items.filter(({ when }) => when === 'overdue')
    if (short.length > 0) expect(overdue.map(shown).length).toBeGreaterThan(0)
  })

  it('does not count what was done before the cycle, and says so', () => {
    const early = fulfilling(met, metLine, scheme).map((record) => ({ ...record, on: '2026-05-04' }))
    const duties = deriveDuties(inputFor(scheme, early))
    const duty = must(duties.duties.find(({ ref }) => ref === met.ref), 'the duties stay')
    expect([duty.unplaced.map(({ reason }) => reason.code), duty.lines.find(({ key }) => key === metLine.key)?.state]).toEqual([['outsideCycle'], metLine.state])
    expect(uncountedText(must(duty.unplaced[0], 'there is one').reason, { scheme, personName: () => '江一帆', dutyTitle: () => '公开课' })).toContain('不在本周期')
  })

  it('does not count what is of too low a level, too short or not attended by all, where the scheme asks for that', () => {
    let looked = 0
    for (const duty of numbered) {
      const conditions = scheme.duties?.find(({ sourceRef }) => sourceRef === duty.ref)?.conditions
      const line = asked(duty, scheme)[0]
      if (line === undefined) continue
      const [record] = fulfilling(duty, line, scheme)
      const wanted = [
        [conditions?.levelMin ?? conditions?.level, { levelKey: null }, 'levelMissing'], [conditions?.charsAbout ?? conditions?.charsAtLeast, { amounts: { count: 1, chars: 10 } }, 'tooShort'],
        [conditions?.allMembersAttend, { attendance: { present: 3, expected: 4 } }, 'notAllAttended'],
      ] as const
      for (const [condition, spoilt, code] of wanted) {
        if (condition === undefined || condition === false || record === undefined) continue
        const found = deriveDuties(inputFor(scheme, [{ ...record, ...spoilt }])).duties.find(({ ref }) => ref === duty.ref)?.lines.find(({ key }) => key === line.key)
        expect(found?.uncounted.map(({ reason }) => reason.code), duty.ref).toEqual([code])
        looked += 1
      }
    }
    const conditioned = (scheme.duties ?? []).filter(({ sourceRef, conditions }) => numbered.some(({ ref }) => ref === sourceRef)
      && (conditions?.level ?? conditions?.levelMin ?? conditions?.charsAbout ?? conditions?.charsAtLeast ?? (conditions?.allMembersAttend === true ? true : undefined)) !== undefined)
    expect(looked).toBeGreaterThanOrEqual(conditioned.length)
  })
})

describe('what single presets ask for', () => {
  const countedOf = (code: string, ref: string, subject: string, records: readonly DutyRecord[], chosen = {}) => {
    const lines = deriveDuties({ ...inputFor(preset(code), records), chosen }).duties.find((duty) => duty.ref === `${code}/${ref}`)?.lines ?? []
    return must(lines.find((line) => (line.subject.kind === 'person' ? line.subject.personId : line.subject.kind) === subject), `${ref} is asked of ${subject}`)
  }

  it('000-1: an outing counts only if all members came', () => {
    const outing = (present: number) => [aRecord('outreachTeaching', '2026-11-05', { id: `outing-${present}`, attendance: { present, expected: 4 } })]
    expect(countedOf('000-1', 'd07', 'studio', outing(4)).done).toBe(1)
    expect(countedOf('000-1', 'd07', 'studio', outing(3)).uncounted).toEqual([{ recordId: 'outing-3', reason: { code: 'notAllAttended', present: 3, expected: 4 } }])
  })

  it('000-2: ten thousand characters are a sum of several pieces, or one, as the school reads it', () => {
    const notes = [6000, 4500].map((chars) => aRecord('readingNoteChars', '2026-11-05', { personIds: ['the-member'], amounts: { chars } }))
    expect(countedOf('000-2', 'd08', 'the-member', notes)).toMatchObject({ needed: 10_000, done: 10_500, state: 'done' })
    expect(countedOf('000-2', 'd08', 'the-member', notes, { readingNoteSum: 'onePiece' })).toMatchObject({ needed: 10_000, done: 6000, missing: 4000 })
  })

  it('000-4: lessons, designs and demonstrations are read by the cycle or all three by the school year', () => {
    const pers = (chosen: Record<string, string>) => ['d19', 'd20', 'd21'].map((ref) => countedOf('000-4', ref, 'the-member', [], chosen).period?.per)
    expect([pers({}), pers({ memberLessonPeriod: 'schoolYear' })]).toEqual([['cycle', 'cycle', 'cycle'], ['schoolYear', 'schoolYear', 'schoolYear']])
  })

  it('000-4: a paper counts for one of two overlapping rules, or for both where the school reads them so', () => {
    const paper = [aRecord('', '2026-11-05', { metrics: ['paperPublished', 'paperPublishedOrAwarded'], personIds: ['the-member'], levelKey: 'city' })]
    const done = (chosen: Record<string, string>) => ['d18', 'd24'].map((ref) => countedOf('000-4', ref, 'the-member', paper, chosen).done)
    expect([done({}), done({ papersOverlap: 'same' })]).toEqual([[1, 0], [1, 1]])
  })

  it('004-22: what the scheme only strives for is a reminder after its day', () => {
    const soft = must(preset('004-22').duties?.find(({ strength, per, subject }) => strength === 'soft' && per === 'term' && subject === 'eachMember'), 'the preset has 力求')
    expect(countedOf('004-22', soft.sourceRef.slice(-3), 'the-coreMember', [])).toMatchObject({ state: 'reminder', missing: 1 })
  })
})
