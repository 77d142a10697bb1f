import { z } from 'zod'
import { inspectionKinds } from './inspection-words.ts'

const line = (what: string, max: number) => z.string().trim().min(1, `请填写${what}`).max(max, `最多 ${max} 个字`)

/** One list of what is looked at: a name and its items, in order. */
export const checklistSchema = z.object({
  name: line('清单名称', 30),
  kind: z.enum(inspectionKinds),
  items: z.array(z.object({
    name: line('检查项目', 40),
    /** What to look at, in a sentence. */
    hint: z.string().trim().max(120, '最多 120 个字').default(''),
  })).min(1, '请至少写一项').max(40, '一张清单最多 40 项'),
}).superRefine(({ items }, check) => {
  const seen = new Set<string>()
  for (const [at, { name }] of items.entries()) {
    if (seen.has(name)) check.addIssue({ code: 'custom', path: ['items', at, 'name'], message: `「${name}」写了两次` })
    seen.add(name)
  }
})
export type Checklist = z.output<typeof checklistSchema>

/** A file of `resources/inspections`. */
export const checklistFileSchema = z.object({
  format: z.literal('xingtan-checklist'),
  formatVersion: z.literal(1),
  /** Stays the same for good. */
  key: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  /** Where it comes from, e.g. `004-16/k03`; null: our own. */
  sourceRef: z.string().nullable(),
  checklist: checklistSchema,
})
export type ChecklistFile = z.output<typeof checklistFileSchema>
