import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { describe, expect, it } from 'vitest'
import { whyForbidden } from './import-zones.ts'

const root = join(import.meta.dirname, '..', '..')

/** Every TypeScript file of the repository, tracked or new. */
function sourceFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], { cwd: root, encoding: 'utf8' })
  return listed.split('\n').filter((path) => path !== '' && existsSync(join(root, path)))
}

/** What a file imports, re-exports or loads later, as written; types included. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8')
  const { module } = parseSync(path, text)
  const later = module.dynamicImports.map(({ moduleRequest }) => text.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''))
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : []))),
    ...later,
  ]
}

describe('the rooms of the house', () => {
  it('import only what the table allows', () => {
    let looked = 0
    const forbidden: string[] = []
    for (const path of sourceFiles()) {
      for (const specifier of importsOf(path)) {
        looked++
        const why = whyForbidden(path, specifier)
        if (why) forbidden.push(why)
      }
    }
    expect(forbidden).toEqual([])
    expect(looked).toBeGreaterThan(300)
  })

  it.each([
    ['shared/domain/money/fen.ts', 'node:fs'],
    ['shared/contract/school.ts', '../../db/schema/school.ts'],
    ['shared/domain/people/draft.ts', 'react'],
    ['db/open-database.ts', '../electron/ports/clock.ts'],
    ['electron/ports/clock.ts', '../services/school/school-service.ts'],
    ['electron/services/ledger/post.ts', '../people/roster/read-workbook.ts'],
    ['electron/services/ledger/post.ts', 'electron'],
    ['electron/services/ledger/post.ts', '../../shell/window.ts'],
    ['electron/services/ledger/post.ts', 'react'],
    ['electron/browser-shell/door.ts', '../shell/window.ts'],
    ['electron/browser-shell/door.ts', 'electron'],
    ['electron/shell/window.ts', '../services/ledger/ledger-service.ts'],
    ['electron/dispatch/dispatcher.ts', '../shell/ipc.ts'],
    ['renderer/features/people/list.tsx', '../ledger/entry-form.tsx'],
    ['renderer/features/people/list.tsx', '../../../electron/services/people/people-service.ts'],
    ['renderer/features/people/list.tsx', '../../../db/schema/people.ts'],
    ['renderer/features/people/list.tsx', 'node:path'],
    ['renderer/ui/money-text.tsx', '../features/ledger/entry-form.tsx'],
    ['renderer/api/client.ts', '../app/theme.ts'],
  ])('%s must not import %s', (from, specifier) => {
    expect(whyForbidden(from, specifier)).not.toBeNull()
  })

  it('allow what the style asks for: a service uses another through its service file', () => {
    expect(whyForbidden('electron/services/ledger/post.ts', '../studios/studios-service.ts')).toBeNull()
    expect(whyForbidden('renderer/features/people/list.tsx', '../../ui/page-head.tsx')).toBeNull()
  })
})
