import type { z } from 'zod'
import { type RouteName, routes } from '../../shared/contract/routes.ts'

/**
 * An input that each route takes, made from its own schema, so that a route added later is tried without anybody writing a
 * test for it. Texts are tried from a few shapes until the schema is content.
 */

const aPlan = {
  kind: 'studioPlan', title: '样例', onDay: '2026-09-01', untilDay: null, forPeriod: 'cycle', studioId: null, levelKey: null, characters: null, quantity: 1, metricKey: null,
  people: [], details: {},
}

/** Where the schema alone does not lead to a good input (an agreement between two fields): route → input. */
const written: Partial<Record<RouteName, unknown>> = {
  'people.save': { id: null, revision: null, photo: null, name: '样例', bornOn: '1988-06', idNumber: null, phone: '13800000000', schoolName: '样例学校' },
  'activities.planSeries': {
    fields: {
      studioId: 'auto', termKey: '2026-1', kind: 'regularMeeting', title: '第1次例会', rhythm: 'twoWeeks', weekday: 3, weeks: [], fromOn: '2026-09-01', toOn: '2027-01-20',
      startTime: '14:30', endTime: '16:00', place: null, chairPersonId: null, sourceRef: null,
    },
    days: ['2026-09-02'],
  },
  'outcomes.save': { id: null, revision: null, activityId: null, as: 'submitted', duplicateSeen: true, facts: aPlan },
  'outcomes.saveMany': { as: 'submitted', duplicateSeen: true, rows: [aPlan] },
}

const texts = [
  '样例', 'Xingtan-2026', '2026-09-01', '2026-1', '14:30', 'auto-2026-09-01.db', 'abcdefghijklmnop', 'a'.repeat(64), '13800000000', '11010519491231002X',
  'activity/new', '2026', '2026-09', '1.00', 'a@b.cn', '2026-09-01T02:00:00.000Z', '', '00000000-0000-4000-8000-000000000000', '<p>样例</p>', 'A1', '100',
]
const numbers = [1, 0, 2, 10, 100, 2026]

/** A good input for the route. @throws when neither its schema nor the table above gives one */
export function sampleOf(route: RouteName): unknown {
  const schema = routes[route].input
  const sample = Object.hasOwn(written, route) ? written[route] : build(schema)
  const parsed = schema.safeParse(sample)
  if (!parsed.success) {
    throw new Error(`no sample input for ${route}: add one to tests/contract/samples.ts\n${JSON.stringify(sample)}\n${parsed.error.message}`)
  }
  return sample
}

interface Def {
  readonly type: string
  readonly shape?: Record<string, z.ZodType>
  readonly element?: z.ZodType
  readonly innerType?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly in?: z.ZodType
  readonly entries?: Record<string, string | number>
  readonly values?: readonly unknown[]
  readonly items?: readonly z.ZodType[]
  readonly getter?: () => z.ZodType
}

function build(schema: z.ZodType): unknown {
  const def = schema.def as unknown as Def
  switch (def.type) {
    case 'object': return Object.fromEntries(Object.entries(def.shape ?? {}).map(([key, field]) => [key, build(field)]))
    case 'string': return first(schema, texts)
    case 'number': return first(schema, numbers)
    case 'boolean': return true
    case 'null': return null
    case 'literal': return def.values?.[0]
    case 'enum': return Object.values(def.entries ?? {})[0]
    case 'array': return firstOf(schema, [[], () => [buildOr(def.element)]])
    case 'tuple': return (def.items ?? []).map(build)
    case 'record': return {}
    // The plain value, where there is one: an empty place proves less.
    case 'nullable': case 'optional': case 'default': case 'prefault': case 'readonly': case 'catch': case 'nonoptional': return buildOr(def.innerType)
    case 'union': return buildOr(def.options?.[0])
    case 'lazy': return def.getter ? build(def.getter()) : null
    case 'pipe': return buildOr(def.in)
    default: return '样例'
  }
}

const buildOr = (schema: z.ZodType | undefined): unknown => (schema ? build(schema) : null)
const first = (schema: z.ZodType, candidates: readonly unknown[]): unknown => candidates.find((each) => schema.safeParse(each).success) ?? candidates[0]

function firstOf(schema: z.ZodType, candidates: readonly unknown[]): unknown {
  const made = candidates.map((each) => (typeof each === 'function' ? (each as () => unknown)() : each))
  return first(schema, made)
}

/** Inputs that no route should take, and on which none may stumble. */
export const badInputs: readonly (readonly [string, unknown])[] = [
  ['nothing at all', undefined],
  ['null', null],
  ['a list', [1, 2, 3]],
  ['a text', 'drop table person'],
  ['a number', 42],
  ['a truth', true],
]

/** The good input with every field, one after the other, turned into something of another kind. */
export function spoiltInputs(route: RouteName): readonly (readonly [string, unknown])[] {
  const sample = sampleOf(route)
  if (sample === null || typeof sample !== 'object' || Array.isArray(sample)) return []
  return Object.keys(sample).flatMap((key) => [
    [`${key} as a symbol of another kind`, { ...sample, [key]: { $ne: null } }],
    [`${key} as a huge text`, { ...sample, [key]: '长'.repeat(100_000) }],
    [`${key} as a list of lists`, { ...sample, [key]: [[[[]]]] }],
  ] as const)
}
