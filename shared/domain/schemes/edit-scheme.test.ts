import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { must } from '../../must.ts'
import { compareSchemes } from './compare-schemes.ts'
import { differenceLines } from './difference-words.ts'
import { addFact, changeFact, copyScheme, moveFact, nextVersion, ownCode, removeFact } from './edit-scheme.ts'
import { loadScheme, schemeProblems } from './load-scheme.ts'
import { previewMove } from './preview-move.ts'
import { factKey, factsOf, type SchemeDocument, withValueAt } from './scheme-document.ts'
import { partAt, schemeParts } from './scheme-parts.ts'

const text = (code: string) => readFileSync(join(import.meta.dirname, '../../../resources/schemes', `${code}.json`), 'utf8')
const school = JSON.parse(text('004-03')) as SchemeDocument
const duties = partAt('duties')

describe('a copy of a preset', () => {
  it('carries a number of its own and can be read', () => {
    const copy = copyScheme(school, { code: ownCode('004-03', ['004-03-A']), version: '1', title: '三中名师工作室规程' })
    expect(copy['code']).toBe('004-03-B')
    expect(loadScheme(JSON.stringify(copy)).basedOn).toEqual({ code: '004-03', version: '1' })
    expect(differenceLines(school, copy).map(({ text: said }) => said)).toEqual(['名称：校级名师工作室（语文、数学，每人每学期 300 元） → 三中名师工作室规程'])
    expect(ownCode('004-03-B', ['004-03-A', '004-03-B'])).toBe('004-03-C')
    expect([nextVersion(['1']), nextVersion(['1', '3', '试行']), nextVersion([])]).toEqual(['2', '4', '1'])
  })

  it('takes a new fact of every part, told apart from what was there before', () => {
    let tried = 0
    for (const part of schemeParts) {
      if (part.single && factsOf(school, part).length > 0) continue
      const { scheme, key } = addFact(school, part, school)
      const added = must(factsOf(scheme, part).find((fact) => factKey(part, fact) === key), 'it was added')
      expect(factsOf(school, part).some((fact) => factKey(part, fact) === key), part.path).toBe(false)
      // What is missing in it is only what she must still write; its reference is right.
      expect(schemeProblems(scheme).filter(({ field }) => /sourceRef|\.key$/.test(field)), part.path).toEqual([])
      expect(compareSchemes(school, scheme).parts).toHaveLength(1)
      expect(compareSchemes(removeFact(scheme, part, key), school).parts).toEqual([])
      expect(added).toMatchObject(part.path === 'setup' ? {} : part.blank)
      tried += 1
    }
    expect(tried).toBeGreaterThan(30)
  })

  it('never gives a new fact the number of one that was taken away', () => {
    const last = must(factsOf(school, duties).at(-1), 'the scheme has duties')
    const { key } = addFact(removeFact(school, duties, factKey(duties, last)), duties, school)
    expect(factsOf(school, duties).map((fact) => factKey(duties, fact))).not.toContain(key)
  })

  it('keeps what a form does not know when a fact is changed', () => {
    const strange = changeFact(school, duties, '004-03/d01', (fact) => ({ ...fact, conditions: { window: '近三年', levelMin: 'county' } }))
    const changed = changeFact(strange, duties, '004-03/d01', (fact) => withValueAt(withValueAt(fact, 'minimum', 4), 'conditions.levelMin', undefined))
    expect(factsOf(changed, duties)[0]).toMatchObject({ minimum: 4, conditions: { window: '近三年' } })
    expect(factsOf(changed, duties)[0]?.['conditions']).not.toHaveProperty('levelMin')
  })

  it('moves a step up or down, and numbers the steps anew', () => {
    const setup = partAt('setup')
    const [first, second] = factsOf(school, setup)
    const moved = factsOf(moveFact(school, setup, factKey(setup, must(first, 'it has steps')), 1), setup)
    expect(moved.slice(0, 2).map((fact) => [fact['step'], fact['order']])).toEqual([[second?.['step'], first?.['order']], [first?.['step'], second?.['order']]])
    expect(moveFact(school, setup, factKey(setup, must(first, 'it has steps')), -1)).toBe(school)
  })
})

describe('what another scheme means for a running studio', () => {
  const county = loadScheme(text('004-04'))
  const person = (personId: string, role: 'host' | 'member', schoolName: string) => ({ personId, role, schoolName, subject: '语文', fromOn: '2026-09-01', toOn: null, exceptionReason: null })
  const people = [person('h', 'host', '青禾中学'), ...[1, 2, 3].map((n) => person(`o${n}`, 'member', '青禾中学')), ...[1, 2, 3, 4].map((n) => person(`x${n}`, 'member', '云岭中学'))]
  const studio = { kind: 'teacher', level: 'county', hostSchool: '青禾中学', subject: '语文' }
  const stricter = () => {
    const raw = JSON.parse(text('004-04')) as SchemeDocument
    const shares = partAt('shareLimits')
    const tight = changeFact(raw, shares, '004-04/l01', (fact) => ({ ...fact, maxShare: { numerator: 20, denominator: 100 } }))
    const fewer = removeFact(tight, duties, factKey(duties, must(factsOf(tight, duties)[0], 'it has duties')))
    const amounts = partAt('funding.amounts')
    return loadScheme(JSON.stringify(changeFact(fewer, amounts, factKey(amounts, must(factsOf(fewer, amounts)[0], 'it has amounts')), (fact) => ({ ...fact, amountFen: 1_500_000 }))))
  }

  it('says which limits are newly broken, which duties go and what the money becomes', () => {
    const preview = previewMove({ scheme: county, chosen: {} }, { scheme: stricter(), chosen: {} }, studio, people, '2026-10-01')
    expect(preview.limits.filter(({ turn }) => turn === 'broken').map(({ message }) => message)).toEqual([expect.stringContaining('本校')])
    expect(preview.duties).toMatchObject([{ kind: 'removed' }])
    expect(preview.money.map(({ text: said }) => said)).toEqual([expect.stringContaining('15,000.00 元')])
    expect(preview.open.map(({ key }) => key)).toContain('ownSchoolBase')
    expect(preview).toMatchObject({ warnings: [], obstacles: [] })
    const back = previewMove({ scheme: stricter(), chosen: {} }, { scheme: county, chosen: { ownSchoolBase: 'members' } }, studio, people, '2026-10-01')
    expect(back.limits.some(({ turn }) => turn === 'mended')).toBe(true)
    expect(back.open.map(({ key }) => key)).not.toContain('ownSchoolBase')
  })

  it('is nothing when the scheme is the same', () => {
    expect(previewMove({ scheme: county, chosen: {} }, { scheme: county, chosen: {} }, studio, people, '2026-10-01')).toMatchObject({ limits: [], duties: [], money: [], others: [], obstacles: [] })
  })

  it('stands in the way when the scheme has no such level, and warns of another kind and of roles that it does not know', () => {
    const principals = loadScheme(text('003-P'))
    const preview = previewMove({ scheme: county, chosen: {} }, { scheme: principals, chosen: {} }, { ...studio, level: 'school' }, [...people, { ...person('a', 'member', '云岭中学'), role: 'assistant' as const }], '2026-10-01')
    expect(preview.warnings.join()).toContain('不是专为这类工作室写的')
    expect(preview.warnings.join()).toContain('助理')
    const noLevel = { ...county, levels: county.levels.filter(({ key }) => key !== 'school') }
    expect(previewMove({ scheme: county, chosen: {} }, { scheme: noLevel, chosen: {} }, { ...studio, level: 'school' }, people, '2026-10-01').obstacles).toHaveLength(1)
  })
})
