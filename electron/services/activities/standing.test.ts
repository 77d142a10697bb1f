import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../db/open-database.ts'
import { studioTable } from '../../../db/schema/studios.ts'
import { writeTx } from '../../../db/write-tx.ts'
import type { AttendanceMark } from '../../../shared/domain/activities/activity-words.ts'
import { freshProgram, TestClock, type TestProgram } from '../../../tests/fixtures/program.ts'
import { seedStudio } from '../../../tests/fixtures/studio-with-members.ts'
import { dataFolderLayout } from '../../boot/data-folder-layout.ts'

let test: TestProgram
beforeEach(async () => {
  test = await freshProgram({ clock: new TestClock('2026-11-02T02:00:00.000Z') })
  seedStudio(test.folder, { id: 'ban', name: '沈知远名班主任工作室' }, [{ name: '沈知远' }, { name: '顾云舒' }, { name: '陆景行', fromOn: '2026-10-01' }])
})
afterEach(() => test.close())

function followScheme(schemeCode: string): void {
  const opened = openDatabase(dataFolderLayout(test.folder).database)
  try {
    writeTx(opened.db, (tx) => void tx.update(studioTable).set({ schemeCode }).where(eq(studioTable.id, 'ban')).run())
  } finally {
    opened.close()
  }
}

const hold = (heldOn: string, marks: readonly (AttendanceMark | null)[] = []) => test.admin.call('activities.save', {
  id: null, revision: null,
  fields: {
    studioId: 'ban', kind: 'regularMeeting', title: `例会 ${heldOn}`, heldOn, startTime: null, endTime: null, place: null, level: null, chairPersonId: null, recorderPersonId: null,
    centralSpeaker: null, experts: null, agenda: null, minutes: [], resolutions: null,
  },
  sheet: marks.map((mark, at) => ({ personId: `ban-p${at + 1}`, mark, note: null })),
})
const standing = async (name: string) => {
  const { rows } = await test.admin.call('activities.totals', { termKey: '2026-1', studioId: 'ban' })
  return rows.find((row) => row.name === name)?.standing
}
const theTerm = async () => {
  await hold('2026-09-09', ['present', 'absent'])
  await hold('2026-09-23', ['present', 'excused'])
  await hold('2026-10-14', ['present', 'late', 'present'])
  await hold('2026-10-28')
  for (const day of ['2026-11-11', '2026-11-25']) await hold(day)
}

describe('the line of attendance', () => {
  it('is the third that 004-07 names, over the term with what is still to come; activities without marks are left out', async () => {
    followScheme('004-07')
    await theTerm()
    expect(await standing('顾云舒')).toMatchObject({ state: 'near', base: 5, toCome: 2, missed: 1, left: 1, words: '5 次（含未到的 2 次）中缺 1 次，再缺 1 次即达三分之一' })
    // Who came in October is not asked for what was held before.
    expect(await standing('陆景行')).toMatchObject({ state: 'fine', base: 3, missed: 0 })
  })

  it('is moved by what the school chooses, and a cancelled meeting is no longer part of the whole', async () => {
    followScheme('004-07')
    await theTerm()
    const choose = (key: string, value: string | number | boolean) => test.admin.call('schemes.choose', { code: '004-07', version: '1', key, value })
    await choose('excusedIsAbsence', true)
    expect(await standing('顾云舒')).toMatchObject({ state: 'over', missed: 2, base: 5 })
    await choose('excusedIsAbsence', false)
    await choose('excusedInBase', false)
    expect(await standing('顾云舒')).toMatchObject({ missed: 1, base: 4 })
    await choose('unmarkedActivities', 'inBase')
    expect(await standing('顾云舒')).toMatchObject({ missed: 1, base: 5 })
    const { rows } = await test.admin.call('activities.list', { termKey: '2026-1' })
    await test.admin.call('activities.cancel', { id: rows[0]?.id ?? '', revision: 1, reason: '改期' })
    expect(await standing('顾云舒')).toMatchObject({ missed: 1, base: 4, toCome: 1 })
  })

  it('is not there where the scheme names none', async () => {
    await theTerm()
    expect(await standing('顾云舒')).toMatchObject({ state: 'noLine', line: null, missed: 1, words: '5 次（含未到的 2 次）中缺 1 次' })
  })
})
