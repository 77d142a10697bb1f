import type { SchemeRow } from '../../../shared/contract/schemes.ts'

/** 在用（2026-09-01 起）; of a preset, that it came with the program. */
export function stateWords({ state, version, holdsFromOn }: Pick<SchemeRow, 'state' | 'version' | 'holdsFromOn'>): string {
  switch (state) {
    case 'preset': return '自带范本'
    case 'draft': return `第 ${version} 版草稿`
    case 'inForce': return `第 ${version} 版，${holdsFromOn ?? ''} 起用`
    case 'retired': return `第 ${version} 版，已停用`
  }
}

/** Where the page of the scheme is. */
export function schemeAddress({ code, version }: { readonly code: string; readonly version: string }): string {
  return `/schemes/${encodeURIComponent(code)}/${encodeURIComponent(version)}`
}
