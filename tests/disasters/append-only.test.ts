import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase } from '../fixtures/database.ts'

let fresh: ReturnType<typeof freshDatabase>
const sql = (text: string) => fresh.opened.sqlite.exec(text)
const entry = (id: string, no: number, kind: string, fen: number | string, reverses = 'NULL', fund = 'f1') =>
  `INSERT INTO ledger_entry (id, fund_id, entry_no, kind, happened_on, term_key, fiscal_year, amount_fen, summary, reverses_entry_id, posted_at, posted_by_account_id)
   VALUES ('${id}', '${fund}', ${no}, '${kind}', '2026-09-10', '2026-1', 2026, ${fen}, '说明', ${reverses}, '', 'a')`

beforeEach(() => {
  fresh = freshDatabase()
  sql(`
    INSERT INTO term VALUES ('2026-1', 2026, 1, '2026-09-01', '2027-01-31', '2026-09-01', '2027-01-20', '', '');
    INSERT INTO person (id, name, name_search, created_at, updated_at) VALUES ('p1', '林一', '', '', ''), ('p2', '林二', '', '', '');
    INSERT INTO studio (id, kind, name, level, host_school, scheme_code, scheme_version, created_at, updated_at)
      VALUES ('s1', 'x', '甲', 'x', '某校', 'x', '1', '', ''), ('s2', 'x', '乙', 'x', '某校', 'x', '1', '', '');
    INSERT INTO fund VALUES ('f1', 's1', '经费', ''), ('f2', 's2', '经费', '');
    INSERT INTO membership (id, studio_id, person_id, role, from_on, created_at) VALUES ('m1', 's1', 'p1', 'member', '2026-09-01', '');
    INSERT INTO audit_log (at, actor_name, action, summary, changes, previous_seal, seal) VALUES ('', '某人', 'a.b', '', '[]', '', 'x');
    INSERT INTO scheme_version (id, code, version, title, document, sha256, state, holds_from_on, created_at, updated_at)
      VALUES ('v1', 'x-A', '1', '甲规程', '{}', '', 'inForce', '2026-09-01', '', '');
    INSERT INTO studio_scheme_change VALUES ('c1', 's1', 'x', '1', 'x-A', '1', '2026-09-01', '局里来文', NULL, NULL, '');
    INSERT INTO audit_subject VALUES (1, 'person', 'p1');
    ${entry('e1', 1, 'allotment', 30000)};
    INSERT INTO allotment_count VALUES ('e1', 'p1', 'm1', '林一', 'member');
    INSERT INTO account (id, sign_in_name, display_name, role, password_hash, wrapped_data_key, created_at, updated_at) VALUES ('a', 'a', '某人', 'clerk', '', '', '', '');
    INSERT INTO finding (id, person_id, item, severity, text, found_on, created_at, updated_at) VALUES ('g1', 'p1', '教案', 'minor', '缺反思', '2026-10-12', '', '');
    INSERT INTO finding_step (id, finding_id, kind, at, on_day, ordinal, by_account_id) VALUES ('t1', 'g1', 'answer', '', '2026-10-13', 1, 'a');
  `)
})
afterEach(() => fresh.close())

const guarded = [
  ['audit_log', `summary = 'changed'`, `(seq, at, actor_name, action, summary, changes, previous_seal, seal) VALUES (1, '', '', '', 'changed', '', '', '')`],
  ['audit_subject', `subject_id = 'p2'`, null],
  ['ledger_entry', 'amount_fen = 1', entry('e1', 1, 'allotment', 1).replace('INSERT INTO ledger_entry', '')],
  ['allotment_count', `person_name = '别人'`, `VALUES ('e1', 'p1', 'm1', '别人', 'member')`],
  ['membership', `role = 'host'`, `(id, studio_id, person_id, role, from_on, created_at) VALUES ('m1', 's1', 'p1', 'host', '2026-09-01', '')`],
  ['scheme_version', `document = '[]'`, `(id, code, version, title, document, sha256, state, created_at, updated_at) VALUES ('v1', 'x-A', '1', '甲规程', '[]', '', 'draft', '', '')`],
  ['studio_scheme_change', `from_on = '2025-09-01'`, `VALUES ('c1', 's1', 'x', '1', 'x-A', '2', '2026-09-01', '局里来文', NULL, NULL, '')`],
  ['finding_step', `note = '改过'`, `(id, finding_id, kind, at, on_day, ordinal, by_account_id) VALUES ('t1', 'g1', 'return', '', '2026-10-13', 1, 'a')`],
] as const

