/** What the program makes, in the words of the save dialog. */
const documentTypes: Readonly<Record<string, string>> = {
  docx: 'Word 文档',
  xlsx: 'Excel 工作簿',
  csv: 'CSV 表格',
  pdf: 'PDF 文档',
  zip: '压缩包',
  txt: '文本文件',
  png: '图片',
  jpg: '图片',
}

/** The filters of the save dialog for a file of this name. */
export function typeFilters(name: string): { name: string; extensions: string[] }[] {
  const extension = extensionOf(name)
  const words = Object.hasOwn(documentTypes, extension) ? documentTypes[extension] : undefined
  const all = { name: '所有文件', extensions: ['*'] }
  return words === undefined ? [all] : [{ name: words, extensions: [extension] }, all]
}

/** May a saved file with this extension (`.docx`) be opened with the machine's own program? Nothing that could be run. */
export function mayBeOpened(extension: string): boolean {
  return Object.hasOwn(documentTypes, extension.slice(1).toLowerCase())
}

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase()
}
