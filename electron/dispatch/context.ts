import type { z } from 'zod'
import type { ReadDb, WriteTx } from '../../db/write-tx.ts'
import type { Route } from '../../shared/contract/define.ts'
import type { Role } from '../../shared/domain/accounts/permissions.ts'
import type { Clock } from '../ports/clock.ts'
import type { FolderOpener } from '../ports/folder-opener.ts'
import type { IdSource } from '../ports/id-source.ts'
import type { Logger } from '../ports/logger.ts'
import type { PersonalData } from '../services/accounts/personal-data.ts'
import type { Session } from '../services/accounts/session.ts'
import type { FileStore } from '../services/files/file-store.ts'
import type { FileExchange } from './file-exchange.ts'
import type { FolderKeeper } from './folder-keeper.ts'

/** Who is calling. */
export interface Actor {
  readonly accountId: string
  readonly displayName: string
  readonly role: Role
  /** The person's own record, when the account is tied to one. */
  readonly personId: string | null
}

/** Facts about where the program runs. */
export interface Surroundings {
  readonly version: string
  readonly mode: 'electron' | 'browser'
  readonly dataFolder: string
  readonly resources: string
  /** Notices of the start, in Chinese, e.g. that a damaged end was checked. */
  readonly bootNotices: readonly string[]
  /** Shown on the sign-in page, e.g. how to get into the made-up school. */
  readonly welcome: string | null
}

/** What every handler is given; nothing here can write. */
export interface OpenContext {
  readonly db: ReadDb
  readonly session: Session
  readonly actor: Actor | null
  readonly clock: Clock
  readonly ids: IdSource
  readonly logger: Logger
  /** Files on their way in and out of this session, by token. */
  readonly exchange: FileExchange
  /** Files kept for good, by SHA-256. */
  readonly store: FileStore
  /** The system's file manager; only for folders below 文书. */
  readonly folders: FolderOpener
  readonly surroundings: Surroundings
  /** The data folder as a whole; only for `school.useFolder` and maintenance. */
  readonly folder: FolderKeeper
}

/** The context of a route that only somebody signed in may call. */
export interface ReadContext extends OpenContext {
  readonly actor: Actor
  /** ID numbers and phones, under the data key; throws `accounts.locked` when the key has left memory. */
  readonly personalData: PersonalData
}

/** One write transaction, its audit row included. */
export interface Write {
  readonly tx: WriteTx
  /** Records what became of one record; protected fields are blacked out on the way. `null` = was not there / is gone. */
  changed(kind: string, id: string, before: object | null, after: object | null): void
}

export interface Writing {
  /**
   * Runs `save` in one `BEGIN IMMEDIATE` transaction and seals its audit row in the same one. `save` must not be async.
   * @param summary what was done, in Chinese, as it will stand in the history; never an ID number or a phone
   */
  write<T>(summary: string, save: (write: Write) => T): T
  /** Says that there was nothing to save (a writing route must either write or say so). */
  nothingToWrite(): void
}

export type OpenWriteContext = OpenContext & Writing
export type WriteContext = ReadContext & Writing

type ContextOf<R extends Route> =
  & (R['may'] extends 'anyone' ? OpenContext : ReadContext)
  & (R['writes'] extends true ? Writing : unknown)

type Awaitable<T> = T | Promise<T>

/** The handlers of an area: exactly one for each of its routes, typed by the contract. */
export type Handlers<T extends Record<string, Route>> = {
  readonly [K in keyof T]: (ctx: ContextOf<T[K]>, input: z.output<T[K]['input']>) => Awaitable<z.input<T[K]['output']>>
}
