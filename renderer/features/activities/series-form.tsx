import { tidyTime } from '../../../shared/domain/dates/tidy-time.ts'
import { Button, Input, Select } from 'antd'
import { useMemo, useState } from 'react'
import type { SeriesRow, SeriesWish } from '../../../shared/contract/activity-series.ts'
import type { Term } from '../../../shared/contract/school.ts'
import { type ActivityKind, activityKindNames, activityKinds } from '../../../shared/domain/activities/activity-words.ts'
import { seriesDays, type SeriesRhythm, seriesRhythmNames, seriesRhythms } from '../../../shared/domain/activities/series-days.ts'
import { teachingWeeks } from '../../../shared/domain/terms/teaching-weeks.ts'
import { call, ProblemError, useCall, useWrite } from '../../api/client.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { DayField } from '../../ui/day-field.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { useDone } from '../../ui/use-done.ts'
import type { ChosenPerson } from './form-state.ts'
import { type ChosenTheme, ThemeChoice } from './theme-choice.tsx'
import { PersonChoice } from './person-choice.tsx'
import { SeriesPreview } from './series-preview.tsx'
import { chosenDays, type DayChoices, weekdayOptions } from './series-state.ts'

interface Rule {
  readonly sourceRef: string | null
  readonly kind: ActivityKind
  readonly title: string
  readonly theme: ChosenTheme | null
  readonly rhythm: SeriesRhythm
  readonly weekday: number
  readonly weeks: readonly number[]
  readonly fromOn: string
  readonly toOn: string
  readonly startTime: string
  readonly endTime: string
  readonly place: string
  readonly chair: ChosenPerson | null
}

