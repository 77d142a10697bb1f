import { createCipheriv, createDecipheriv, createHash, type KeyObject, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/**
 * Passwords, and the data key that they guard. One scrypt run over the password gives 64 bytes: the first half proves
 * the password (only its SHA-256 is kept), the second half wraps the data key with AES-256-GCM. So a stolen folder holds
 * neither a password nor the key, and a changed password rewraps one small text instead of re-encrypting people.
 */

/** RFC 7914 parameters; about 32 MiB and a tenth of a second on an office PC. Kept with each hash, so they may grow. */
const cost = { N: 2 ** 15, r: 8, p: 1 }
const maxmem = 128 * 1024 * 1024

export interface GuardedKey {
  /** `scrypt$N$r$p$salt$proof`, for the column `password_hash`. */
  readonly passwordHash: string
  /** The data key under the second half, for the column `wrapped_data_key`. */
  readonly wrappedDataKey: string
}

export const newDataKey = (): Buffer => randomBytes(32)

/** Puts the data key under a password (or a recovery code). */
export async function guardDataKey(dataKey: Buffer, secret: string): Promise<GuardedKey> {
  const salt = randomBytes(16)
  const halves = await derive(secret, salt, cost)
  const passwordHash = ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), proofOf(halves.proof).toString('base64')].join('$')
  const wrappedDataKey = seal(halves.wrap, dataKey)
  halves.wipe()
  return { passwordHash, wrappedDataKey }
}

/** The data key, or null when the password is wrong. */
export async function openDataKey(guarded: GuardedKey, secret: string): Promise<Buffer | null> {
  const [scheme, N, r, p, salt, proof] = guarded.passwordHash.split('$')
  if (scheme !== 'scrypt' || !salt || !proof) throw new Error('a password hash of an unknown kind')
  const halves = await derive(secret, Buffer.from(salt, 'base64'), { N: Number(N), r: Number(r), p: Number(p) })
  try {
    if (!timingSafeEqual(proofOf(halves.proof), Buffer.from(proof, 'base64'))) return null
    return open(halves.wrap, guarded.wrappedDataKey)
  } finally {
    halves.wipe()
  }
}

/** Spends the time of a real check, so that an unknown name answers no sooner than a wrong password. */
export async function pretendToCheck(secret: string): Promise<void> {
  const halves = await derive(secret, Buffer.alloc(16), cost)
  halves.wipe()
}

/** 25 letters and digits in five groups: about 125 bits, without the look-alikes I, L, O, U. */
export function newRecoveryCode(): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const letters = [...randomBytes(25)].map((byte) => alphabet.charAt(byte % 32)).join('')
  return letters.match(/.{5}/g)?.join('-') ?? letters
}

/** What a person typed for a recovery code, brought to the form in which it was printed. */
export function normaliseRecoveryCode(typed: string): string {
  const letters = typed.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  return letters.match(/.{1,5}/g)?.join('-') ?? ''
}

/** AES-256-GCM: `v1.iv.tag.text`, base64url; `bound` ties the text to the place where it stands. */
export function seal(key: Buffer | KeyObject, plain: Uint8Array, bound = ''): string {
  const iv = newIv()
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound))
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return ['v1', iv.toString('base64url'), cipher.getAuthTag().toString('base64url'), text.toString('base64url')].join('.')
}

const ivBytes = 12
let ivs = Buffer.alloc(0)
let ivsUsed = 0

/** Twelve random bytes that no other text got. Drawn by the thousand: one draw costs as much as the rest of a sealing. */
function newIv(): Buffer {
  if (ivsUsed + ivBytes > ivs.length) {
    ivs = randomBytes(ivBytes * 1024)
    ivsUsed = 0
  }
  ivsUsed += ivBytes
  return ivs.subarray(ivsUsed - ivBytes, ivsUsed)
}

/** The opposite of `seal`. @throws when the key, the text or its place is not the right one */
export function open(key: Buffer | KeyObject, sealed: string, bound = ''): Buffer {
  const [version, iv, tag, text] = sealed.split('.')
  if (version !== 'v1' || iv === undefined || tag === undefined || text === undefined) throw new Error('a sealed text of an unknown kind')
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'))
    .setAAD(Buffer.from(bound))
    .setAuthTag(Buffer.from(tag, 'base64url'))
  return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()])
}

function proofOf(half: Buffer): Buffer {
  return createHash('sha256').update(half).digest()
}

interface Halves {
  readonly proof: Buffer
  readonly wrap: Buffer
  wipe(): void
}

function derive(secret: string, salt: Buffer, { N, r, p }: { N: number; r: number; p: number }): Promise<Halves> {
  return new Promise((resolve, reject) => {
    // NFKC: the same password typed with another input method must open the same door.
    scrypt(secret.normalize('NFKC'), salt, 64, { N, r, p, maxmem }, (error, both) => {
      if (error) reject(error)
      else resolve({ proof: both.subarray(0, 32), wrap: both.subarray(32), wipe: () => both.fill(0) })
    })
  })
}
