import type { InputOf, OutputOf, RouteName } from '../../shared/contract/routes.ts'
import { addDays } from '../../shared/domain/dates/day.ts'
import { must } from '../../shared/must.ts'

type Call = <N extends RouteName>(route: N, input: InputOf<N>) => Promise<OutputOf<N>>
type PersonNamed = (name: string) => Promise<string>

const classes = [
  ['七年级（1）班', '吕若谷'], ['七年级（2）班', '单雨桐'], ['七年级（3）班', '柏舟'], ['八年级（1）班', '仇向阳'], ['八年级（2）班', '吴晓岚'], ['八年级（3）班', '于江渡'],
] as const

/** Who was late (days after the due day) or did not hand in at all: week of the term → class → days. */
const gaps: Readonly<Record<number, Readonly<Record<string, number | 'missing'>>>> = {
  3: { '七年级（3）班': 1 }, 5: { '八年级（2）班': 2 }, 7: { '七年级（3）班': 'missing' }, 9: { '八年级（1）班': 1, '八年级（3）班': 'missing' }, 11: { '七年级（2）班': 'missing', '八年级（2）班': 3 },
}

/** Six classes, their weekly logs with a few gaps, a stage inspection with findings at every step, a feedback form; up to today. */
export async function recordInspections(call: Call, { today, termKey, personNamed }: { readonly today: string; readonly termKey: string; readonly personNamed: PersonNamed }): Promise<void> {
  await call('inspections.saveClasses', {
    rows: classes.map(([name, homeroom]) => ({ id: null, revision: null, name, grade: name.slice(0, 3), homeroom, fromTermKey: termKey, untilTermKey: null })),
  })
  await handInLogs(call, termKey, today)
  if (today >= '2026-09-18') await inspectAtTheStart(call, personNamed, today)
  if (today >= '2026-11-16') await inspect(call, personNamed, today)
}

async function handInLogs(call: Call, termKey: string, today: string): Promise<void> {
  const { rows } = await call('inspections.classes', {})
  const { weeks } = await call('inspections.week', { termKey })
  for (const { number, startsOn, dueOn } of weeks) {
    if (dueOn > today) continue
    const lines = rows.flatMap(({ id, name }, at) => {
      const gap = gaps[number ?? 0]?.[name] ?? 0
      const handedInOn = gap === 'missing' ? null : addDays(dueOn, gap)
      if (handedInOn === null || handedInOn > today) return []
      const behind = ((number ?? 0) + at) % 5 === 0
      return [{
        classId: id, revision: null, handedInOn, progress: 'done' as const, practice: behind ? 'partly' as const : 'done' as const, homework: ((number ?? 0) + at) % 7 === 0 ? 'partly' as const : 'done' as const,
        lessonsPlanned: 34, lessonsHeld: behind ? 33 : 34, homeworkAssigned: 12, homeworkCorrected: behind ? 11 : 12, remark: behind ? '实验课顺延一节' : null,
      }]
    })
    if (lines.length > 0) await call('inspections.saveWeek', { weekStartsOn: startsOn, lines })
    // The last week that is in still waits to be summed up.
    if (addDays(dueOn, 7) <= today) {
      await call('inspections.saveSummary', { weekStartsOn: startsOn, revision: null, text: `第 ${number ?? '—'} 周教学日记送交 ${lines.length} 份，应交 ${rows.length} 份。`, publish: true })
    }
  }
}

/** The first inspection of the term: over, with its report, and told to everybody. */
async function inspectAtTheStart(call: Call, personNamed: PersonNamed, today: string): Promise<void> {
  const { id, revision } = await call('inspections.save', {
    id: null, revision: null,
    facts: {
      kind: 'stage', form: 'officeCheck', title: '开学教学检查', startsOn: '2026-09-14', endsOn: '2026-09-16', scope: '各年级', items: ['教学计划执行', '备课与教案'],
      inspectorIds: [await personNamed('凤鸣岐'), await personNamed('施云帆')],
    },
  })
  await call('inspections.saveFinding', {
    id: null, revision: null,
    facts: {
      inspectionId: id, feedbackId: null, classId: null, personId: await personNamed('吴晓岚'), department: null, item: '备课与教案', severity: 'good', text: '单元整体备课，教案有学情分析',
      foundOn: '2026-09-15', dueOn: null, responsiblePersonId: null,
    },
  })
  await call('inspections.saveReport', { id, revision, report: '各年级教学计划齐全，教案提前一周备好，没有发现问题。', close: true })
  await call('inspections.tell', {
    id, facts: { toldOn: today < '2026-09-21' ? today : '2026-09-18', audience: 'everybody', departments: null, text: '开学教学检查到2026年9月16日结束，没有发现问题；好的做法 1 条，值得学习。' },
  })
}

async function inspect(call: Call, personNamed: PersonNamed, today: string): Promise<void> {
  const { id } = await call('inspections.save', {
    id: null, revision: null,
    facts: {
      kind: 'stage', form: 'officeCheck', title: '期中教学检查', startsOn: '2026-11-09', endsOn: '2026-11-13', scope: '七、八年级各班，语文、数学',
      items: ['教学计划执行', '备课与教案', '课堂教学', '作业布置与批改', '实践性教学环节', '学生意见'], inspectorIds: [await personNamed('凤鸣岐'), await personNamed('徐来')],
    },
  })
  const { classes: known } = await call('inspections.choices', {})
  const classNamed = (name: string) => must(known.find((each) => each.name === name), `${name} was entered`)
  const find = async (about: string, item: string, severity: 'minor' | 'serious' | 'good', text: string, dueOn: string | null) => {
    const schoolClass = about.endsWith('班') ? classNamed(about) : null
    const personId = schoolClass === null ? await personNamed(about) : null
    const saved = await call('inspections.saveFinding', {
      id: null, revision: null,
      facts: {
        inspectionId: id, feedbackId: null, classId: schoolClass?.id ?? null, personId, department: null, item, severity, text, foundOn: '2026-11-11', dueOn,
        responsiblePersonId: severity === 'good' ? null : personId ?? schoolClass?.homeroomPersonId ?? null,
      },
    })
    return async (...steps: readonly (readonly [InputOf<'inspections.step'>['kind'], string | null])[]) => {
      for (const [at, [kind, note]] of steps.entries()) await call('inspections.step', { findingId: saved.id, kind, note, seenSteps: at })
    }
  }
  await find('吕若谷', '备课与教案', 'minor', '第三单元有两课没有课后反思', addDays(today, 3))
  await (await find('仇向阳', '作业布置与批改', 'serious', '有三次作业没有批改日期，错题没有订正', '2026-11-18'))(['answer', '已补批，错题本每周收一次'])
  await (await find('单雨桐', '备课与教案', 'minor', '教案缺板书设计', '2026-11-18'))(['answer', '已补齐'], ['pass', null], ['close', null])
  await find('八年级（2）班', '课堂教学', 'minor', '下午第一节有学生打瞌睡，课堂提问面窄', '2026-11-18')
  await (await find('七年级（3）班', '实践性教学环节', 'minor', '实验记录缺两次', '2026-11-20'))(['answer', '已补做一次，另一次排在下周'], ['pass', '补做记录已看'])
  await find('蓝小桥', '作业布置与批改', 'good', '分层作业，批语具体，学生订正认真', null)
  await call('inspections.saveFeedback', {
    id: null, revision: null,
    facts: { onDay: '2026-11-12', source: 'students', classId: classNamed('七年级（1）班').id, personId: null, text: '希望作文讲评时多念几篇同学的习作', forwardedToPersonId: await personNamed('吕若谷') },
  })
}
