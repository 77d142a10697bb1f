import { posix, win32 } from 'node:path'
import { AppError } from '../../shared/errors.ts'

/** The longest path below a data folder, in characters, that the program makes (`文书/…/….docx`). */
export const longestPathInside = 120
/** MAX_PATH of Windows, with its closing zero; longer paths fail in Word, WPS and the Explorer, whatever Node can do. */
const windowsPathLimit = 260

/** CON, NUL and so on are devices on Windows, with any extension; ¹²³ count as digits there. */
const reservedName = /^(con|prn|aux|nul|conin\$|conout\$|com[1-9¹²³]|lpt[1-9¹²³])( *\..*)?$/i
// oxlint-disable-next-line no-control-regex -- Windows forbids exactly these
const forbiddenCharacter = /[<>:"|?*\u0000-\u001f]/

/** Folder names by which synchronising programs are known; they copy a database while it is being written. */
const syncPrograms: readonly (readonly [RegExp, string])[] = [
  [/^onedrive( - .+)?$/i, 'OneDrive'],
  [/^(坚果云|nutstore|我的坚果云|nutstore files)$/i, '坚果云'],
  [/^(百度网盘|百度云同步盘|百度网盘同步空间|baidusyncdisk|baidunetdisk.*|baiduyun.*)$/i, '百度网盘'],
  [/^(wps云盘|wps网盘|wpsdrive|kingsoftdata|wps cloud files)$/i, 'WPS云盘'],
  [/^(微云|weiyun.*|腾讯微云.*)$/i, '腾讯微云'],
  [/^(阿里云盘|adrive|alipan)$/i, '阿里云盘'],
  [/^dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^(google drive|googledrive|我的云端硬盘)$/i, 'Google Drive'],
  [/^(icloud ?drive|iclouddrive|com~apple~clouddocs|mobile documents)$/i, 'iCloud'],
  [/^(seafile|synologydrive|synology drive|cloudstation)$/i, '同步盘'],
]

/**
 * Judges the place of a data folder by its full path alone, before anything is written there. Give both the path as the user chose
 * it and as the system resolves it (a mapped drive Z: is a network share in truth).
 * @returns Chinese warnings; the place can be used in spite of them.
 * @throws AppError `boot.folderOnNetwork`, `boot.folderName`, `boot.folderPathTooLong`, `boot.folderNotAbsolute` (precondition).
 */
export function judgeFolderPath(path: string, platform: NodeJS.Platform): string[] {
  const refuse = (code: string, message: string) => new AppError(`boot.${code}`, 'precondition', message)
  const windows = platform === 'win32'
  if (isNetworkPath(path, platform)) {
    throw refuse('folderOnNetwork', `资料夹不能放在网络位置上（${path}），断网时会损坏数据。请选择本机硬盘上的文件夹。`)
  }
  if (windows ? !/^[a-z]:[\\/]/i.test(withoutPrefix(path)) : !posix.isAbsolute(path)) {
    throw refuse('folderNotAbsolute', `资料夹要写完整路径（如 ${windows ? 'D:\\杏坛数据' : '/home/jiaowu/杏坛数据'}），现在是“${path}”。请重新选择。`)
  }
  const names = splitNames(path, platform)
  for (const name of windows ? names : []) {
    if (reservedName.test(name)) throw refuse('folderName', `文件夹名“${name}”是 Windows 保留的名字，不能使用。请换一个名字。`)
    if (/[. ]$/.test(name)) throw refuse('folderName', `文件夹名“${name}”以句点或空格结尾，Windows 不能正确使用。请去掉结尾的句点或空格。`)
    const wrong = forbiddenCharacter.exec(name)
    if (wrong !== null) throw refuse('folderName', `文件夹名“${name}”里有不能使用的字符“${wrong[0]}”。请换一个名字。`)
  }
  const length = withoutPrefix(path).length
  const longest = windowsPathLimit - 1 - longestPathInside - 1
  if (windows && length > longest) {
    throw refuse('folderPathTooLong', `资料夹的路径有 ${length} 个字符，最多 ${longest} 个，否则里面的文书会打不开。请选择更短的路径，如 D:\\杏坛数据。`)
  }
  const program = syncProgramOf(names)
  return program === null ? [] : [
    `资料夹在${program}的同步目录里：同步程序会在保存时占用或替换数据库文件，两台电脑同时使用会丢失数据。建议改放到本机的普通文件夹，用“备份”把数据带走。`,
  ]
}

/** `\\server\share`, `//server/share`, `\\?\UNC\…`; on other systems a network place shows only in its file system. */
function isNetworkPath(path: string, platform: NodeJS.Platform): boolean {
  if (platform !== 'win32') return false
  const flat = path.replaceAll('/', '\\')
  return /^\\\\[?.]\\UNC\\/i.test(flat) || /^\\\\[^?.\\]/.test(flat)
}

/** File system types (`statfs`) whose disk is another machine's: NFS, SMB, CIFS, SMB2, AFS, Ceph, GFS2, OCFS2. */
const networkFileSystems: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400, 0x01161970, 0x7461636f,
])

/** @throws AppError `boot.folderOnNetwork` when a Linux folder is mounted from another machine. */
export function judgeFileSystem(path: string, fileSystemType: number, platform: NodeJS.Platform): void {
  if (platform !== 'linux' || !networkFileSystems.has(fileSystemType >>> 0)) return
  throw new AppError('boot.folderOnNetwork', 'precondition', `资料夹不能放在网络位置上（${path}），断网时会损坏数据。请选择本机硬盘上的文件夹。`)
}

/** `\\?\C:\…` is `C:\…` without the limit on its length. */
const withoutPrefix = (path: string): string => path.replace(/^\\\\[?.]\\(?=[a-z]:)/i, '')

function splitNames(path: string, platform: NodeJS.Platform): string[] {
  if (platform !== 'win32') return path.split(posix.sep).filter((name) => name !== '')
  const bare = withoutPrefix(path)
  return bare.slice(win32.parse(bare).root.length).split(/[\\/]/).filter((name) => name !== '')
}

function syncProgramOf(names: readonly string[]): string | null {
  for (const name of names) {
    const known = syncPrograms.find(([pattern]) => pattern.test(name))
    if (known !== undefined) return known[1]
  }
  return null
}
