import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeFileSystem, judgeFolderPath, longestPathInside } from './judge-folder-path.ts'

const code = (path: string, platform: NodeJS.Platform = 'win32'): string | null => {
  try {
    judgeFolderPath(path, platform)
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('where a data folder may lie', () => {
  it.each(['D:\\杏坛数据', 'C:\\Users\\王\\Documents\\杏坛', 'd:/data', 'E:\\', '\\\\?\\D:\\data', 'D:\\console', 'D:\\com10', 'D:\\a.con'])(
    '%s can be used on Windows', (path) => expect(code(path)).toBeNull())

  it.each(['\\\\server\\share', '\\\\server\\share\\杏坛', '//server/share/a', '\\\\?\\UNC\\server\\share', '\\\\192.168.1.2\\教务处'])(
    '%s lies on the network', (path) => expect(code(path)).toBe('boot.folderOnNetwork'))

  it.each(['D:\\CON', 'D:\\a\\nul\\b', 'D:\\Aux.txt', 'D:\\COM1', 'D:\\lpt9.tar.gz', 'D:\\COM¹', 'D:\\nul .x', 'D:\\CONIN$'])(
    '%s has a name that is a device on Windows', (path) => expect(code(path)).toBe('boot.folderName'))

  it.each(['D:\\杏坛.', 'D:\\杏坛 \\a', 'D:\\a?b', 'D:\\a|b', 'D:\\a"b', 'D:\\a\u0007b', 'D:\\x:y'])(
    '%j has a name that Windows does not bear', (path) => expect(code(path)).toBe('boot.folderName'))

  it.each(['data', 'D:data', '\\data', '.\\a', ''])('%j is no full path on Windows', (path) => expect(code(path)).toBe('boot.folderNotAbsolute'))

  it('may be named as Linux likes it on Linux', () => {
    expect(code('/home/jiaowu/con/a:b. ', 'linux')).toBeNull()
    expect(code('data', 'linux')).toBe('boot.folderNotAbsolute')
  })

  it('leaves room for the longest document below 260 characters, to the character', () => {
    const longest = 260 - 1 - longestPathInside - 1
    expect(code(`D:\\${'a'.repeat(longest - 3)}`)).toBeNull()
    expect(code(`D:\\${'a'.repeat(longest - 2)}`)).toBe('boot.folderPathTooLong')
    expect(code(`/${'a'.repeat(300)}`, 'linux')).toBeNull()
  })

  it.each([
    ['C:\\Users\\wang\\OneDrive\\杏坛', 'OneDrive'], ['C:\\Users\\wang\\OneDrive - 某某中学\\杏坛', 'OneDrive'],
    ['D:\\我的坚果云\\杏坛', '坚果云'], ['D:\\BaiduSyncdisk\\杏坛', '百度网盘'], ['C:\\Users\\wang\\WPSDrive\\1\\杏坛', 'WPS云盘'],
  ])('%s can be used, with a warning about %s', (path, program) => {
    expect(judgeFolderPath(path, 'win32').join()).toContain(program)
  })

  it('gives no warning about names that only resemble those', () => {
    expect(judgeFolderPath('D:\\OneDriver\\坚果', 'win32')).toEqual([])
  })

  it('refuses a Linux folder that another machine serves, also where the number comes signed', () => {
    expect(() => judgeFileSystem('/mnt/a', 0x6969, 'linux')).toThrow('网络位置')
    expect(() => judgeFileSystem('/mnt/a', 0xff534d42 | 0, 'linux')).toThrow('网络位置')
    expect(() => judgeFileSystem('/home/a', 0xef53, 'linux')).not.toThrow()
    expect(() => judgeFileSystem('/Volumes/a', 0x6969, 'darwin')).not.toThrow()
  })

  it('answers every text with a warning or a refusal in Chinese, never with a crash', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.constantFrom<NodeJS.Platform>('win32', 'linux', 'darwin'), (path, platform) => {
      const answer = code(path, platform)
      expect(answer === null || answer.startsWith('boot.folder')).toBe(true)
    }))
  })
})
