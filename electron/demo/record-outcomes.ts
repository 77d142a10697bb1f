import type { InputOf, OutputOf, RouteName } from '../../shared/contract/routes.ts'
import { specOf } from '../../shared/domain/outcomes/outcome-kinds.ts'
import type { DemoOutcome } from './demo-outcomes.ts'

type Call = <N extends RouteName>(route: N, input: InputOf<N>) => Promise<OutputOf<N>>

/** Enters what was done up to today, as a clerk does; what somebody still has to look at waits. */
export async function recordOutcomes(
  call: Call, { studioId, outcomes, today, termKey, personNamed }: {
    readonly studioId: string; readonly outcomes: readonly DemoOutcome[]; readonly today: string; readonly termKey: string; readonly personNamed: (name: string) => Promise<string>
  },
): Promise<void> {
  const ids = new Map<string, string>()
  const idOf = async (name: string) => {
    const id = ids.get(name) ?? await personNamed(name)
    ids.set(name, id)
    return id
  }
  const { rows: activities } = await call('activities.list', { termKey, studioId })
  for (const { kind, title, onDay, people, details = {}, level, characters, quantity, untilDay, forPeriod, metric, activity, state, ofNoStudio } of outcomes) {
    if (onDay > today) continue
    const usual = specOf(kind).parts[0] ?? 'self'
    const named = people.map((person) => typeof person === 'string' ? [person, usual] as const : person)
    const { id, revision } = await call('outcomes.save', {
      id: null, revision: null, as: state === undefined ? 'confirmed' : state === 'draft' ? 'draft' : 'submitted',
      activityId: activities.find((held) => held.title === activity)?.id ?? null,
      facts: {
        kind, title, onDay, studioId: ofNoStudio ? null : studioId, untilDay: untilDay ?? null, forPeriod: forPeriod ?? null, levelKey: level ?? null, characters: characters ?? null, quantity: quantity ?? 1,
        metricKey: metric ?? null, details: details as InputOf<'outcomes.save'>['facts']['details'],
        people: await Promise.all(named.map(async ([name, part], at) => ({ personId: await idOf(name), part, place: part === 'author' ? at + 1 : null }))),
      },
    })
    if (typeof state === 'object') await call('outcomes.return', { id, revision, reason: state[1] })
  }
}
