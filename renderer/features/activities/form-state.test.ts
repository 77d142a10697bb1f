import { describe, expect, it } from 'vitest'
import type { SheetPerson } from '../../../shared/contract/activities.ts'
import { tidyTime } from '../../../shared/domain/dates/tidy-time.ts'
import { asLine, emptyForm, faultsOf, fieldsOf, withMembers } from './form-state.ts'

const person = (personId: string, role: SheetPerson['role'] = 'member'): SheetPerson => ({ personId, name: personId, schoolName: null, role, roleName: role === 'host' ? '首席教师' : '成员' })

describe('times as people type them', () => {
  it.each([
    ['1430', '14:30'], ['14：30', '14:30'], ['9', '09:00'], ['930', '09:30'], ['14.30', '14:30'], ['下午2:30', '14:30'], ['下午3点', '15:00'], ['8点20分', '08:20'],
    ['2点半', '02:30'], ['晚上7点', '19:00'], ['中午12:10', '12:10'], ['', ''], ['25:00', '25:00'], ['第三节', '第三节'],
  ])('%j becomes %j', (typed, tidy) => { expect(tidyTime(typed)).toBe(tidy) })
})

describe('the form', () => {
  it('takes a time as it was typed when she saves from within the field', () => {
    const typed = { ...emptyForm('s', '2026-09-10'), title: '例会', startTime: '1430', endTime: '1600' }
    expect(faultsOf(typed)).toEqual({})
    expect(fieldsOf(typed)).toMatchObject({ startTime: '14:30', endTime: '16:00' })
  })

  it('says what is missing, field by field', () => {
    expect(faultsOf(emptyForm('', ''))).toMatchObject({ studioId: '请选择工作室', title: '请填写活动名称', heldOn: '请填写日期' })
    const times = { ...emptyForm('s', '2026-09-10'), title: '例会', startTime: '14:00', endTime: '13:00' }
    expect(faultsOf(times)).toEqual({ endTime: '应晚于开始时间' })
    expect(faultsOf({ ...times, startTime: '第三节', endTime: '' })).toEqual({ startTime: '时间应写成 14:30 这样' })
  })

  it('keeps marks when the day moves: a former member with a mark becomes a guest, one without goes', () => {
    const lines = [asLine({ ...person('留'), mark: 'late', note: '堵车' }), asLine({ ...person('走'), mark: 'present', note: null }), asLine({ ...person('空'), mark: null, note: null })]
    expect(withMembers(lines, [person('新'), person('留', 'host')]).map(({ personId, role, roleName, mark, note }) => [personId, role, roleName, mark, note])).toEqual([
      ['新', 'member', '成员', null, ''], ['留', 'host', '首席教师', 'late', '堵车'], ['走', null, null, 'present', ''],
    ])
  })
})
