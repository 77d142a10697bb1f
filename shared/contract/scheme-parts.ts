import { z } from 'zod'
import { type SchemeSectionKey, schemeSections } from '../domain/schemes/scheme-parts.ts'

/** A scheme as its file holds it. What is in it is checked by `shared/domain/schemes`, which names place and reason. */
export const schemeDocument = z.record(z.string(), z.unknown())

/** One thing that two schemes say differently, in words. */
export const differenceLine = z.object({
  section: z.enum(Object.keys(schemeSections) as [SchemeSectionKey, ...SchemeSectionKey[]]),
  path: z.string(),
  key: z.string().nullable(),
  kind: z.enum(['added', 'removed', 'changed', 'reordered']),
  title: z.string(),
  changes: z.array(z.object({ label: z.string().nullable(), before: z.string(), after: z.string() })),
  text: z.string(),
})
