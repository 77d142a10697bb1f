import { describe, expect, it } from 'vitest'
import { personInCell, quickFaults } from './quick-cells.ts'
import { quickColumns, type QuickRow } from './quick-rows.ts'

const people = [
  { id: 'p1', name: '江一帆', schoolName: '云溪县第三初级中学' }, { id: 'p2', name: '江一帆', schoolName: '云溪县第一小学' }, { id: 'p3', name: '何雨禾', schoolName: null },
]

describe('a name in a cell', () => {
  it('means the one of that name, however it is spaced, and each person once', () => {
    expect(personInCell(' 何 雨禾', [...people, ...people])).toEqual({ person: people[2] })
  })

  it('that two have is told apart by the school', () => {
    expect(personInCell('江一帆', people)).toEqual({ wrong: '有 2 位「江一帆」，请写成 江一帆（学校）：云溪县第三初级中学、云溪县第一小学' })
    expect(personInCell('江一帆（第一小学）', people)).toEqual({ person: people[1] })
    expect(personInCell('江一帆(三初级)', people)).toEqual({ person: people[0] })
    expect(personInCell('江一帆（白云中学）', people)).toEqual({ wrong: '人员名单里没有「江一帆（白云中学）」' })
  })

  it('that nobody has is said so', () => {
    expect(personInCell('白无尘', people)).toEqual({ wrong: '人员名单里没有「白无尘」' })
  })
})

describe('what is wrong with the rows of a quick entry', () => {
  const levels = [{ key: 'county', name: '县级' }]
  const check = (kind: 'award' | 'openLesson' | 'lessonObservation', rows: readonly QuickRow[], all = false) =>
    quickFaults(kind, rows, quickColumns(kind), { studioId: null, levels, wrongPerson: (text) => (text === '白无尘' ? '人员名单里没有「白无尘」' : null) }, all)
  const row = (cells: Record<string, string>, personId: string | null = null): QuickRow => ({ cells, personId })

  it('stands at its cell with the reason; what is still empty is not wrong yet', () => {
    const rows = [row({}), row({ people: '白无尘', onDay: '九月三日', title: '《春》' }), row({ people: '江一帆', onDay: '2026.9.3', quantity: '两节' }, 'p1')]
    expect(check('lessonObservation', rows)).toEqual([
      { row: 1, column: 'people', message: '人员名单里没有「白无尘」' },
      { row: 1, column: 'onDay', message: '「九月三日」不是日期，请写成 2026.9.3 这样' },
      { row: 2, column: 'quantity', message: '应是 0.5 到 10,000 之间的数，可以有半个' },
    ])
  })

  it('is told in full when she wants to save', () => {
    expect(check('lessonObservation', [row({ title: '《春》' })], true).map(({ column }) => column)).toEqual(expect.arrayContaining(['people', 'onDay']))
    expect(check('lessonObservation', [row({ people: '江一帆', onDay: '2026-09-03', title: '《春》' }, 'p1')], true)).toEqual([])
  })

  it('names the levels that there are', () => {
    expect(check('award', [row({ people: '江一帆', onDay: '2026-09-03', title: '比武', level: '银河级' }, 'p1')])).toContainEqual({ row: 0, column: 'level', message: '没有「银河级」这个级别，可以写：县级' })
  })
})
