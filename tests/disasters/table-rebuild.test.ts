import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DbResources } from '../../db/migration-files.ts'
import { openDatabase } from '../../db/open-database.ts'
import type { OpenDatabase } from '../../db/open-database.ts'
import { runMigrations } from '../../db/run-migrations.ts'
import { freshFolder } from '../fixtures/database.ts'
import { refusal } from './boot-for-test.ts'

const first = `CREATE TABLE \`class\` (\`id\` text PRIMARY KEY NOT NULL, \`name\` text);
--> statement-breakpoint
CREATE TABLE \`pupil\` (\`id\` text PRIMARY KEY NOT NULL, \`class_id\` text NOT NULL, FOREIGN KEY (\`class_id\`) REFERENCES \`class\`(\`id\`) ON DELETE cascade);
--> statement-breakpoint
CREATE TABLE \`room\` (\`id\` text PRIMARY KEY NOT NULL, \`class_id\` text, FOREIGN KEY (\`class_id\`) REFERENCES \`class\`(\`id\`) ON DELETE set null);`

/** What drizzle-kit writes when \`name\` becomes NOT NULL. */
const rebuild = `PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE \`__new_class\` (\`id\` text PRIMARY KEY NOT NULL, \`name\` text NOT NULL);
--> statement-breakpoint
INSERT INTO \`__new_class\`("id", "name") SELECT "id", "name" FROM \`class\`;--> statement-breakpoint
DROP TABLE \`class\`;--> statement-breakpoint
ALTER TABLE \`__new_class\` RENAME TO \`class\`;--> statement-breakpoint
PRAGMA foreign_keys=ON;`

const triggers = `DROP TRIGGER IF EXISTS class_no_delete;
CREATE TRIGGER class_no_delete BEFORE DELETE ON class BEGIN SELECT RAISE(ABORT, 'append_only:class'); END;
DROP TRIGGER IF EXISTS pupil_counts_class;
CREATE TRIGGER pupil_counts_class BEFORE INSERT ON pupil
WHEN (SELECT count(*) FROM class WHERE id = NEW.class_id) <> 1 BEGIN SELECT RAISE(ABORT, 'no_class:pupil'); END;
DROP VIEW IF EXISTS class_size;
CREATE VIEW class_size AS SELECT class.id, count(pupil.id) AS pupils FROM class LEFT JOIN pupil ON pupil.class_id = class.id GROUP BY class.id;`

let place: ReturnType<typeof freshFolder>
let opened: OpenDatabase
beforeEach(() => {
  place = freshFolder()
  opened = openDatabase(join(place.folder, 'a.db'))
})
afterEach(() => {
  opened.close()
  place.remove()
})

/** A folder of migrations with these texts, as drizzle-kit lays it out. */
function resources(name: string, texts: readonly string[], customSql = triggers): DbResources {
  const made = { migrations: join(place.folder, name, 'migrations'), customSql: join(place.folder, name, 'custom-sql') }
  mkdirSync(join(made.migrations, 'meta'), { recursive: true })
  mkdirSync(made.customSql)
  const entries = texts.map((_, idx) => ({ idx, version: '6', when: 1_800_000_000_000 + idx, tag: `000${idx}_step`, breakpoints: true }))
  writeFileSync(join(made.migrations, 'meta', '_journal.json'), JSON.stringify({ version: '7', dialect: 'sqlite', entries }))
  for (const [idx, text] of texts.entries()) writeFileSync(join(made.migrations, `000${idx}_step.sql`), text)
  writeFileSync(join(made.customSql, 'all.sql'), customSql)
  return made
}

const run = (of: DbResources) => runMigrations(opened.sqlite, { resources: of, now: '2026-09-01T00:00:00.000Z', version: '0.2.0' })
const count = (table: string) => opened.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
const fill = () => opened.sqlite.exec(`INSERT INTO class VALUES ('c1', '一班'), ('c2', '二班');
  INSERT INTO pupil VALUES ('p1', 'c1'), ('p2', 'c1'), ('p3', 'c2'); INSERT INTO room VALUES ('r1', 'c1'), ('r2', 'c2')`)
