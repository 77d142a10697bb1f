/** What is needed of somebody to tell whether two records are the same person; the ID number as its HMAC. */
export interface PersonIdentity {
  readonly name: string
  readonly bornOn: string | null
  readonly idNumberHmac: string | null
}

export interface KnownPerson extends PersonIdentity {
  readonly personId: string
}

/** How sure: the same ID number; name and birth date; the name alone, where one of the two has no birth date. */
export type DuplicateReason = 'idNumber' | 'nameAndBirth' | 'name'

export interface Duplicate {
  readonly personId: string
  readonly by: DuplicateReason
}

/**
 * For each newcomer the known people that may be the same, the surest first; one list per newcomer, in their order.
 * Two different ID numbers are two people, whatever the names. Birth dates agree when one is a part of the other
 * (1988-06 and 1988-06-15). Grows with the newcomers and the known people, not with their product.
 */
export function findDuplicates(newcomers: readonly PersonIdentity[], known: readonly KnownPerson[]): readonly (readonly Duplicate[])[] {
  const byIdNumber = Map.groupBy(known.filter((person) => person.idNumberHmac !== null), (person) => person.idNumberHmac)
  const byName = Map.groupBy(known, (person) => person.name)
  return newcomers.map((newcomer) => {
    const same = newcomer.idNumberHmac === null ? [] : byIdNumber.get(newcomer.idNumberHmac) ?? []
    const namesakes = (byName.get(newcomer.name) ?? []).filter((person) => !same.includes(person))
    const others = namesakes.flatMap((person): readonly Duplicate[] => {
      const by = likeness(newcomer, person)
      return by === null ? [] : [{ personId: person.personId, by }]
    })
    return [
      ...same.map((person): Duplicate => ({ personId: person.personId, by: 'idNumber' })),
      ...others.filter((duplicate) => duplicate.by === 'nameAndBirth'),
      ...others.filter((duplicate) => duplicate.by === 'name'),
    ]
  })
}

function likeness(a: PersonIdentity, b: PersonIdentity): DuplicateReason | null {
  if (a.idNumberHmac !== null && b.idNumberHmac !== null) return null
  if (a.bornOn === null || b.bornOn === null) return 'name'
  return a.bornOn.startsWith(b.bornOn) || b.bornOn.startsWith(a.bornOn) ? 'nameAndBirth' : null
}
