import type { Scheme } from './scheme-format.ts'
import { line, type SchemeLine } from './scheme-line.ts'
import { levelName, settingLabel, type ChosenSettings } from './scheme-settings.ts'

/** The steps by which it comes about, in order, then the rules of selection. */
export function setupLines(scheme: Scheme, chosen: ChosenSettings): readonly SchemeLine[] {
  return [
    ...(scheme.setup ?? []).map((step) => {
      const rest = [
        ...(step.actors === undefined ? [] : [step.actors.join('、')]),
        ...(step.decidedBy === undefined || step.decidedBy.join() === step.actors?.join() ? [] : [`由${step.decidedBy.join('、')}决定`]),
        ...(step.days === undefined ? [] : [daysText(scheme, step.days, chosen)]), ...(step.lasts === undefined ? [] : [step.lasts]),
        ...(step.fromOn === undefined ? [] : [`${step.fromOn}${step.toOn === undefined ? '起' : ` 至 ${step.toOn}`}`]), ...(step.dueAt === undefined ? [] : [step.dueAt]),
        ...(step.forms === undefined ? [] : [`材料：${step.forms.join('、')}`]),
      ]
      return line(step, `${step.order}. ${step.step}${rest.length === 0 ? '' : `（${rest.join('；')}）`}`)
    }),
    ...(scheme.selection ?? []).map((rule) => line(rule, `${rule.appliesTo === undefined ? '' : `${rule.appliesTo}：`}${rule.text}`)),
  ]
}

type Days = NonNullable<NonNullable<Scheme['setup']>[number]['days']>

function daysText(scheme: Scheme, { count, dayKind }: Days, chosen: ChosenSettings): string {
  if (typeof dayKind === 'string') return `${count} 个${dayKind === 'working' ? '工作日' : '自然日'}`
  return `${count} 天，${settingLabel(scheme, dayKind.setting, chosen) ?? ''}`
}

/** Titles with their order, number and validity, and which must be held before which. */
export function titleLines(scheme: Scheme): readonly SchemeLine[] {
  return [
    ...(scheme.tiers ?? []).map((tier) => {
      const number = tier.min === undefined ? undefined : `${tier.max === undefined || tier.min === tier.max ? tier.min : `${tier.min}—${tier.max}`} 名${tier.approx === true ? '左右' : ''}`
      const rest = [
        ...(tier.level === undefined ? [] : [levelName(scheme, tier.level) ?? tier.level]), ...(number === undefined ? [] : [number]),
        ...(tier.validYears === undefined ? [] : [`${tier.validYears} 年有效`]),
      ]
      return line(tier, `${tier.order === undefined ? '' : `第 ${tier.order} 级：`}${tier.name}${rest.length === 0 ? '' : `（${rest.join('，')}）`}`)
    }),
    ...(scheme.promotions ?? []).map((rule) => line(rule, `晋升：${rule.steps.map(({ from, to }) => `${from}可升${to}`).join('，')}`)),
  ]
}