const triggerNames = () => opened.sqlite.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name`).pluck().all()

/** The database must look as `fill` left it, with its guards up. */
function expectAllKept(): void {
  expect([count('class'), count('pupil'), count('room')]).toEqual([2, 3, 2])
  expect(opened.sqlite.prepare('SELECT class_id FROM room ORDER BY id').pluck().all()).toEqual(['c1', 'c2'])
  expect(triggerNames()).toEqual(['class_no_delete', 'pupil_counts_class'])
  expect(opened.sqlite.pragma('foreign_keys', { simple: true })).toBe(1)
  expect(opened.sqlite.inTransaction).toBe(false)
}

describe('a migration that rebuilds a table', () => {
  it('deletes the children and nulls the links under drizzle\'s own migrator: why it is not used here', () => {
    const before = resources('before', [first])
    const after = resources('after', [first, rebuild])
    const db = drizzle({ client: opened.sqlite })
    migrate(db, { migrationsFolder: before.migrations })
    fill()
    migrate(db, { migrationsFolder: after.migrations })
    expect(count('pupil')).toBe(0)
    expect(opened.sqlite.prepare('SELECT class_id FROM room').pluck().all()).toEqual([null, null])
  })

  it('keeps every child and every link under our runner, and puts the triggers and views back', () => {
    run(resources('before', [first]))
    fill()
    expect(run(resources('after', [first, rebuild]))).toEqual(['0001_step'])
    expectAllKept()
    expect(() => opened.sqlite.exec(`INSERT INTO class VALUES ('c3', NULL)`)).toThrow('NOT NULL')
    expect(() => opened.sqlite.exec('DELETE FROM class')).toThrow('append_only:class')
    expect(opened.sqlite.prepare(`SELECT pupils FROM class_size WHERE id = 'c1'`).pluck().get()).toBe(2)
  })

  it('may change rows that an append-only trigger guards', () => {
    run(resources('before', [first]))
    fill()
    const guard = triggers.replaceAll('BEFORE DELETE ON class', 'BEFORE UPDATE ON class')
    run(resources('guarded', [first], guard))
    run(resources('after', [first, `UPDATE class SET name = name || '（旧）'`], guard))
    expect(opened.sqlite.prepare('SELECT name FROM class ORDER BY id').pluck().all()).toEqual(['一班（旧）', '二班（旧）'])
  })

  const losses: readonly (readonly [string, string, string])[] = [
    ['that forgets some rows', rebuild.replace('FROM `class`', 'FROM `class` WHERE id = \'c1\''), 'class had 2 rows and has 1'],
    ['that forgets a column\'s values', `UPDATE room SET class_id = NULL WHERE id = 'r1'`, 'room.class_id had 2 values and has 1'],
    ['that deletes a parent', `DELETE FROM class WHERE id = 'c2'; INSERT INTO class VALUES ('c9', '九班')`, 'new broken references pupil → class'],
    ['that drops a table', 'DROP TABLE room', 'table room is gone'],
    ['that drops a column', 'ALTER TABLE class DROP COLUMN name', 'class.name is gone'],
  ]
  it.each(losses)('%s without saying so is undone as a whole', (_, sql, why) => {
    run(resources('before', [first]))
    fill()
    const error = refusal(() => run(resources('after', [first, sql])))
    expect(error).toMatchObject({ code: 'database.migrationFailed', kind: 'internal' })
    expect(String(error instanceof Error ? error.cause : '')).toContain(why)
    expectAllKept()
    expect(count('schema_migration')).toBe(1)
  })

  it.each([
    ['rows', '-- xingtan: fewer-rows room\nDELETE FROM room WHERE id = \'r1\''],
    ['a table', '-- xingtan: fewer-rows room\nDROP TABLE room'],
    ['a column', '-- xingtan: fewer-values room.class_id\nALTER TABLE room RENAME TO x; CREATE TABLE room (id text); INSERT INTO room SELECT id FROM x; DROP TABLE x'],
    ['a name', '-- xingtan: renamed room classroom\nALTER TABLE room RENAME TO classroom'],
  ])('takes away %s that it declares', (_, sql) => {
    run(resources('before', [first]))
    fill()
    expect(run(resources('after', [first, sql]))).toEqual(['0001_step'])
    expect(count('pupil')).toBe(3)
  })

  it('that ends the transaction itself is refused', () => {
    run(resources('before', [first]))
    fill()
    expect(refusal(() => run(resources('after', [first, 'CREATE TABLE x (a);--> statement-breakpoint\nCOMMIT'])))).toMatchObject({ code: 'database.migrationFailed' })
  })

  it('with an error in its second statement leaves nothing of its first', () => {
    run(resources('before', [first]))
    fill()
    expect(refusal(() => run(resources('after', [first, 'CREATE TABLE x (a);--> statement-breakpoint\nCREATE TABEL y (a)'])))).toMatchObject({
      code: 'database.migrationFailed', message: expect.stringContaining('0001_step, statement 2'),
    })
    expect(opened.sqlite.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'x'`).get()).toBeUndefined()
    expectAllKept()
  })
})

describe('our own SQL', () => {
  it('is put back at the next start when a trigger has gone missing', () => {
    const of = resources('before', [first])
    run(of)
    opened.sqlite.exec('DROP TRIGGER class_no_delete')
    expect(run(of)).toEqual([])
    expect(triggerNames()).toEqual(['class_no_delete', 'pupil_counts_class'])
  })

  it('takes effect when it has changed, also without a migration, and what is no longer in it goes', () => {
    run(resources('before', [first]))
    fill()
    run(resources('changed', [first], triggers.replace('append_only:class', 'kept:class').replace(/DROP TRIGGER IF EXISTS pupil[^]*?END;/, '')))
    expect(() => opened.sqlite.exec('DELETE FROM class')).toThrow('kept:class')
    expect(triggerNames()).toEqual(['class_no_delete'])
  })

  it('is not run again when nothing has changed', () => {
    const of = resources('before', [first])
    run(of)
    const before = opened.sqlite.pragma('schema_version', { simple: true })
    expect(run(of)).toEqual([])
    expect(opened.sqlite.pragma('schema_version', { simple: true })).toBe(before)
  })

  it('that hides a trigger\'s name is refused, since nobody would miss that trigger', () => {
    expect(() => run(resources('hidden', [first], 'CREATE TRIGGER IF NOT EXISTS x BEFORE DELETE ON class BEGIN SELECT 1; END;'))).toThrow('name is not seen')
  })
})
