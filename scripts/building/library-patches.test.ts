import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../project-root.ts'
import { libraryPatches, patched } from './library-patches.ts'


test.each(libraryPatches)('the library in use still has what is mended in $file', ({ file, find, put }) => {
  const path = join(projectRoot, 'node_modules', file)
  const code = patched(path, readFileSync(path, 'utf8'))
  expect(code).toContain(put)
  expect(code).not.toContain(find)
})

test('a library that says something else than expected stops the build, and others pass untouched', () => {
  const [first] = libraryPatches
  expect(() => patched(`/somewhere/node_modules/${first?.file ?? ''}`, 'another text')).toThrow(/has changed/)
  expect(patched('/somewhere/node_modules/antd/es/button/index.js', 'another text')).toBe('another text')
})
