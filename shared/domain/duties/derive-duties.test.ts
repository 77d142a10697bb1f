import { describe, expect, it } from 'vitest'
import { aCalendar, aDutyInput, aMembership, aRecord, autumn, derived, dutyOf, lineOf, preset, schemeOf, spring } from '../../../tests/fixtures/duties.ts'
import { deriveDuties } from './derive-duties.ts'
import { readDutyCalendar } from './duty-calendar.ts'
import type { DutyLine } from './duty-line.ts'

const figures = ({ needed, done, missing, state }: DutyLine) => [needed, done, missing, state]
const term = { unit: '节', per: 'term', minimum: 1 } as const
const reasons = (line: Pick<DutyLine, 'uncounted'>) => line.uncounted.map(({ reason }) => reason.code)

describe('a duty of the term', () => {
  it('is asked of each member, counted for whoever did it, and overdue after the last day', () => {
    const duties = derived([{ metric: 'openLesson', subject: 'eachMember', ...term }], { records: [aRecord('openLesson', '2026-10-12', { personIds: ['a'] })], today: '2027-01-23' })
    expect(dutyOf(duties, 'd01').lines.map(({ subject, state }) => [subject.kind === 'person' ? subject.personId : '', state])).toEqual([['a', 'done'], ['b', 'overdue'], ['c', 'overdue']])
    expect(lineOf(duties, 'd01', 'b')).toMatchObject({ needed: 1, done: 0, missing: 1, dueOn: '2027-01-22', period: { key: 'term:2026-1' } })
  })

  it('is due soon in its last days and in progress before; a soft one is only a reminder', () => {
    const stateOn = (today: string, strength: 'hard' | 'soft' = 'hard') => lineOf(derived([{ metric: 'seminar', ...term, strength }], { today }), 'd01').state
    expect(['2027-01-14', '2027-01-15', '2027-01-22', '2027-01-23'].map((day) => stateOn(day))).toEqual(['inProgress', 'dueSoon', 'dueSoon', 'overdue'])
    expect(stateOn('2027-01-23', 'soft')).toBe('reminder')
  })

  it('takes what was done in the holidays after it, unless the school says no', () => {
    const records = [aRecord('seminar', '2027-02-01')]
    expect(lineOf(derived([{ metric: 'seminar', ...term }], { records, today: '2027-02-10' }), 'd01').done).toBe(1)
    const strict = derived([{ metric: 'seminar', ...term }], { records, today: '2027-02-10', chosen: { holidayRecords: 'nowhere' } })
    expect([lineOf(strict, 'd01').done, dutyOf(strict, 'd01').unplaced[0]?.reason]).toEqual([0, { code: 'outsidePeriod', on: '2027-02-01' }])
  })

  it('takes a summary that was written after it but says for which term it is', () => {
    const duties = derived([{ metric: 'workSummary', mustExist: true, unit: '份', per: 'term' }], {
      records: [aRecord('workSummary', '2027-03-02', { forPeriod: 'term:2026-1' })], today: '2027-03-10',
    })
    expect(dutyOf(duties, 'd01').lines.map(({ period, state }) => [period?.key, state])).toEqual([['term:2026-1', 'done'], ['term:2026-2', 'inProgress']])
  })

  it('that is due before it begins counts a plan made in the holidays', () => {
    const records = [aRecord('studioPlan', '2027-02-15')]
    const duties = derived([{ metric: 'studioPlan', mustExist: true, unit: '份', per: 'term', dueAt: '每学期开始前' }], { records, today: '2027-02-23' })
    expect(dutyOf(duties, 'd01').lines.map(({ period, state, dueOn }) => [period?.key, state, dueOn]))
      .toEqual([['term:2026-1', 'overdue', '2026-08-31'], ['term:2026-2', 'done', '2027-02-21']])
  })

  it('says that it cannot be told where the term has no days, and breaks nothing', () => {
    const undated = { ...spring, startsOn: null, endsOn: null, teachingStartsOn: null, teachingEndsOn: null }
    const duties = derived([{ metric: 'seminar', ...term }], { calendar: aCalendar([autumn, undated]) })
    expect(dutyOf(duties, 'd01').lines.map(({ period, gap, state }) => [period?.key ?? gap, state]))
      .toEqual([['term:2026-1', 'dueSoon'], [{ reason: 'termWithoutDates', termKey: '2026-2' }, 'notApplicable']])
    const none = derived([{ metric: 'seminar', ...term }], { calendar: readDutyCalendar([], []) })
    expect(lineOf(none, 'd01', 'everyone')).toMatchObject({ state: 'notApplicable', because: 'noTerms' })
  })
})

