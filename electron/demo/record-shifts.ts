import type { InputOf, OutputOf, RouteName } from '../../shared/contract/routes.ts'
import { addDays } from '../../shared/domain/dates/day.ts'
import { defaultLogItems } from '../../shared/domain/shifts/shift-plan.ts'

type Call = <N extends RouteName>(route: N, input: InputOf<N>) => Promise<OutputOf<N>>

/** Ways in which a patrol of the made-up school ends; the first is the usual one. */
const findings = [null, null, null, '七（2）班 3 人迟到，已登记', null, null, '八（1）班晚自习前 10 分钟秩序较乱，已提醒', null] as const
const firstDay = '2026-09-01'

/** The term's rota of patrols, as the office makes it, with the log of every round but yesterday's, and a swap that waits for the other. */
export async function recordShifts(call: Call, { today, termKey, names, personNamed }: {
  readonly today: string; readonly termKey: string; readonly names: readonly string[]; readonly personNamed: (name: string) => Promise<string>
}): Promise<void> {
  const ids: string[] = []
  for (const name of names) ids.push(await personNamed(name))
  const saved = await call('shifts.savePlan', {
    id: null, revision: null,
    facts: {
      name: '教学值勤（日查）', kind: 'teaching', termKey, fromOn: firstDay, toOn: '2027-01-22',
      rule: {
        days: 'lessonDays', weekdays: [1, 2, 3, 4, 5], places: [{ name: '教学楼', posts: 1 }],
        slots: [{ key: 's1', name: '白天', from: '07:50', to: '17:30' }, { key: 's2', name: '晚自习', from: '18:30', to: '21:00' }], items: [...defaultLogItems],
        requirements: '佩戴值勤牌，从早上第一节课到晚自习结束按时巡查，当天写好值勤记录；有事提前换班。', swapsNeedApproval: true,
      },
      pool: ids.map((personId, at) => ({ personId, unable: { weekdays: at === 1 ? [1] : [], spans: [] } })),
    },
  })
  await call('shifts.putInForce', saved)
  const { shifts } = await call('shifts.rota', { planId: saved.id, fromOn: firstDay, toOn: addDays(today, 30) })
  const past = shifts.filter(({ onDay }) => onDay < today)
  const lastDay = past.at(-1)?.onDay
  for (const [at, { onDay, slotKey, place }] of past.filter((shift) => shift.onDay !== lastDay).entries()) {
    const finding = findings[at % findings.length] ?? null
    await call('shifts.saveLog', {
      round: { planId: saved.id, onDay, slotKey, place }, revision: null,
      facts: {
        items: defaultLogItems.map((name, item) => ({ name, isNormal: finding === null || item !== 2, finding: finding !== null && item === 2 ? finding : '' })),
        classes: '七至九年级各班', teachersLate: 0, teachersAbsent: 0, studentsExpected: null, studentsPresent: null, incidents: null, remark: null, handedOverToPersonId: null,
      },
    })
  }
  const coming = shifts.find(({ onDay, personId }) => onDay > today && personId !== null)
  if (coming === undefined) return
  const { people } = await call('shifts.swapChoices', { shiftId: coming.id })
  const other = people.find(({ unable }) => unable === null)
  if (other) await call('shifts.askSwap', { shiftId: coming.id, withPersonId: other.personId, inExchangeShiftId: other.shifts[0]?.id ?? null, reason: '外出参加教研活动' })
}
