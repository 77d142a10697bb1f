import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPagePath, staticMediaType, staticPath } from './static-path.ts'

describe('which file of the build a request asks for', () => {
  it('finds the files that the build makes', () => {
    expect(staticPath('/')).toEqual(['index.html'])
    expect(staticPath('/assets/index-Bx1_9-a.js')).toEqual(['assets', 'index-Bx1_9-a.js'])
    expect(staticPath('/icon.svg')).toEqual(['icon.svg'])
  })

  it.each([
    '', 'assets/x.js', '//etc/passwd', '/..', '/../secret', '/assets/../../secret', '/assets/..%2f..%2fsecret', '/%2e%2e/secret',
    '/%252e%252e/secret', '/..%5c..%5csecret', '/..\\..\\secret', '/assets\\x.js', '/x.js%00.png', '/x.js\0', '/C:/Windows/win.ini',
    '/c%3a/x', '/x.js:stream', '/x.js::$DATA', '/PROGRA~1/x', '/con', '/CON.js', '/assets/nul.css', '/com1', '/lpt9.txt', '/x.js.',
    '/x.js%20', '/x.js ', '/.env', '/.git/config', '/assets//x.js', '/assets/', '/./x.js', '/杏坛.js', '/%E6%9D%8F.js', '/x?y', '/x#y',
    '/a/...', '/a..b', `/${'a'.repeat(600)}`, '/\u202Ex.js', '/ｘ.js', '/x\n.js', '/-/../x',
  ])('refuses %j', (attack) => {
    expect(staticPath(attack)).toBeNull()
    expect(isPagePath(attack)).toBe(false)
  })

  it('never answers a name that could leave the folder, whatever is asked', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.webPath(), fc.string({ unit: fc.constantFrom('/', '.', '\\', '%', '2', 'e', 'f', ':', '\0', 'a') })), (path) => {
      for (const name of staticPath(path) ?? []) expect(name).toMatch(/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/)
    }))
  })
})

describe('pages and files', () => {
  it('knows a page of the program from a file', () => {
    expect(['/', '/people', '/people/3f2a-77', '/studios/new'].every(isPagePath)).toBe(true)
    expect(['/index.js', '/assets/a.css', '/favicon.ico'].some(isPagePath)).toBe(false)
  })

  it('serves only what a build is made of', () => {
    expect(staticMediaType('index.html')).toBe('text/html; charset=utf-8')
    expect(staticMediaType('a.B.JS')).toBe('text/javascript; charset=utf-8')
    for (const other of ['xingtan.db', 'a.exe', 'a.map', 'js.constructor', 'a.__proto__', 'noextension']) expect(staticMediaType(other), other).toBeNull()
  })
})