describe('what counts', () => {
  it('asks for the level by the ranks of the scheme, exactly or at least', () => {
    const at = (levelKey: string | null) => [aRecord('lecture', '2026-10-12', { levelKey })]
    const reasonOf = (conditions: { level?: string; levelMin?: string }, levelKey: string | null) =>
      lineOf(derived([{ metric: 'lecture', ...term, conditions }], { records: at(levelKey) }), 'd01').uncounted[0]?.reason ?? 'counts'
    expect(reasonOf({ levelMin: 'county' }, 'city')).toBe('counts')
    expect(reasonOf({ levelMin: 'county' }, 'school')).toEqual({ code: 'wrongLevel', wanted: 'county', atLeast: true, has: 'school' })
    expect(reasonOf({ level: 'county' }, 'city')).toEqual({ code: 'wrongLevel', wanted: 'county', atLeast: false, has: 'city' })
    expect(reasonOf({ levelMin: 'county' }, null)).toEqual({ code: 'levelMissing', wanted: 'county', atLeast: true })
    expect(reasonOf({ levelMin: 'county' }, 'unheardOf')).toMatchObject({ code: 'wrongLevel' })
  })

  it('asks for characters: at least so many, or about so many within the tolerance of the setting', () => {
    const reasonOf = (conditions: { charsAtLeast?: number; charsAbout?: number }, chars?: number) =>
      reasons(lineOf(derived([{ metric: 'paperWritten', ...term, conditions }], { records: [aRecord('paperWritten', '2026-10-12', chars === undefined ? {} : { amounts: { chars } })] }), 'd01'))
    expect([reasonOf({ charsAbout: 2000 }, 1800), reasonOf({ charsAbout: 2000 }, 1799), reasonOf({ charsAtLeast: 2000 }, 1999), reasonOf({ charsAtLeast: 2000 })])
      .toEqual([[], ['tooShort'], ['tooShort'], ['charsMissing']])
  })

  it('counts an outing only if all members came, and says how many did', () => {
    const records = [
      aRecord('outreachTeaching', '2026-10-12', { id: 'all', attendance: { present: 4, expected: 4 } }),
      aRecord('outreachTeaching', '2026-10-13', { id: 'three', attendance: { present: 3, expected: 4 } }), aRecord('outreachTeaching', '2026-10-14', { id: 'nobodyKnows' }),
    ]
    const line = lineOf(derived([{ metric: 'outreachTeaching', ...term, minimum: 2, conditions: { allMembersAttend: true } }], { records }), 'd01')
    expect([line.done, ...line.uncounted]).toEqual([1, { recordId: 'three', reason: { code: 'notAllAttended', present: 3, expected: 4 } }, { recordId: 'nobodyKnows', reason: { code: 'attendanceMissing' } }])
  })

  it('lets any of several metrics do, and counts a record that is two of them once', () => {
    const records = [aRecord('lecture', '2026-10-12'), aRecord('', '2026-10-13', { metrics: ['openLesson', 'lecture'] }), aRecord('支教', '2026-10-14')]
    expect(lineOf(derived([{ metric: 'publicTeaching', ...term, anyOf: ['lecture', 'openLesson', '支教'] }], { records }), 'd01').counted.map(({ amount }) => amount)).toEqual([1, 1, 1])
  })

  it('does not stop at a condition that it does not know, but asks for a look', () => {
    const duties = derived([{ metric: 'lecture', ...term, conditions: { scope: '县内', forms: ['讲座', '论坛'] } as never }], { records: [aRecord('lecture', '2026-10-12')] })
    expect([dutyOf(duties, 'd01').checks, lineOf(duties, 'd01').state]).toEqual([[{ key: 'scope', text: '范围：县内' }, { key: 'forms', text: '形式：讲座、论坛' }], 'done'])
  })

  it('measures lesson hours and characters where the unit says so, and says when they are not known', () => {
    const records = [
      aRecord('guidanceLessons', '2026-10-12', { amounts: { count: 1, lessonHours: 2 } }), aRecord('guidanceLessons', '2026-10-13', { amounts: { lessonHours: 1.5 } }), aRecord('guidanceLessons', '2026-10-14'),
    ]
    const line = lineOf(derived([{ metric: 'guidanceLessons', per: 'term', unit: '课时', minimum: 15 }], { records }), 'd01')
    expect([line.done, line.missing, reasons(line)]).toEqual([3.5, 11.5, ['measureMissing']])
  })

  it('lets a range pass at its minimum; the maximum only informs', () => {
    const records = ['12', '13', '14', '15'].map((day) => aRecord('mentoringPair', `2026-10-${day}`))
    expect(lineOf(derived([{ metric: 'mentoringPair', ...term, minimum: 2, maximum: 3 }], { records: records.slice(0, 2) }), 'd01')).toMatchObject({ state: 'done', done: 2, maximum: 3 })
    expect(lineOf(derived([{ metric: 'mentoringPair', ...term, minimum: 2, maximum: 3 }], { records }), 'd01')).toMatchObject({ state: 'done', done: 4, missing: 0 })
  })

  it('waits for the confirmation only where the school wants it', () => {
    const records = [aRecord('lecture', '2026-10-12', { confirmed: false }), aRecord('lecture', '2026-10-13', { confirmed: true })]
    expect(lineOf(derived([{ metric: 'lecture', ...term }], { records }), 'd01').done).toBe(2)
    const strict = lineOf(derived([{ metric: 'lecture', ...term }], { records, chosen: { countedRecords: 'confirmed' } }), 'd01')
    expect([strict.done, reasons(strict)]).toEqual([1, ['notConfirmed']])
  })

  it('puts a record of another time, of others or of nobody beside the lines, with the reason', () => {
    const person = (on: string, ...personIds: string[]) => aRecord('openLesson', on, { personIds })
    const memberships = [aMembership('host', 'host'), aMembership('a'), aMembership('gone', 'member', '2026-09-01', '2026-10-31')]
    const duties = derived([{ metric: 'openLesson', subject: 'eachMember', ...term }], {
      memberships, today: '2027-01-20',
      records: [
        person('2026-06-01', 'a'), person('2026-10-12', 'host'), person('2026-11-12', 'gone'), person('2026-10-12', 'stranger'), person('2027-01-21', 'a'), aRecord('openLesson', '2026-10-13'),
        aRecord('openLesson', '2026-10-14', { personIds: ['a'], forPeriod: 'schoolYear:2026' }),
      ],
    })
    expect(dutyOf(duties, 'd01').unplaced.map(({ reason }) => reason)).toEqual([
      { code: 'outsideCycle', fromOn: '2026-09-01', toOn: '2029-08-31' }, { code: 'roleNotMeant', personId: 'host', roles: ['host'] }, { code: 'notInStudio', personId: 'stranger' }, { code: 'noDoer' },
      { code: 'forOtherPeriod', forPeriod: 'schoolYear:2026' }, { code: 'outsideMembership', personId: 'gone', spans: [{ fromOn: '2026-09-01', toOn: '2026-10-31' }] },
      { code: 'notYet', on: '2027-01-21' },
    ])
  })

  it('counts a talk of a member for the studio, but not one of somebody who was not in it', () => {
    const records = [aRecord('lecture', '2026-10-12', { personIds: ['a', 'b'] }), aRecord('lecture', '2026-10-13', { personIds: ['stranger'] })]
    const duties = derived([{ metric: 'lecture', ...term }], { records })
    expect([lineOf(duties, 'd01').done, dutyOf(duties, 'd01').unplaced.map(({ reason }) => reason.code)]).toEqual([1, ['notInStudio']])
  })

  it('keeps what nobody asks for and names it', () => {
    expect(derived([{ metric: 'lecture', ...term }], { records: [aRecord('award', '2026-10-12', { id: 'prize' })] }).askedByNobody).toEqual(['prize'])
  })
})

