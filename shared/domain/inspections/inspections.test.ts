import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { teachingWeeks } from '../terms/teaching-weeks.ts'
import { daysUntilClosed, findingState, type FollowUpStep, inOrder, isOverdue, nextSteps, type StepKind, stepKinds } from './follow-up.ts'
import { type FindingFact, findingFigures, findingsBy, type LogFact, logsBy } from './inspection-statistics.ts'
import { inspectionState, logStandings } from './inspection-words.ts'
import { asksForLogs, isActiveIn, logDueAtFirst, logDueOn, logFigures, logStanding, weekToEnter } from './weekly-logs.ts'

const holidays = [{ name: '国庆', kind: 'off' as const, startsOn: '2026-10-01', endsOn: '2026-10-07' }, { name: '调休', kind: 'makeup' as const, startsOn: '2026-10-10', endsOn: '2026-10-10' }]
const weeks = teachingWeeks({ teachingStartsOn: '2026-09-01', teachingEndsOn: '2027-01-22' }, holidays)
const day = fc.integer({ min: 0, max: 200 }).map((n) => new Date(Date.UTC(2026, 7, 20 + n)).toISOString().slice(0, 10))
const steps = (...kinds: StepKind[]): FollowUpStep[] => kinds.map((kind, at) => ({ kind, at: `2026-10-${String(10 + at)}T02:00:00.000Z`, onDay: `2026-10-${String(10 + at)}`, ordinal: at + 1 }))

describe('the weekly log', () => {
  it('is due on the Monday after its week; a Monday that is off moves on to the first day of work', () => {
    expect(logDueOn({ startsOn: '2026-09-07' }, logDueAtFirst, holidays)).toBe('2026-09-14')
    expect(logDueOn({ startsOn: '2026-09-28' }, logDueAtFirst, holidays)).toBe('2026-10-08')
    expect(logDueOn({ startsOn: '2026-09-07' }, { weekday: 5, week: 'same' }, holidays)).toBe('2026-09-11')
    expect(logDueOn({ startsOn: '2026-09-07' }, { weekday: 7, week: 'same' }, holidays)).toBe('2026-09-13')
  })

  it('is in time on its day, late after it, missing only once the day has passed', () => {
    expect(logStanding('2026-09-14', '2026-09-14', '2026-09-20')).toBe('onTime')
    expect(logStanding('2026-09-15', '2026-09-14', '2026-09-20')).toBe('late')
    expect(logStanding(null, '2026-09-14', '2026-09-14')).toBe('waiting')
    expect(logStanding(null, '2026-09-14', '2026-09-15')).toBe('missing')
  })

  it('is not asked of a week without lessons, nor of a class that is not there in the term', () => {
    expect(asksForLogs({ teachingDays: [] })).toBe(false)
    expect(isActiveIn({ fromTermKey: '2025-1', untilTermKey: '2026-2' }, '2026-1')).toBe(true)
    expect(isActiveIn({ fromTermKey: '2025-1', untilTermKey: '2025-2' }, '2026-1')).toBe(false)
    expect(isActiveIn({ fromTermKey: '2026-2', untilTermKey: null }, '2026-1')).toBe(false)
  })

  it('is entered for the week before this one where it is due in the week after', () => {
    expect(weekToEnter(weeks, '2026-09-22', logDueAtFirst)?.startsOn).toBe('2026-09-14')
    expect(weekToEnter(weeks, '2026-09-22', { weekday: 5, week: 'same' })?.startsOn).toBe('2026-09-21')
    expect(weekToEnter(weeks, '2026-08-01', logDueAtFirst)?.startsOn).toBe('2026-08-31')
    expect(weekToEnter([], '2026-09-22', logDueAtFirst)).toBeUndefined()
  })

  it('in time, late and missing together are what was due, and with those that wait what was asked', () => {
    fc.assert(fc.property(fc.array(fc.record({ handedInOn: fc.option(day), dueOn: day }), { maxLength: 40 }), day, (logs, today) => {
      const standings = logs.map(({ handedInOn, dueOn }) => logStanding(handedInOn, dueOn, today))
      const { asked, due, onTime, late, missing, onTimeShare } = logFigures(standings)
      expect(onTime + late + missing).toBe(due)
      expect(asked - due).toBe(standings.filter((standing) => standing === 'waiting').length)
      expect(onTimeShare === null).toBe(due === 0)
      if (onTimeShare !== null) expect(onTimeShare).toBeLessThanOrEqual(1)
    }))
  })

  it('is counted once for its class and once for its week, whatever stands in it', () => {
    const log = fc.record<LogFact>({
      classId: fc.constantFrom('a', 'b', 'c'), weekStartsOn: fc.constantFrom('2026-09-07', '2026-09-14'), standing: fc.constantFrom(...logStandings),
      items: fc.record({ progress: fc.constantFrom('done', 'none', null), practice: fc.constantFrom('done', 'notDone'), homework: fc.constant(null) }),
      lessonsPlanned: fc.option(fc.nat(40)), lessonsHeld: fc.option(fc.nat(40)), homeworkAssigned: fc.option(fc.nat(9)), homeworkCorrected: fc.option(fc.nat(9)),
    })
    fc.assert(fc.property(fc.array(log), (logs) => {
      for (const groups of [logsBy(logs, ({ classId }) => classId), logsBy(logs, ({ weekStartsOn }) => weekStartsOn)]) {
        expect(groups.reduce((sum, { figures }) => sum + figures.asked, 0)).toBe(logs.length)
        for (const { figures } of groups) expect(figures.itemsDone).toBeLessThanOrEqual(figures.itemsFilled)
      }
    }))
  })
})

