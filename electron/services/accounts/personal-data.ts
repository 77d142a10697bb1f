import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { AppError } from '../../../shared/errors.ts'
import { open, seal } from './data-key.ts'
import type { Session } from './session.ts'

/** Which protected field of which record a text belongs to; a cipher moved to another row or column does not open. */
export interface PersonalPlace {
  readonly personId: string
  readonly field: 'idNumber' | 'phone'
}

/** ID numbers and phones at rest (PIPL art. 51: encryption): AES-256-GCM to keep them, an HMAC to find duplicates. */
export interface PersonalData {
  encrypt(place: PersonalPlace, plain: string): string
  decrypt(place: PersonalPlace, cipher: string): string
  /** The same for the same text, telling nothing of it without the key. */
  fingerprint(field: PersonalPlace['field'], plain: string): string
}

/** Reads the key from the session at each use: after a lock every use throws `accounts.locked`. */
export function personalDataOf(session: Session): PersonalData {
  // Kept for this one call, and only while the session still holds the key that they were made from: a list of people
  // would else derive them hundreds of times.
  let made: { readonly from: Buffer; readonly text: KeyObject; readonly mac: KeyObject } | null = null
  const keys = () => {
    const dataKey = session.dataKey
    if (!dataKey) {
      made = null
      throw new AppError('accounts.locked', 'forbidden', '已锁定，请输入密码后再试')
    }
    if (made?.from !== dataKey) {
      made = { from: dataKey, text: subkey(dataKey, 'xingtan personal data'), mac: subkey(dataKey, 'xingtan duplicates') }
    }
    return made
  }
  const bound = ({ personId, field }: PersonalPlace) => `person:${personId}:${field}`
  return {
    encrypt: (place, plain) => seal(keys().text, Buffer.from(plain, 'utf8'), bound(place)),
    decrypt: (place, cipher) => open(keys().text, cipher, bound(place)).toString('utf8'),
    fingerprint: (field, plain) => createHmac('sha256', keys().mac).update(`${field}:${plain}`).digest('base64url'),
  }
}

/** HKDF (RFC 5869): separate keys for separate purposes from the one data key. */
function subkey(dataKey: Buffer, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), purpose, 32)))
}