describe('one act and two duties', () => {
  const two = [{ metric: 'lecture', ...term }, { metric: 'publicTeaching', ...term, anyOf: ['lecture'] }]

  it('counts for the first that needs it, and says so at the other', () => {
    const duties = derived(two, { records: [aRecord('lecture', '2026-10-12', { id: 'one' })] })
    expect([lineOf(duties, 'd01').state, lineOf(duties, 'd02').uncounted]).toEqual(['done', [{ recordId: 'one', reason: { code: 'usedElsewhere', dutyRef: 'T/d01' } }]])
    expect(lineOf(derived(two, { records: [aRecord('lecture', '2026-10-12'), aRecord('lecture', '2026-10-13')] }), 'd02').state).toBe('done')
  })

  it('counts for both where the school allows it', () => {
    expect(lineOf(derived(two, { records: [aRecord('lecture', '2026-10-12')], chosen: { oneActTwoDuties: 'allowed' } }), 'd02').done).toBe(1)
  })

  it('divides three lessons of one log among two duties', () => {
    const duties = derived([{ metric: 'lessonObservation', ...term, minimum: 2 }, { metric: 'studioActivity', ...term, minimum: 2, anyOf: ['lessonObservation'] }], {
      records: [aRecord('lessonObservation', '2026-10-12', { amounts: { count: 3 } })],
    })
    expect([lineOf(duties, 'd01').done, lineOf(duties, 'd02').done]).toEqual([2, 1])
  })

  it('is never taken away by what is only recorded, by an optional duty, or by an assessment of the same work', () => {
    const records = [aRecord('lecture', '2026-10-12')]
    const recorded = derived([{ metric: 'lecture', unit: '次' }, { metric: 'lecture', ...term }], { records })
    expect([figures(lineOf(recorded, 'd01')), figures(lineOf(recorded, 'd02'))]).toEqual([[null, 1, 0, 'notCounted'], [1, 1, 0, 'done']])
    const optional = derived([{ metric: 'lecture', ...term, optional: true }, { metric: 'lecture', ...term }], { records })
    expect([figures(lineOf(optional, 'd01')), lineOf(optional, 'd01').because, lineOf(optional, 'd02').state]).toEqual([[1, 0, 1, 'notCounted'], 'optional', 'done'])
    const assessed = derived([{ metric: 'lecture', ...term }, { metric: 'lecture', ...term, assessedAs: 'team' }], { records })
    expect([lineOf(assessed, 'd01').state, lineOf(assessed, 'd02').state]).toEqual(['done', 'done'])
  })

  it('004-03: a premium lesson of the studio counts as the open lesson of every member of that term', () => {
    const scheme = preset('004-03')
    const before = deriveDuties(aDutyInput(scheme, { records: [aRecord('openLesson', '2026-10-12', { personIds: ['a'] })] }))
    expect([lineOf(before, 'd13', 'a').state, lineOf(before, 'd13', 'b').state]).toEqual(['done', 'dueSoon'])
    const after = deriveDuties(aDutyInput(scheme, { records: [aRecord('showcaseLesson', '2026-10-12', { id: 'premium', personIds: ['a'] })] }))
    expect([lineOf(after, 'd14').state, lineOf(after, 'd13', 'a').counted, lineOf(after, 'd13', 'c').counted])
      .toEqual(['done', [{ recordId: 'premium', amount: 1, through: '004-03/d14' }], [{ recordId: 'premium', amount: 1, through: '004-03/d14' }]])
  })
})

