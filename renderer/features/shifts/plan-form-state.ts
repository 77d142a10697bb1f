import type { ShiftPlan, ShiftPlanFacts } from '../../../shared/contract/shifts.ts'
import type { Term } from '../../../shared/contract/school.ts'
import { defaultLogItems } from '../../../shared/domain/shifts/shift-plan.ts'

/** The wizard's form: the plan with the names of its people. */
export interface PlanForm extends Omit<ShiftPlanFacts, 'pool'> {
  readonly pool: ShiftPlan['pool']
}

/** What a new plan begins with: whole days of lessons until the term's lessons end. */
export function newPlan(term: Term, today: string): PlanForm {
  return {
    name: '教学值勤', kind: 'teaching', termKey: term.key, fromOn: today > term.teachingStartsOn && today <= term.teachingEndsOn ? today : term.teachingStartsOn, toOn: term.teachingEndsOn,
    rule: {
      days: 'lessonDays', weekdays: [1, 2, 3, 4, 5], slots: [{ key: 's1', name: '全天', from: '07:50', to: '21:30' }], places: [{ name: '教学楼', posts: 1 }], items: [...defaultLogItems],
      requirements: '值勤教师佩戴值勤牌，从早上第一节课到晚自习结束按时巡查，当天写好值勤记录；有事提前换班。', swapsNeedApproval: false,
    },
    pool: [],
  }
}

export function formOf({ name, kind, termKey, fromOn, toOn, rule, pool }: ShiftPlan): PlanForm {
  return { name, kind, termKey, fromOn, toOn, rule, pool }
}

/** What goes to the program. */
export function factsOfForm({ pool, ...form }: PlanForm): ShiftPlanFacts {
  return { ...form, pool: pool.map(({ personId, unable }) => ({ personId, unable })) }
}

/** A key that no slot of the plan has yet; a removed slot's key is not taken again within one form. */
export function nextSlotKey(slots: PlanForm['rule']['slots']): string {
  return `s${Math.max(0, ...slots.map(({ key }) => Number(key.slice(1)) || 0)) + 1}`
}
