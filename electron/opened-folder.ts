import { join } from 'node:path'
import { type DbResources, dbResourcesBelow, readMigrations } from '../db/migration-files.ts'
import { type RestoreDone, restoreBackup, undoRestore } from '../db/restore.ts'
import { AppError } from '../shared/errors.ts'
import { must } from '../shared/must.ts'
import { type BootedFolder, bootDataFolder } from './boot/boot-data-folder.ts'
import { lookAt, refuseMissingChoice } from './data-folder-choice.ts'
import type { SharedContext } from './dispatch/dispatcher.ts'
import type { FolderKeeper } from './dispatch/folder-keeper.ts'
import type { ProgramOptions } from './program.ts'
import { FileStore } from './services/files/file-store.ts'

/** What must be true around the program before a folder may be changed under it, and what follows from it. */
export interface Surround {
  /** Refuses new calls and waits until no other call runs; answers how calls are let in again. */
  alone(): Promise<() => void>
  /** The accounts and the key belong to the folder that was left. */
  signEverybodyOut(): void
}

/** The data folder that is open now. Its context is asked anew at each call, since it may come to be another one. */
export class OpenedFolder implements FolderKeeper {
  readonly #options: ProgramOptions & Pick<SharedContext, 'clock' | 'ids' | 'folders'>
  readonly #surround: Surround
  readonly #dbResources: DbResources
  #booted: BootedFolder
  #shared: SharedContext

  constructor(options: ProgramOptions & Pick<SharedContext, 'clock' | 'ids' | 'folders'>, surround: Surround) {
    this.#options = options
    this.#surround = surround
    this.#dbResources = dbResourcesBelow(join(options.resources, '..'))
    refuseMissingChoice(options.dataFolder, options.places ?? null)
    this.#booted = this.#boot(options.dataFolder)
    this.#shared = this.#contextOf(this.#booted)
  }

  get shared(): SharedContext {
    return this.#shared
  }

  get layout() {
    return this.#booted.layout
  }

  get sqlite() {
    return this.#booted.db.sqlite
  }

  get db() {
    return this.#booted.db.db
  }

  candidates() {
    const { places } = this.#options
    return places ? places.list().map((place) => lookAt(place, process.platform)) : null
  }

  async moveTo(id: string): Promise<void> {
    const { places } = this.#options
    const place = places?.list().find((each) => each.id === id)
    if (!places || !place) throw new AppError('school.noSuchFolder', 'notFound', '没有这个位置了，请重新选择')
    if (place.path === this.layout.folder) return
    const letIn = await this.#surround.alone()
    try {
      // The other one is opened first: were it refused, nothing has been given up.
      const next = this.#boot(place.path)
      const former = this.#booted
      this.#take(next)
      former.close()
      places.remember(place.path)
    } finally {
      letIn()
    }
  }

  async restore(backupPath: string): Promise<RestoreDone> {
    const letIn = await this.#surround.alone()
    try {
      const { layout } = this
      const place = { databasePath: layout.database, backupsFolder: layout.backups }
      // The lock of the folder is kept until the files have been changed.
      this.#booted.db.close()
      try {
        const done = restoreBackup(place, backupPath, this.#options.clock.now(), readMigrations(this.#dbResources.migrations))
        this.#openAgain(() => undoRestore(place, must(done.replacedPath, 'there was a database'), this.#options.clock.now()))
        return done
      } catch (error) {
        if (!this.sqlite.open) this.#openAgain()
        throw error
      }
    } finally {
      letIn()
    }
  }

  close(): void {
    this.#booted.close()
  }

  /** One after the other, without a moment in between in which another program could take the folder and keep it. */
  #openAgain(undo?: () => void): void {
    const { folder } = this.layout
    this.#booted.close()
    try {
      this.#take(this.#boot(folder))
    } catch (error) {
      if (!undo) throw error
      undo()
      this.#take(this.#boot(folder))
      throw error
    }
  }

  #take(booted: BootedFolder): void {
    this.#booted = booted
    this.#shared = this.#contextOf(booted)
    this.#surround.signEverybodyOut()
  }

  #boot(folder: string): BootedFolder {
    const { clock, version, logger } = this.#options
    return bootDataFolder(folder, { clock, version, logger, dbResources: this.#dbResources })
  }

  #contextOf(booted: BootedFolder): SharedContext {
    const { clock, ids, logger, folders, version, mode, resources, welcome = null } = this.#options
    return {
      db: booted.db.db,
      clock, ids, logger, folders,
      store: new FileStore(booted.folder),
      surroundings: { version, mode, dataFolder: booted.folder, resources, bootNotices: booted.notices, welcome },
      folder: this,
    }
  }
}
