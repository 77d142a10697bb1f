import { periodNames } from './scheme-fragments.ts'
import type { Scheme } from './scheme-format.ts'
import { line, type SchemeLine } from './scheme-line.ts'
import { listText, subjectName } from './scheme-names.ts'

/** When, by whom and how it is assessed, the grades, and what follows from them. */
export function assessmentLines(scheme: Scheme): readonly SchemeLine[] {
  const { stages, scales, methods, indicators, scoring, attendance, consequences } = scheme.assessment ?? {}
  const names = (subjects: readonly string[]) => subjects.map((subject) => subjectName(scheme, subject)).join('、')
  const stageName = (key: string) => stages?.find(({ stage }) => stage === key)?.name
  return [
    ...(stages ?? []).map((stage) => {
      const when = [
        ...(stage.per === undefined ? [] : [periodNames[stage.per]]), ...(stage.times === undefined ? [] : [`${stage.times} 次`]),
      ].join(' ')
      const rest = [...(when === '' ? [] : [when]), ...(stage.by === undefined ? [] : [`由${stage.by.join('、')}考核`])]
      return line(stage, `${stage.name}${rest.length === 0 ? '' : `：${rest.join('，')}`}`)
    }),
    ...(scales ?? []).map((scale) => {
      const what = scale.stages.flatMap((key) => stageName(key) ?? []).join('、')
      return line(scale, `${names([scale.subject])}${what === '' ? '' : `（${what}）`}的等次：${scale.grades.length === 0 ? '没有写名称' : scale.grades.map(({ name }) => name).join('、')}`)
    }),
    ...(methods ?? []).map((method) => line(method, `考核办法：${listText(method.items)}`)),
    ...(indicators ?? []).map((indicator) => line(indicator, `${indicator.subject === undefined ? '' : names([indicator.subject])}考核内容：${listText(indicator.items)}`)),
    ...(scoring ?? []).map((rule) => line(rule, rule.text)),
    ...(attendance ?? []).map((rule) => line(rule, rule.text)),
    ...(consequences ?? []).map((each) => {
      const stage = each.stage === undefined ? undefined : stageName(each.stage)
      return line(each, `${names(each.subjects)}${stage === undefined ? '' : `${stage}`}${each.when}：${each.text}`)
    }),
  ]
}
