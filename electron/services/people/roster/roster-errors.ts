import { AppError } from '../../../../shared/errors.ts'

/** Why a file cannot be read as a roster at all; what is wrong in single rows is a problem of the row, not an error. */
const messages = {
  empty: '这个文件是空的，没有任何内容，请检查是否选错了文件',
  tooBig: '文件超过 50 MB。教师花名册一般不到 1 MB，请检查是否选错了文件；如果表里有照片，请先删去照片再导入',
  password: '这个工作簿设了打开密码。请用 Excel 或 WPS 打开它，在“另存为”里去掉密码，再导入新存的文件',
  wordFile: '这是 Word（或 WPS 文字）文档，不是表格。请把里面的花名册复制到一张新的表格里，另存为 .xlsx 再导入',
  slidesFile: '这是演示文稿，不是表格。请选择 .xlsx、.xls、.et 或 .csv 的花名册',
  pdfFile: '这是 PDF 文件，不是表格。请选择 .xlsx、.xls、.et 或 .csv 的花名册',
  imageFile: '这是图片，不是表格。请选择 .xlsx、.xls、.et 或 .csv 的花名册',
  archiveFile: '这是压缩包，不是表格。请先解压，再选择里面的花名册',
  notAWorkbook: '认不出这个文件。请用 Excel 或 WPS 打开它，另存为 .xlsx 再导入',
  damaged: '这个文件已经损坏，读不出内容。请用 Excel 或 WPS 打开它（会提示修复），另存为新文件再导入',
  bomb: '这个文件展开后大得不正常，为保护电脑没有打开。请用 Excel 或 WPS 打开它，把花名册复制到一张新表里，再导入',
  tooManyRows: '这张表超过 20,000 行，一次导入不了。请按学校或学段分成几个文件，分别导入；如果只是下面有很多空行，请删去空行后再导入',
  noSheet: '这个工作簿里没有工作表，请检查是否选错了文件',
  emptySheet: '这张工作表是空的，请检查是否选错了文件或工作表',
  noHeader: '没有找到表头。花名册要有一行列名（至少有“姓名”，再加一列如“性别”“身份证号”“工作单位”），请补上后再导入',
  noRows: '表头下面没有人员，请检查是否选错了文件或工作表',
  noNameColumn: '还没有指定哪一列是“姓名”，请先指定',
  tooSlow: '读这个文件用的时间太长，已经停下。请用 Excel 或 WPS 打开它，把花名册复制到一张新表里，再导入',
  outOfMemory: '这个文件太大，内存不够用，已经停下。请按学校或学段分成几个文件，分别导入',
  unreadable: '读这个文件时出错，没有导入任何内容。请用 Excel 或 WPS 打开它，另存为新的 .xlsx 再导入',
} as const

export type RosterFault = keyof typeof messages

/** The error of a file that cannot be read; its code is `roster.<fault>`. */
export function rosterError(fault: RosterFault, cause?: unknown): AppError {
  return new AppError(`roster.${fault}`, 'invalid', messages[fault], cause === undefined ? {} : { cause })
}
