import type { DocumentSubject, MissingFacts, SubjectKind } from '../../../shared/contract/documents.ts'
import type { FormWords } from '../../../shared/domain/documents/form-data.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme-format.ts'
import { roleNameIn } from '../../../shared/domain/schemes/scheme-settings.ts'
import { inForceOn } from '../../../shared/domain/schemes/composition-limits.ts'
import { type MemberRole, memberRoleNames, studioKindNames } from '../../../shared/domain/studios/studio-words.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { findScheme } from '../schemes/schemes-service.ts'
import { theSchool } from '../school/school-service.ts'
import { assertMayWriteStudio } from '../studios/studio-scope.ts'
import { type Membership, membershipsOf, type Studio, studioById } from '../studios/studios-service.ts'

/** A form's view model with what the program needs to keep of it. */
export interface Gathered {
  readonly data: object
  readonly studioId: string
  readonly studioName: string
  readonly subjectKind: SubjectKind
  readonly subjectId: string
  /** Goes into the file's name behind the title: a person, an activity. */
  readonly subjectName: string
  readonly missing: readonly MissingFacts[]
}

export type Gatherer = (ctx: ReadContext, subject: DocumentSubject) => Gathered

/** A studio with everything that its documents say of it. */
export interface StudioFactsForForms {
  readonly studio: Studio
  readonly scheme: Scheme | null
  readonly words: FormWords
  /** People on the day, or those of its first day while it has not begun. */
  readonly people: readonly Membership[]
  readonly hostName: string | null
  roleName(role: MemberRole): string
}

/**
 * The studio of a document. Making documents follows the scope of writing: a host only for the studios that she hosts.
 * @param day the day whose members count
 * @throws `documents.noStudio`, `studios.notYours`, `studios.none`, `studios.removed`
 */
export function studioForForms(ctx: ReadContext, studioId: string | null, day: string): StudioFactsForForms {
  if (studioId === null) throw new AppError('documents.noStudio', 'invalid', '请先选择工作室')
  assertMayWriteStudio(ctx, studioId)
  const studio = studioById(ctx.db, studioId)
  const scheme = findScheme(ctx, studio)
  const roleName = (role: MemberRole) => (scheme ? roleNameIn(scheme, role) : memberRoleNames[role])
  const people = peopleOn(membershipsOf(ctx.db, studioId), day)
  const school = theSchool(ctx.db)
  return {
    studio, scheme, roleName, people,
    hostName: people.filter(({ role }) => role === 'host').map(({ personName }) => personName).join('、') || null,
    words: {
      region: school.county ?? '', bureauName: school.bureauName, schoolName: school.name,
      studioKindName: studioKindNames[studio.kind], hostTitle: roleName('host'),
    },
  }
}

/** Each person once, in the order of the roles; a studio that has not begun by then is taken as on its first day. */
function peopleOn(memberships: readonly Membership[], day: string): Membership[] {
  const first = memberships.map(({ fromOn }) => fromOn).toSorted().at(0)
  const on = first !== undefined && first > day ? first : day
  const people = new Map<string, Membership>()
  for (const each of inForceOn(memberships.map((membership) => ({ ...membership, voidedAt: null })), on)) {
    if (!people.has(each.personId)) people.set(each.personId, each)
  }
  return [...people.values()]
}

/** The labels of the facts that are not there. */
export function labelsOfMissing(facts: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(facts).filter(([, value]) => value === null || value === '' || value === undefined).map(([label]) => label)
}

/** One note for a record, or none when nothing is missing. */
export function missingIn(where: string, path: string | null, facts: Readonly<Record<string, unknown>>): MissingFacts[] {
  const labels = labelsOfMissing(facts)
  return labels.length === 0 ? [] : [{ labels, where, path }]
}

/** What the form takes from the school's own facts. */
export function missingInSchool(words: FormWords): MissingFacts[] {
  return missingIn('学校信息', '/settings', { '县（区）名称': words.region, 教育局名称: words.bureauName })
}
