import type { StudioKind } from '../studios/studio-words.ts'
import type { Scheme } from './scheme-format.ts'

const kindsOfStudio: Readonly<Partial<Record<Scheme['kind'], StudioKind>>> = {
  teacherStudio: 'teacher', principalStudio: 'principal', homeroomStudio: 'homeroom', dualStudio: 'dual',
}

/** The kind of studio that the scheme is for; a team of the school for schemes of other things (班主任队伍, 骨干教师, 教学常规 …). */
export function studioKindOf(scheme: Pick<Scheme, 'kind'>): StudioKind {
  return kindsOfStudio[scheme.kind] ?? 'team'
}