describe('people who come and go', () => {
  const duty = [{ metric: 'lessonObservation', subject: 'eachMember', unit: '节', per: 'term', minimum: 20 }] as const
  const forPerson = (membership: ReturnType<typeof aMembership>, midTermJoiner: string, today = '2027-01-20') =>
    lineOf(derived(duty, { memberships: [membership], chosen: { midTermJoiner }, today }), 'd01', membership.personId, 'term:2026-1')

  it('owe all, their part by days, or nothing before the next period, as the school has chosen', () => {
    const joiner = aMembership('late', 'member', '2026-11-11')
    expect(['full', 'proRata', 'fromNextPeriod'].map((mode) => figures(forPerson(joiner, mode)))).toEqual([[20, 0, 20, 'dueSoon'], [10, 0, 10, 'dueSoon'], [0, 0, 0, 'notApplicable']])
    // 73 of the 144 days of the term.
    expect(forPerson(joiner, 'proRata').basis).toEqual({
      printed: 20, steps: [{ why: 'joined', on: '2026-11-11', days: 73, ofDays: 144, rule: 'proRata' }, { why: 'rounded', numerator: 20 * 73, denominator: 144, rounding: 'nearest' }],
    })
    expect(forPerson(joiner, 'fromNextPeriod')).toMatchObject({ because: 'joinedLater', basis: { steps: [{ why: 'joined', rule: 'notAsked' }] } })
  })

  it('count as there from the beginning when they come in the first days of the term', () => {
    expect(forPerson(aMembership('soon', 'member', '2026-09-20'), 'fromNextPeriod')).toMatchObject({ needed: 20, basis: { steps: [{ why: 'joined', on: '2026-09-20', rule: 'grace' }] } })
  })

  it('owe their part of a whole cycle even where joiners wait for the next period: there is none', () => {
    const line = lineOf(derived([{ metric: 'paperPublished', subject: 'eachMember', unit: '篇', per: 'cycle', minimum: 4 }], { memberships: [aMembership('late', 'member', '2028-03-01')], today: '2028-03-10' }), 'd01', 'late')
    expect(line).toMatchObject({ needed: 2, basis: { steps: [{ why: 'joined', rule: 'noNextPeriod' }, { why: 'rounded' }] } })
  })

  it('owe the plan of the cycle in one piece', () => {
    const line = lineOf(derived([{ metric: 'growthPlan', subject: 'eachMember', unit: '份', per: 'cycle', mustExist: true }], { memberships: [aMembership('late', 'member', '2028-03-01')], today: '2028-03-10' }), 'd01', 'late')
    expect(line).toMatchObject({ needed: 1, basis: { printed: 'mustExist', steps: [{ rule: 'notDivisible' }] } })
  })

  it('owe it until they leave, and are marked as gone', () => {
    const line = forPerson(aMembership('gone', 'member', '2026-09-01', '2026-11-11'), 'proRata')
    expect(line).toMatchObject({ needed: 10, dueOn: '2026-11-11', state: 'overdue', subject: { until: '2026-11-11' } })
    expect(forPerson(aMembership('gone', 'member', '2026-09-01', '2026-11-11'), 'fromNextPeriod').because).toBe('leftEarlier')
  })

  it('who leave and come back are asked by the days that they were there', () => {
    const memberships = [aMembership('back', 'member', '2026-09-01', '2026-09-30'), aMembership('back', 'member', '2026-12-12')]
    const line = lineOf(derived(duty, { memberships, chosen: { midTermJoiner: 'proRata' } }), 'd01', 'back')
    // 30 and 42 of 144 days.
    expect(line).toMatchObject({ needed: 10, basis: { steps: [{ why: 'away', on: '2026-09-30', days: 72, ofDays: 144 }, { why: 'rounded' }] } })
  })

  it('entered twice at the same time count once, and it is reported', () => {
    const duties = derived(duty, { memberships: [aMembership('twice'), aMembership('twice', 'member', '2026-10-01', '2026-12-31'), aMembership('odd', 'member', '2026-10-01', '2026-09-01')] })
    expect(dutyOf(duties, 'd01').lines.map(({ needed }) => needed)).toEqual([20])
    expect(duties.reports).toEqual([
      { code: 'overlappingMemberships', personId: 'twice', role: 'member', fromOn: '2026-10-01', toOn: '2026-12-31' }, { code: 'endsBeforeItBegins', personId: 'odd', role: 'member', fromOn: '2026-10-01', toOn: '2026-09-01' },
    ])
  })

  it('who change their role in the term are asked in both for the part of it', () => {
    const memberships = [aMembership('up', 'member', '2026-09-01', '2026-11-11'), aMembership('up', 'host', '2026-11-12')]
    const duties = derived([...duty, { metric: 'lecture', subject: 'host', per: 'term', unit: '次', minimum: 4 }], { memberships, chosen: { midTermJoiner: 'proRata' } })
    expect([lineOf(duties, 'd01', 'up').needed, lineOf(duties, 'd02', 'up').needed]).toEqual([10, 2])
    const both = derived([{ metric: 'reflection', subject: 'hostAndEachMember', per: 'term', unit: '篇', minimum: 2 }], { memberships })
    expect(lineOf(both, 'd01', 'up')).toMatchObject({ needed: 2, subject: { roles: ['host', 'member'] } })
  })

  it('a host and the successor are asked each for their own; a plan that the first made is not asked again', () => {
    const memberships = [aMembership('old', 'host', '2026-09-01', '2026-11-11'), aMembership('new', 'host', '2026-11-12')]
    const hostDuties = [{ metric: 'lecture', subject: 'host', per: 'term', unit: '次', minimum: 2 }, { metric: 'studioPlan', subject: 'host', per: 'cycle', unit: '份', mustExist: true }] as const
    const records = [aRecord('lecture', '2026-10-12', { personIds: ['old'] }), aRecord('lecture', '2026-12-01', { personIds: ['old'] }), aRecord('studioPlan', '2026-09-20', { personIds: ['old'] })]
    const duties = derived(hostDuties, { memberships, records, chosen: { midTermJoiner: 'proRata' } })
    expect([figures(lineOf(duties, 'd01', 'old')), figures(lineOf(duties, 'd01', 'new'))]).toEqual([[1, 1, 0, 'done'], [1, 0, 1, 'dueSoon']])
    expect(dutyOf(duties, 'd01').unplaced).toMatchObject([{ reason: { code: 'outsideMembership' } }])
    expect([lineOf(duties, 'd02', 'old').state, lineOf(duties, 'd02', 'new').state, lineOf(duties, 'd02', 'new').because]).toEqual(['done', 'notApplicable', 'doneByPredecessor'])
  })

  it('a role that nobody holds is shown, not forgotten; a body is asked as such', () => {
    const duties = derived([{ metric: 'mentoringPair', subject: 'eachCoreMember', ...term }, { metric: 'lecture', subject: 'advisor', ...term }, { metric: 'studyTrip', subject: 'school', ...term }])
    expect([lineOf(duties, 'd01', 'everyone').because, lineOf(duties, 'd02', 'everyone').because, lineOf(duties, 'd03', 'body').subject]).toEqual(['nobodyInRole', 'nobodyInRole', { kind: 'body', body: 'school' }])
  })

  it('004-04: the assistant inside the seven members is one of them', () => {
    const scheme = { ...preset('004-04'), duties: schemeOf([{ metric: 'openLesson', subject: 'eachMember', ...term }]).duties }
    const duties = deriveDuties(aDutyInput(scheme, { memberships: [aMembership('helper', 'assistant'), aMembership('wise', 'advisor')] }))
    expect(dutyOf(duties, 'd01').lines.map(({ subject }) => subject)).toEqual([{ kind: 'person', personId: 'helper', roles: ['assistant'], until: null }])
  })
})