describe('what happened is not overwritten', () => {
  it.each(guarded)('%s: no change, no removal, and no way around by replacing', (table, change, replacement) => {
    const rows = () => JSON.stringify(fresh.opened.sqlite.prepare(`SELECT * FROM ${table}`).all())
    const before = rows()
    expect(() => sql(`UPDATE ${table} SET ${change}`)).toThrow(`append_only:${table}`)
    expect(() => sql(`UPDATE OR REPLACE ${table} SET ${change}`)).toThrow(`append_only:${table}`)
    expect(() => sql(`DELETE FROM ${table}`)).toThrow(`append_only:${table}`)
    if (replacement !== null) expect(() => sql(`INSERT OR REPLACE INTO ${table} ${replacement}`)).toThrow(`append_only:${table}`)
    expect(rows()).toBe(before)
  })

  it('the ledger: replacing by the running number instead of the id is refused as well', () => {
    expect(() => sql(entry('e2', 1, 'allotment', 1).replace('INSERT', 'INSERT OR REPLACE'))).toThrow('append_only:ledger_entry')
  })

  it('without recursive triggers a replacement would get through: why every open asks for them', () => {
    fresh.opened.sqlite.pragma('recursive_triggers = OFF')
    fresh.opened.sqlite.pragma('foreign_keys = OFF')
    sql(entry('e1', 1, 'allotment', 1).replace('INSERT', 'INSERT OR REPLACE'))
    expect(fresh.opened.sqlite.prepare('SELECT amount_fen FROM ledger_entry').pluck().get()).toBe(1)
  })
})

describe('红字冲销', () => {
  it('undoes one entry of the same fund by its exact opposite, once', () => {
    sql(entry('e2', 2, 'reversal', -30000, `'e1'`))
    expect(() => sql(entry('e3', 3, 'reversal', -30000, `'e1'`))).toThrow('UNIQUE')
  })

  it.each([
    ['an entry that is not there', entry('e2', 2, 'reversal', -30000, `'nowhere'`), 'reversal_is_opposite'],
    ['another amount', entry('e2', 2, 'reversal', -29999, `'e1'`), 'reversal_is_opposite'],
    ['the same sign', entry('e2', 2, 'reversal', 30000, `'e1'`), 'reversal_is_opposite'],
    ['an entry of another fund', entry('e2', 1, 'reversal', -30000, `'e1'`, 'f2'), 'reversal_is_opposite'],
    ['no entry at all', entry('e2', 2, 'reversal', -30000), 'reversal_names_entry'],
    ['an entry, but calls itself an expense', entry('e2', 2, 'expense', -30000, `'e1'`), 'reversal_names_entry'],
    ['itself', entry('e2', 2, 'reversal', -30000, `'e2'`), 'reversal_is_opposite'],
  ])('is refused when it names %s', (_, text, rule) => {
    expect(() => sql(text)).toThrow(`${rule}:ledger_entry`)
  })

  it('is refused for a reversal', () => {
    sql(entry('e2', 2, 'reversal', -30000, `'e1'`))
    expect(() => sql(entry('e3', 3, 'reversal', 30000, `'e2'`))).toThrow('reversal_is_opposite:ledger_entry')
  })

  it('is refused for an amount that is no whole number of fen, as every entry is', () => {
    expect(() => sql(entry('e2', 2, 'expense', -0.5))).toThrow('ledger_entry_amount_is_whole_fen')
    expect(() => sql(entry('e2', 2, 'expense', `'12.x'`))).toThrow('ledger_entry_amount_is_whole_fen')
  })
})

describe('成员任期', () => {
  it('is ended once, with a reason, and may then still be voided once', () => {
    sql(`UPDATE membership SET to_on = '2027-01-31', end_reason = '调离'`)
    expect(() => sql(`UPDATE membership SET to_on = '2027-02-28'`)).toThrow('append_only:membership')
    expect(() => sql('UPDATE membership SET to_on = NULL')).toThrow('append_only:membership')
    expect(() => sql(`UPDATE membership SET end_reason = '别的'`)).toThrow('append_only:membership')
    sql(`UPDATE membership SET voided_at = '2027-02-01T00:00:00.000Z', void_reason = '录错'`)
    expect(() => sql('UPDATE membership SET voided_at = NULL, void_reason = NULL')).toThrow('append_only:membership')
  })

  it.each(['id', 'studio_id', 'person_id', 'from_on', 'exception_reason', 'created_at'])('never changes its %s', (column) => {
    const value = ({ studio_id: 's2', person_id: 'p2', from_on: '2026-09-02' } as Record<string, string>)[column] ?? 'other'
    sql('DROP TRIGGER allotment_count_no_delete; DELETE FROM allotment_count')
    expect(() => sql(`UPDATE membership SET ${column} = '${value}'`)).toThrow('append_only:membership')
  })
})