/** The rule of a new series and the days that follow from it, to be ticked off and made in one go. */
export function SeriesForm({ term, studioId, today, wishes, planned, onPlanned }: {
  readonly term: Term
  readonly studioId: string
  readonly today: string
  readonly wishes: readonly SeriesWish[]
  readonly planned: readonly SeriesRow[]
  readonly onPlanned: () => void
}) {
  const { done } = useDone()
  const plan = useWrite('activities.planSeries')
  const calendar = useCall('school.calendar', {})
  const activities = useCall('activities.list', { termKey: term.key, studioId })
  const expected = useCall('activities.expected', { studioId, heldOn: term.teachingStartsOn > today ? term.teachingStartsOn : today })
  const isPlanned = (ref: string) => planned.some((series) => series.sourceRef === ref && series.endedAt === null)
  const open = wishes.find(({ sourceRef }) => !isPlanned(sourceRef))
  const [rule, setRule] = useState<Rule>(() => ({
    sourceRef: open?.sourceRef ?? null, kind: open?.kind ?? 'regularMeeting', title: open?.title ?? '第1次例会', theme: null, rhythm: open?.rhythm ?? 'twoWeeks', weekday: 5, weeks: [],
    fromOn: today > term.teachingStartsOn && today <= term.teachingEndsOn ? today : term.teachingStartsOn, toOn: term.teachingEndsOn, startTime: '', endTime: '', place: '', chair: null,
  }))
  const [choices, setChoices] = useState<DayChoices>({})
  const set = (change: Partial<Rule>) => {
    setRule((before) => ({ ...before, ...change }))
    if ('rhythm' in change || 'weekday' in change || 'fromOn' in change || 'toOn' in change) setChoices({})
  }
  const holidays = useMemo(() => calendar.data?.holidays ?? [], [calendar.data])
  const weekNumbers = useMemo(() => teachingWeeks(term, holidays).flatMap(({ number }) => number ?? []), [term, holidays])
  const proposed = useMemo(() => seriesDays(rule, term, holidays), [rule, term, holidays])
  const taken = useMemo(() => new Map((activities.data?.rows ?? []).filter(({ cancelledAt }) => cancelledAt === null).map(({ heldOn, title }) => [heldOn, title])), [activities.data])
  const days = chosenDays(proposed, choices, taken)
  const asWished = async (wish: SeriesWish) => {
    set({ sourceRef: wish.sourceRef, kind: wish.kind, title: wish.title, rhythm: wish.rhythm })
    const { draft } = await call('activities.asLastTime', { studioId, heldOn: today, kind: wish.kind })
    if (!draft) return
    set({ startTime: draft.startTime ?? '', endTime: draft.endTime ?? '', place: draft.place ?? '', theme: draft.theme, chair: draft.chair && { id: draft.chair.personId, name: draft.chair.name } })
  }
  const go = async () => {
    if (days.length === 0 || plan.isPending) return
    const { chair, theme, startTime, endTime, weeks, ...fields } = rule
    try {
      const { activityIds } = await plan.mutateAsync({
        fields: { ...fields, studioId, termKey: term.key, weeks: [...weeks], startTime: startTime || null, endTime: endTime || null, place: rule.place || null, chairPersonId: chair?.id ?? null },
        days: [...days], themeId: theme?.id ?? null,
      })
      done(`已排出 ${activityIds.length} 次活动`)
      onPlanned()
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
    }
  }
  useShortcut('ctrl+s', () => void go())
  const time = (field: 'startTime' | 'endTime', label: string, placeholder: string) => (
    <Input
      id={`series-${field}`} aria-label={label} value={rule[field]} placeholder={placeholder} autoComplete="off"
      onChange={(event) => set({ [field]: event.target.value })} onBlur={(event) => set({ [field]: tidyTime(event.target.value) })}
    />
  )
  return (
    <div className="plan-columns">
      <section className="card" aria-labelledby="plan-rule">
        <h2 id="plan-rule">排一个系列</h2>
        {wishes.length > 0 && (
          <div className="plan-wishes" role="group" aria-label="规程要求">
            {wishes.map((wish) => (
              <Button key={wish.sourceRef} size="small" type={rule.sourceRef === wish.sourceRef ? 'primary' : 'default'} ghost={rule.sourceRef === wish.sourceRef} aria-pressed={rule.sourceRef === wish.sourceRef} onClick={() => void asWished(wish)}>
                规程要求：{wish.words}{isPlanned(wish.sourceRef) && '（已排）'}
              </Button>
            ))}
          </div>
        )}
        <div className="fields">
          <FormField id="series-title" label="第一次的名称" required hint="后面的次数自动往下数">
            <Input id="series-title" value={rule.title} maxLength={60} autoComplete="off" onChange={(event) => set({ title: event.target.value })} />
          </FormField>
          <FormField id="series-kind" label="类别" required>
            <Select id="series-kind" value={rule.kind} options={activityKinds.map((kind) => ({ value: kind, label: activityKindNames[kind] }))} showSearch={{ optionFilterProp: 'label' }} onChange={(kind) => set({ kind })} style={{ width: '100%' }} />
          </FormField>
          <FormField id="series-theme" label="研讨主题" wide hint="排出的活动都写上它；只有一次不同的话，打开那次去改">
            <ThemeChoice id="series-theme" studioId={studioId} heldOn={rule.fromOn} value={rule.theme} onChoose={(theme) => set({ theme })} />
          </FormField>
          <FormField id="series-rhythm" label="多久一次" required>
            <Select id="series-rhythm" value={rule.rhythm} options={seriesRhythms.map((rhythm) => ({ value: rhythm, label: seriesRhythmNames[rhythm] }))} onChange={(rhythm) => set({ rhythm })} style={{ width: '100%' }} />
          </FormField>
          <FormField id="series-weekday" label="星期几" required>
            <Select id="series-weekday" value={rule.weekday} options={weekdayOptions} onChange={(weekday) => set({ weekday })} style={{ width: '100%' }} />
          </FormField>
          {rule.rhythm === 'chosenWeeks' && (
            <FormField id="series-weeks" label="哪几周" required wide>
              <Select id="series-weeks" mode="multiple" value={[...rule.weeks]} placeholder="选教学周" options={weekNumbers.map((number) => ({ value: number, label: `第${number}周` }))} onChange={(weeks) => set({ weeks })} style={{ width: '100%' }} />
            </FormField>
          )}
          <FormField id="series-fromOn" label="从哪天起" required><DayField id="series-fromOn" value={rule.fromOn} from={term.startsOn} to={term.endsOn} onChange={(day) => day !== null && set({ fromOn: day })} /></FormField>
          <FormField id="series-toOn" label="到哪天止" required><DayField id="series-toOn" value={rule.toOn} from={term.startsOn} to={term.endsOn} onChange={(day) => day !== null && set({ toOn: day })} /></FormField>
          <div className="field-pair">
            <FormField id="series-startTime" label="开始">{time('startTime', '开始时间', '如 1500')}</FormField>
            <FormField id="series-endTime" label="结束">{time('endTime', '结束时间', '如 1630')}</FormField>
          </div>
          <FormField id="series-place" label="地点"><Input id="series-place" value={rule.place} maxLength={60} autoComplete="off" onChange={(event) => set({ place: event.target.value })} /></FormField>
          <FormField id="series-chair" label="主持">
            <PersonChoice id="series-chair" label="主持" near={(expected.data?.people ?? []).map(({ personId, name, schoolName }) => ({ id: personId, name, schoolName }))} value={rule.chair} onChoose={(chair) => set({ chair })} />
          </FormField>
        </div>
      </section>
      <section className="card" aria-labelledby="plan-days">
        <h2 id="plan-days">会排在这些天
          <span className="grow" />
          <Button type="primary" disabled={days.length === 0 || rule.title.trim() === ''} loading={plan.isPending} onClick={() => void go()} title="Ctrl+S">{days.length === 0 ? '排出活动' : `排出 ${days.length} 次活动`}</Button>
        </h2>
        {plan.error && <ErrorNotice error={plan.error} />}
        <SeriesPreview proposed={proposed} choices={choices} taken={taken} firstTitle={rule.title} onChoose={(day, choice) => setChoices((before) => ({ ...before, [day]: choice }))} />
      </section>
    </div>
  )
}
