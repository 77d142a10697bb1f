import { describe, expect, it } from 'vitest'
import { weekTable } from './week-table.ts'

const empty = { handedInOn: null, progress: null, practice: null, homework: null, lessonsPlanned: null, lessonsHeld: null, homeworkAssigned: null, homeworkCorrected: null, remark: null }

describe('the logs of a week as a sheet', () => {
  it('has a line for every class, with words for states and numbers that can be added up; who is missing has one too', () => {
    const { title, columns, rows } = weekTable({ number: 11, startsOn: '2026-11-09', endsOn: '2026-11-15' }, [
      { ...empty, className: '七（1）班', grade: '七年级', homeroomName: '顾云舒', standing: 'onTime', handedInOn: '2026-11-16', progress: 'done', practice: 'none', homework: 'partly', lessonsPlanned: 34, lessonsHeld: 33, remark: '=1+1' },
      { ...empty, className: '七（2）班', grade: null, homeroomName: null, standing: 'missing' },
    ])
    expect(title).toBe('第11周教学日记（2026-11-09至2026-11-15）')
    expect(columns.map((column) => column.title)).toEqual(['班级', '年级', '班主任', '送交日期', '情况', '教学进度', '实践环节', '作业', '计划课时', '实上课时', '布置作业', '批改作业', '说明'])
    expect(rows).toEqual([
      ['七（1）班', '七年级', '顾云舒', '2026-11-16', '按时', '完成', '无', '部分', 34, 33, null, null, '=1+1'],
      ['七（2）班', null, null, null, '未交', null, null, null, null, null, null, null, null],
    ])
    expect(rows.every((row) => row.length === columns.length)).toBe(true)
  })
})
