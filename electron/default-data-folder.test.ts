import { describe, expect, it } from 'vitest'
import { defaultDataFolder } from './default-data-folder.ts'

describe('where the records are kept when nobody chose a folder', () => {
  it.each([
    ['win32', 'C:\\Users\\李老师', { LOCALAPPDATA: 'D:\\本地\\AppData\\Local' }, 'D:\\本地\\AppData\\Local\\Xingtan\\data'],
    ['win32', 'C:\\Users\\li', {}, 'C:\\Users\\li\\AppData\\Local\\Xingtan\\data'],
    ['win32', 'C:\\Users\\li', { LOCALAPPDATA: '', OneDrive: 'C:\\Users\\li\\OneDrive' }, 'C:\\Users\\li\\AppData\\Local\\Xingtan\\data'],
    ['darwin', '/Users/li', {}, '/Users/li/Library/Application Support/Xingtan/data'],
    ['linux', '/home/li', {}, '/home/li/.local/share/xingtan'],
    ['linux', '/home/li', { XDG_DATA_HOME: '/data/li' }, '/data/li/xingtan'],
    ['linux', '/home/li', { XDG_DATA_HOME: 'relative' }, '/home/li/.local/share/xingtan'],
  ] as const)('on %s at %s with %j', (platform, home, env, folder) => {
    expect(defaultDataFolder({ platform, home, env })).toBe(folder)
  })
})
