import { maskIdNumber, maskPhone } from '../../../shared/domain/people/masking.ts'
import { nameSearchText } from '../../../shared/domain/people/name-search.ts'
import type { PersonDraft } from '../../../shared/domain/people/person-draft.ts'
import type { PersonalData } from '../accounts/personal-data.ts'
import type { Person } from './people-service.ts'

type Numbers = Pick<Person, 'idNumberCipher' | 'idNumberHmac' | 'phoneCipher' | 'phoneHmac'>
/** What a draft says of a person, as columns. */
export type PersonColumns = Omit<Person, 'id' | 'revision' | 'photoFileSha256' | 'removedAt' | 'removedReason' | 'createdAt' | 'updatedAt'>

/**
 * The columns of a draft. A number that is left out, or is the same as before, keeps its cipher, so that the history does
 * not tell of a change where there was none.
 * @param made what was made already of this draft: `nameSearchText` of its name, the fingerprint of its ID number
 */
export function columnsOf(
  personalData: PersonalData, id: string, draft: PersonDraft, before: Numbers | null, made: { readonly nameSearch?: string; readonly idNumberHmac?: string | null } = {},
): PersonColumns {
  const { idNumber, phone, ...facts } = draft
  return {
    ...facts,
    nameSearch: made.nameSearch ?? nameSearchText(draft.name),
    ...numberColumns(personalData, id, { idNumber, phone }, before, made.idNumberHmac ?? null),
  }
}

function numberColumns(
  personalData: PersonalData, personId: string, { idNumber, phone }: Pick<PersonDraft, 'idNumber' | 'phone'>, before: Numbers | null, idNumberHmac: string | null,
): Numbers {
  const sealed = (field: 'idNumber' | 'phone', plain: string | null | undefined, old: { cipher: string | null; hmac: string | null }, made: string | null) => {
    if (plain === undefined) return old
    if (plain === null) return { cipher: null, hmac: null }
    const hmac = made ?? personalData.fingerprint(field, plain)
    return hmac === old.hmac ? old : { cipher: personalData.encrypt({ personId, field }, plain), hmac }
  }
  const newIdNumber = sealed('idNumber', idNumber, { cipher: before?.idNumberCipher ?? null, hmac: before?.idNumberHmac ?? null }, idNumberHmac)
  const newPhone = sealed('phone', phone, { cipher: before?.phoneCipher ?? null, hmac: before?.phoneHmac ?? null }, null)
  return { idNumberCipher: newIdNumber.cipher, idNumberHmac: newIdNumber.hmac, phoneCipher: newPhone.cipher, phoneHmac: newPhone.hmac }
}

/** Both numbers in the clear; null where there is none. Only for what shows them masked or may show them. */
export function numbersOf(personalData: PersonalData, person: Pick<Person, 'id' | 'idNumberCipher' | 'phoneCipher'>): { idNumber: string | null; phone: string | null } {
  const opened = (field: 'idNumber' | 'phone', cipher: string | null) => (cipher === null ? null : personalData.decrypt({ personId: person.id, field }, cipher))
  return { idNumber: opened('idNumber', person.idNumberCipher), phone: opened('phone', person.phoneCipher) }
}

/** Both numbers under the one mask. */
export function maskedNumbers(
  personalData: PersonalData, person: Pick<Person, 'id' | 'idNumberCipher' | 'phoneCipher'>,
): { idNumberMasked: string | null; phoneMasked: string | null } {
  const { idNumber, phone } = numbersOf(personalData, person)
  return { idNumberMasked: idNumber === null ? null : maskIdNumber(idNumber), phoneMasked: phone === null ? null : maskPhone(phone) }
}