describe('what has no number', () => {
  it('must exist once and then is done', () => {
    expect(figures(lineOf(derived([{ metric: 'chatGroup', unit: '个', per: 'once', mustExist: true }], { records: [aRecord('chatGroup', '2026-09-03')] }), 'd01'))).toEqual([1, 1, 0, 'done'])
  })

  it('is recorded, never counted, and shows no zero per cent', () => {
    const line = lineOf(derived([{ metric: 'theoryStudy', unit: '次' }], { records: [aRecord('theoryStudy', '2026-09-03')] }), 'd01')
    expect([figures(line), line.because, line.counted.length]).toEqual([[null, 1, 0, 'notCounted'], 'recordedOnly', 1])
  })

  it('without a period is counted over the whole cycle and never due', () => {
    const duties = derived([{ metric: 'reflection', unit: '篇', minimum: 2 }], { records: [aRecord('reflection', '2027-02-03')], today: '2029-09-15' })
    expect([dutyOf(duties, 'd01').per, lineOf(duties, 'd01')]).toMatchObject(['unknown', { needed: 2, done: 1, dueOn: null, state: 'inProgress' }])
  })

  it('002: a third of the young members, rounded up, with the unknown ages said', () => {
    const scheme = preset('002')
    const birthDays = new Map([['a', '1995-05'], ['b', '1970'], ['c', null]])
    const records = [aRecord('memberPromotedShare', '2027-05-04', { amounts: { count: 1 } })]
    const line = lineOf(deriveDuties(aDutyInput(scheme, { birthDays, records, today: '2027-06-01' })), 'd16')
    expect(line).toMatchObject({ needed: 1, done: 1, state: 'done', basis: { printed: { numerator: 1, denominator: 3 }, steps: [{ why: 'shareOf', base: 2, ageUnknown: 1, onDay: '2027-06-01' }, { why: 'rounded', rounding: 'up' }] } })
    const nobody = lineOf(deriveDuties(aDutyInput(scheme, { birthDays: new Map([['a', '1960'], ['b', '1960'], ['c', '1960']]), today: '2027-06-01' })), 'd16')
    expect([nobody.state, nobody.because]).toEqual(['notApplicable', 'nobodyInShare'])
  })
})

