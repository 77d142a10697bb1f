import { utils, write } from '@e965/xlsx'
import { idNumberCheckCharacter } from '../../../shared/domain/people/id-number.ts'

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗单查区曾']
const given = [...'一安百川春帆光和嘉景可立明宁平青荣思同文新雅远知中']

/** A name of two or three characters; the first thousands differ widely, later ones repeat as names do. */
export function madeUpName(i: number): string {
  return `${surnames[i % surnames.length]}${given[i % 23]}${given[(i * 7) % 24]}`
}

/** A number that passes its check, of a county code that was never given out; another one for each of the first 100,000. */
export function madeUpIdNumber(i: number): string {
  const first17 = `3399${String(1 + (i % 9)).padStart(2, '0')}${1966 + (i % 35)}0${1 + (i % 9)}${10 + (Math.floor(i / 1000) % 18)}${String(i % 1000).padStart(3, '0')}`
  return first17 + idNumberCheckCharacter(first17)
}

/** A roster of made-up people with the columns of a county's list, as compressed .xlsx. */
export function madeUpRoster(people: number): Uint8Array {
  const rows: (string | number)[][] = [['县教师花名册'], ['序号', '姓名', '性别', '民族', '出生年月', '身份证号', '政治面貌', '学历', '学位', '毕业院校', '职称', '职称取得时间', '任教学科', '学段', '职务', '参加工作时间', '班主任年限', '手机', '工作单位', '备注']]
  for (let i = 0; i < people; i++) {
    const year = 1966 + (i % 35)
    const idNumber = madeUpIdNumber(i)
    rows.push([
      i + 1, madeUpName(i), Number(idNumber.charAt(16)) % 2 === 1 ? '男' : '女', '汉', `${year}.${1 + (i % 9)}`, idNumber, '群众', '本科', '学士', '师范学院',
      i % 5 === 0 ? '小学高级教师' : '一级教师', `${year + 35}.12`, '语文', '小学', '', `${year + 22}年8月`, i % 20, 15_400_000_000 + i, `第${i % 60}学校`, '',
    ])
  }
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '花名册')
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST: true }) as Buffer)
}
