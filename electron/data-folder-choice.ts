import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, statfsSync } from 'node:fs'
import { dirname, join, posix, win32 } from 'node:path'
import { writeFileDurably } from '../db/file-durability.ts'
import { AppError } from '../shared/errors.ts'
import { judgeFolderPath } from './boot/judge-folder-path.ts'
import { defaultDataFolder, type Machine } from './default-data-folder.ts'

/**
 * Where the records of this machine are kept, when she chose another place than the usual one at the first start. The page
 * never names a path: it is offered places by id, made here, and sends one of these ids back. The choice stands in a small
 * file beside the usual folder, never in it, so that it outlives a folder that is moved away.
 */

/** A place that could be chosen. */
export interface FolderPlace {
  readonly id: string
  /** For people: 「本机常用位置」「D 盘」. */
  readonly label: string
  readonly path: string
}

/** A place as it is found to be at this moment. */
export interface FolderCandidate extends FolderPlace {
  /** Null where the system does not tell. */
  readonly freeBytes: number | null
  readonly writable: boolean
  /** A database stands there already: choosing it opens that one. */
  readonly hasDatabase: boolean
  /** Chinese: why it is not advised, or why it cannot be used. */
  readonly note: string | null
}

/** What the program needs in order to offer another folder; absent where the folder was given on the command line. */
export interface FolderPlaces {
  /** The folder that was chosen before; null while the usual one is used. */
  readonly remembered: string | null
  list(): readonly FolderPlace[]
  remember(folder: string): void
}

/** The file that keeps the choice: `…/Xingtan/data.place.json`. */
export function choiceFile(usualFolder: string): string {
  return `${usualFolder}.place.json`
}

/** The folder that the file names; null for one that says nothing usable. */
export function parseChoice(text: string, platform: NodeJS.Platform): string | null {
  try {
    const parsed: unknown = JSON.parse(text)
    if (parsed === null || typeof parsed !== 'object' || !('folder' in parsed) || typeof parsed.folder !== 'string') return null
    const rules = platform === 'win32' ? win32 : posix
    return rules.isAbsolute(parsed.folder) ? parsed.folder : null
  } catch {
    return null
  }
}

/**
 * Fixed disks besides the one of the usual folder, from `/proc/mounts`: real devices mounted for data, not the system's own
 * parts and nothing under /media or /run, where sticks appear and vanish.
 */
export function dataMounts(procMounts: string): string[] {
  return procMounts.split('\n').flatMap((line) => {
    const [device = '', place = ''] = line.split(' ')
    const mount = place.replaceAll(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
    const isDisk = device.startsWith('/dev/') && !device.startsWith('/dev/loop')
    return isDisk && mount !== '/' && !/^\/(boot|snap|media|run|var|usr|etc|efi|proc|sys|dev|tmp|recovery)(\/|$)/.test(mount) ? [mount] : []
  })
}

/** The places that can be offered: the usual folder first, then a folder of ours on each other disk. */
export function placesOn(disks: readonly string[], usualFolder: string, platform: NodeJS.Platform): FolderPlace[] {
  const rules = platform === 'win32' ? win32 : posix
  const others = [...new Set(disks)].filter((disk) => !(platform === 'win32' && usualFolder.toLowerCase().startsWith(disk.toLowerCase())))
  return [
    { id: 'usual', label: '本机常用位置', path: usualFolder },
    ...others.map((disk) => ({
      id: `disk-${createHash('sha256').update(disk).digest('hex').slice(0, 12)}`,
      label: platform === 'win32' ? `${disk.slice(0, 1)} 盘` : `磁盘 ${disk}`,
      path: rules.join(disk, '杏坛数据'),
    })),
  ]
}

/** Looks at a place without writing there. */
export function lookAt(place: FolderPlace, platform: NodeJS.Platform): FolderCandidate {
  const standing = nearestFolder(place.path)
  const warnings = warningsOf(place.path, platform)
  const writable = warnings.usable && mayWrite(standing)
  const hasDatabase = existsSync(join(place.path, 'xingtan.db'))
  return {
    ...place, freeBytes: freeBytesOf(standing), writable, hasDatabase,
    note: warnings.note ?? (writable ? null : '没有写入的权限，不能选这里'),
  }
}

/** This machine's places, with the choice kept beside the usual folder. */
export function placesOfMachine(machine: Machine): FolderPlaces {
  const usual = defaultDataFolder(machine)
  const file = choiceFile(usual)
  return {
    remembered: existsSync(file) ? parseChoice(readFileSync(file, 'utf8'), machine.platform) : null,
    list: () => placesOn(disksOf(machine.platform), usual, machine.platform),
    remember: (folder) => {
      mkdirSync(dirname(file), { recursive: true })
      writeFileDurably(file, JSON.stringify({ folder }))
    },
  }
}

/**
 * The folder to open: the given one, else the one chosen before, else the usual one.
 * @returns `places` is null where the folder was given, and then cannot be chosen in the program
 */
export function folderToOpen(given: string | null, machine: Machine): { folder: string; places: FolderPlaces | null } {
  if (given !== null) return { folder: given, places: null }
  const places = placesOfMachine(machine)
  return { folder: places.remembered ?? defaultDataFolder(machine), places }
}

/**
 * A chosen folder that is gone (a disk that is not there today) must not quietly be made anew and look like a first start.
 * @throws AppError `boot.chosenFolderMissing`
 */
export function refuseMissingChoice(folder: string, places: FolderPlaces | null): void {
  if (places?.remembered !== folder || existsSync(join(folder, 'xingtan.db'))) return
  throw new AppError('boot.chosenFolderMissing', 'precondition',
    `找不到放资料的文件夹（${folder}）。请检查那块硬盘是否接好；如果文件夹已移到别处，请用 npm start -- --data 文件夹 打开。资料没有改动。`)
}

function disksOf(platform: NodeJS.Platform): string[] {
  if (platform === 'win32') return [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`).filter((disk) => existsSync(disk))
  if (platform === 'linux' && existsSync('/proc/mounts')) return dataMounts(readFileSync('/proc/mounts', 'utf8')).filter(mayWrite)
  return []
}

/** The folder itself, or the nearest one above it that is there. */
function nearestFolder(path: string): string {
  let standing = path
  while (!existsSync(standing) && dirname(standing) !== standing) standing = dirname(standing)
  return standing
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function freeBytesOf(path: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(path)
    return bavail * bsize
  } catch {
    return null
  }
}

function warningsOf(path: string, platform: NodeJS.Platform): { usable: boolean; note: string | null } {
  try {
    return { usable: true, note: judgeFolderPath(path, platform)[0] ?? null }
  } catch (error) {
    if (error instanceof AppError) return { usable: false, note: error.message }
    throw error
  }
}