describe('the follow-up of a finding', () => {
  it('goes from open over mended and checked to closed, and back where it is returned or taken up again', () => {
    expect(findingState('minor', [])).toBe('open')
    expect(findingState('minor', steps('answer'))).toBe('mended')
    expect(findingState('minor', steps('answer', 'pass'))).toBe('checked')
    expect(findingState('serious', steps('answer', 'pass', 'close'))).toBe('closed')
    expect(findingState('minor', steps('answer', 'return'))).toBe('open')
    expect(findingState('minor', steps('answer', 'pass', 'close', 'reopen'))).toBe('open')
    expect(findingState('good', steps('answer'))).toBe('noted')
  })

  it('lets the one responsible answer and nothing else; the office may do each step', () => {
    const teacher = { isOffice: false, isResponsible: true }
    const office = { isOffice: true, isResponsible: false }
    expect(nextSteps('open', teacher)).toEqual(['answer'])
    expect(nextSteps('mended', teacher)).toEqual([])
    expect(nextSteps('mended', office)).toEqual(['pass', 'return'])
    expect(nextSteps('closed', office)).toEqual(['reopen'])
    expect(nextSteps('open', { isOffice: false, isResponsible: false })).toEqual([])
    expect(nextSteps('noted', office)).toEqual([])
  })

  const anySteps = fc.array(fc.constantFrom(...stepKinds), { maxLength: 20 }).map((kinds) => steps(...kinds))

  it('is decided by the time of the steps, not by the order in which they are read', () => {
    fc.assert(fc.property(anySteps.chain((own) => fc.tuple(fc.constant(own), fc.shuffledSubarray(own, { minLength: own.length }))), ([own, shuffled]) => {
      expect(findingState('minor', shuffled)).toBe(findingState('minor', own))
    }))
  })

  it('is never closed without an answer and a check after it, since it was last opened', () => {
    fc.assert(fc.property(anySteps, (own) => {
      if (findingState('minor', own) !== 'closed') return
      const ordered = inOrder(own)
      // A step that was not allowed where it stood changed nothing: only a finding that was closed is taken up again.
      const opened = ordered.findLastIndex(({ kind }, at) => kind === 'reopen' && findingState('minor', ordered.slice(0, at)) === 'closed')
      const since = ordered.slice(opened + 1).map(({ kind }) => kind)
      const answer = since.indexOf('answer')
      const pass = since.indexOf('pass', answer)
      expect(answer).toBeGreaterThanOrEqual(0)
      expect(pass).toBeGreaterThan(answer)
      expect(since.lastIndexOf('close')).toBeGreaterThan(pass)
    }))
  })

  it('is overdue only while nobody has answered', () => {
    expect(isOverdue({ state: 'open', dueOn: '2026-10-10' }, '2026-10-10')).toBe(false)
    expect(isOverdue({ state: 'open', dueOn: '2026-10-10' }, '2026-10-11')).toBe(true)
    expect(isOverdue({ state: 'mended', dueOn: '2026-10-10' }, '2026-10-11')).toBe(false)
    expect(isOverdue({ state: 'open', dueOn: null }, '2026-10-11')).toBe(false)
  })

  it('takes its days from finding to the last close', () => {
    expect(daysUntilClosed('2026-10-08', 'closed', steps('answer', 'pass', 'close'))).toBe(4)
    expect(daysUntilClosed('2026-10-08', 'open', steps('answer'))).toBeNull()
  })
})

describe('statistics', () => {
  const finding = (more: Partial<FindingFact>): FindingFact => ({ classId: null, personId: null, department: null, item: '备课与教案', severity: 'minor', state: 'open', foundOn: '2026-10-08', dueOn: null, steps: [], ...more })

  it('tell good practice apart from what is to be mended, and how long it took', () => {
    const facts = [
      finding({ personId: 'p', severity: 'good', state: 'noted' }), finding({ personId: 'p', dueOn: '2026-10-09' }),
      finding({ personId: 'p', severity: 'serious', state: 'closed', steps: steps('answer', 'pass', 'close') }), finding({ classId: 'c' }),
    ]
    expect(findingFigures(facts, '2026-10-20')).toEqual({ findings: 3, good: 1, minor: 2, serious: 1, open: 2, overdue: 1, closed: 1, meanDays: 4 })
    expect(findingsBy(facts, ({ personId }) => personId, '2026-10-20')).toMatchObject([{ key: 'p', figures: { findings: 2, good: 1 } }])
  })
})

it('an inspection runs from its first day until its report is in', () => {
  expect(inspectionState({ startsOn: '2026-11-09', closedOn: null }, '2026-11-08')).toBe('planned')
  expect(inspectionState({ startsOn: '2026-11-09', closedOn: null }, '2026-12-08')).toBe('running')
  expect(inspectionState({ startsOn: '2026-11-09', closedOn: '2026-11-20' }, '2026-11-25')).toBe('closed')
})