describe('settings that name a duty', () => {
  const setting = (key: string, reading: string, other: string) => ({ settings: [{ sourceRef: 'T/d01', key, question: '？', because: 'ambiguous', reading, readingLabel: '甲', alternatives: [{ value: other, label: '乙' }] }] })

  it('replace its period where the school reads the text otherwise', () => {
    const duty = [{ metric: 'openLesson', unit: '次', per: 'cycle', minimum: 2 }] as const
    const perOf = (chosen: Record<string, string>) => derived(duty, { chosen }, setting('memberLessonPeriod', 'cycle', 'schoolYear')).duties[0]?.per
    expect([perOf({}), perOf({ memberLessonPeriod: 'schoolYear' })]).toEqual(['cycle', 'schoolYear'])
  })

  it('ask for one long piece instead of a sum', () => {
    const duty = [{ metric: 'readingNoteChars', unit: '字', per: 'schoolYear', minimum: 10_000 }] as const
    const records = [6000, 5000].map((chars) => aRecord('readingNoteChars', '2026-10-12', { amounts: { chars } }))
    const doneOf = (chosen: Record<string, string>) => lineOf(derived(duty, { records, chosen }, setting('readingNoteSum', 'sum', 'onePiece')), 'd01').done
    expect([doneOf({}), doneOf({ readingNoteSum: 'onePiece' })]).toEqual([11_000, 6000])
  })

  it('refuse a choice that is none', () => {
    const withSetting = { settings: [{ key: 'midTermJoiner', question: '中途加入怎么算', because: 'silent', reading: 'full', readingLabel: '全额', alternatives: [] }] }
    expect(() => derived([{ metric: 'lecture', ...term }], { chosen: { midTermJoiner: 'sometimes' } }, withSetting)).toThrow('中途加入怎么算')
  })
})

describe('a meeting of the scheme that no duty names', () => {
  it('is asked of the studio all the same', () => {
    const duties = derived([], {}, { meetings: [{ sourceRef: 'T/m01', kind: 'regularMeeting', printedAs: '例会', unit: '次', per: 'term', minimum: 2 }] })
    expect(lineOf(duties, 'm01')).toMatchObject({ needed: 2, state: 'dueSoon' })
  })
})
