import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the program's SQL files lie; a bundled program has them elsewhere than a checkout, so whoever starts it says where. */
export interface DbResources {
  /** The folder with drizzle-kit's `meta/_journal.json` and `NNNN_name.sql`. */
  readonly migrations: string
  /** The folder with the triggers and views that are replayed after every migration. */
  readonly customSql: string
}

/** The usual places below the program's root (the checkout, or the packed program's resources). */
export function dbResourcesBelow(root: string): DbResources {
  return { migrations: join(root, 'db', 'migrations'), customSql: join(root, 'db', 'custom-sql') }
}

/** What a migration says it takes away on purpose; anything else that goes missing stops the migration. */
export interface Losses {
  /** Tables that may end with fewer rows, or be gone. */
  readonly rowsOf: ReadonlySet<string>
  /** `table.column`s that may end with fewer values, or be gone. */
  readonly valuesOf: ReadonlySet<string>
  /** Old name → new name of tables. */
  readonly renamed: ReadonlyMap<string, string>
}

export interface Migration {
  readonly idx: number
  readonly tag: string
  /** SHA-256 of the text with `\n` line ends: git turns them into `\r\n` on Windows. */
  readonly hash: string
  readonly statements: readonly string[]
  readonly losses: Losses
}

export interface CustomSql {
  readonly name: string
  readonly hash: string
  readonly text: string
  /** The triggers that this file promises. */
  readonly triggers: readonly string[]
}

/** drizzle-kit's migrations, in their order. */
export function readMigrations(folder: string): Migration[] {
  const journal: unknown = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8'))
  return journalEntries(journal).map(({ idx, tag }) => {
    const text = readSql(join(folder, `${tag}.sql`))
    return { idx, tag, hash: sha256(text), statements: text.split('--> statement-breakpoint'), losses: readLosses(text) }
  })
}

/** Our own SQL, in the order of the file names. */
export function readCustomSql(folder: string): CustomSql[] {
  return readdirSync(folder).filter((name) => name.endsWith('.sql')).sort().map((name) => {
    const text = readSql(join(folder, name))
    const triggers = [...text.matchAll(/^CREATE TRIGGER (?!IF\b)(\w+) /gm)].flatMap((match) => match[1] ?? [])
    if (triggers.length !== [...text.matchAll(/\bCREATE\s+(TEMP\w*\s+)?TRIGGER\b/gi)].length) {
      throw new Error(`${name} makes a trigger in a way whose name is not seen: write CREATE TRIGGER name at the start of a line`)
    }
    return { name, hash: sha256(text), text, triggers }
  })
}

function journalEntries(journal: unknown): { idx: number; tag: string }[] {
  if (typeof journal !== 'object' || journal === null || !('entries' in journal) || !Array.isArray(journal.entries)) {
    throw new Error('the migration journal has no entries')
  }
  return journal.entries.map((entry: unknown, at) => {
    if (typeof entry !== 'object' || entry === null || !('idx' in entry) || !('tag' in entry)
      || entry.idx !== at || typeof entry.tag !== 'string') {
      throw new Error(`the migration journal is out of order at ${at}`)
    }
    return { idx: at, tag: entry.tag }
  })
}

/**
 * Lines like `-- xingtan: fewer-rows preference`, `-- xingtan: fewer-values person.email`, `-- xingtan: renamed old new`,
 * written into a migration before it lands.
 */
function readLosses(text: string): Losses {
  const rowsOf = new Set<string>()
  const valuesOf = new Set<string>()
  const renamed = new Map<string, string>()
  for (const line of text.matchAll(/^-- xingtan: (.*)$/gm)) {
    const [what, first, second] = (line[1] ?? '').trim().split(/\s+/)
    if (what === 'fewer-rows' && first !== undefined) rowsOf.add(first)
    else if (what === 'fewer-values' && first !== undefined) valuesOf.add(first)
    else if (what === 'renamed' && first !== undefined && second !== undefined) renamed.set(first, second)
    else throw new Error(`a migration declares something unknown: ${line[0]}`)
  }
  return { rowsOf, valuesOf, renamed }
}

const readSql = (path: string) => readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
