import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import { type PersonField, personFieldNames } from '../../../shared/domain/people/person-fields.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import type { OutgoingFile } from '../exports/exports-service.ts'

const fields: readonly PersonField[] = [
  'name', 'sex', 'idNumber', 'bornOn', 'phone', 'ethnicity', 'politicalStatus', 'education', 'degree', 'graduatedFrom', 'schoolName', 'post', 'subject',
  'schoolStage', 'professionalTitle', 'titleGrantedOn', 'teachingSince', 'homeroomYears', 'honours', 'email', 'staffNo', 'note',
]
const rowsToFill = 300
const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * An empty roster whose columns are all recognised. Its cells hold text from the first: a spreadsheet then leaves ID numbers
 * whole instead of making figures of them.
 */
export async function rosterTemplate(ctx: Pick<ReadContext, 'exchange'>): Promise<OutgoingFile> {
  const border = { borderStyle: 'thin', borderColor: '#8A8F94' } as const
  const across = (text: string, style: object): Cell[] => [{ value: text, type: String, columnSpan: fields.length, ...style }, ...fields.slice(1).map(() => null)]
  const empty: Cell[] = fields.map(() => ({ type: String, format: '@', ...border }))
  const bytes = new Uint8Array(await writeXlsxFile([
    across('教师花名册', { fontWeight: 'bold', fontSize: 16, align: 'center', height: 30 }),
    across('填写说明：只有“姓名”必填，其余可以空着；日期写成 1988-06-15 或 1988.06；填了身份证号，性别和出生日期可以不填。', { align: 'left' }),
    fields.map((field): Cell => ({
      value: personFieldNames[field], type: String, fontWeight: 'bold', align: 'center', backgroundColor: '#F1EFE8', ...border,
    })),
    ...Array.from({ length: rowsToFill }, () => empty),
  ], {
    sheet: '花名册', stickyRowsCount: 3,
    columns: fields.map((field) => ({ width: { idNumber: 22, graduatedFrom: 20, schoolName: 24, honours: 24, email: 20, note: 20 }[field as string] ?? 12 })),
  }, { fontFamily: '宋体', fontSize: 11 }).toBuffer())
  const name = '教师花名册模板.xlsx'
  return { token: ctx.exchange.put({ name, mediaType, bytes }), name, mediaType, bytes: bytes.byteLength }
}
