import type { Session } from './session.ts'

const mostDrafts = 50

/** By session and account: a draft is seen by whoever typed it, after a lock too, and by nobody who signs in later. */
const kept = new WeakMap<Session, Map<string, string>>()

/**
 * Keeps what was typed into a form but not saved. In memory only: it outlives a lock (behind the password) and a reload of the
 * page, and leaves nothing on the disk. `null` lets it go.
 */
export function keepDraft(session: Session, accountId: string, key: string, text: string | null): void {
  const drafts = kept.get(session) ?? new Map<string, string>()
  kept.set(session, drafts)
  const name = nameOf(accountId, key)
  drafts.delete(name)
  if (text === null) return
  drafts.set(name, text)
  for (const oldest of drafts.keys()) {
    if (drafts.size <= mostDrafts) break
    drafts.delete(oldest)
  }
}

export function draftOf(session: Session, accountId: string, key: string): string | null {
  return kept.get(session)?.get(nameOf(accountId, key)) ?? null
}

const nameOf = (accountId: string, key: string): string => `${accountId} ${key}`
