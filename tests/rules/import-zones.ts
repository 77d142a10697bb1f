import { posix } from 'node:path'

/** Where a file stands, as the table below sees it. */
type Zone =
  | 'shared' | 'db' | 'ports' | 'dispatch' | 'boot' | 'service' | 'shell' | 'browserShell' | 'main' | 'program'
  | 'app' | 'api' | 'ui' | 'feature' | 'scripts' | 'tests' | 'resources' | 'config'

interface Place {
  readonly zone: Zone
  /** The area of a service or a feature, e.g. `people`. */
  readonly area?: string
}

/** The room of a file of this repository, by its path with forward slashes from the root. */
export function placeOf(path: string): Place {
  const [top = '', second = '', third = ''] = path.split('/')
  if (/\.(test|spec)\.tsx?$/.test(path)) return { zone: 'tests' }
  if (top === 'shared' || top === 'db' || top === 'scripts' || top === 'tests' || top === 'resources') return { zone: top }
  if (top === 'renderer') {
    if (second === 'features') return { zone: 'feature', area: third }
    return second === 'app' || second === 'api' || second === 'ui' ? { zone: second } : { zone: 'app' }
  }
  if (top === 'electron') {
    if (second === 'services') return { zone: 'service', area: third }
    if (second === 'browser-shell') return { zone: 'browserShell' }
    if (second === 'ports' || second === 'dispatch' || second === 'boot' || second === 'shell') return { zone: second }
    if (second === 'program.ts' || second === 'opened-folder.ts') return { zone: 'program' }
    return second === 'data-folder-choice.ts' || second === 'default-data-folder.ts' ? { zone: 'boot' } : { zone: 'main' }
  }
  return { zone: 'config' }
}

/** Who may import whom; what is not named is forbidden. Types count like values: a type from the wrong room is a dependency too. */
const allowed: Readonly<Record<Zone, readonly Zone[]>> = {
  shared: ['shared'],
  db: ['shared', 'db'],
  ports: ['shared', 'ports'],
  dispatch: ['shared', 'db', 'ports', 'boot', 'dispatch', 'service'],
  boot: ['shared', 'db', 'ports', 'boot'],
  service: ['shared', 'db', 'ports', 'boot', 'dispatch', 'service'],
  browserShell: ['shared', 'ports', 'browserShell', 'dispatch', 'service'],
  program: ['shared', 'db', 'ports', 'boot', 'dispatch', 'service', 'browserShell', 'program'],
  shell: ['shared', 'ports', 'shell'],
  main: ['shared', 'ports', 'shell', 'browserShell', 'program', 'main', 'boot', 'service'],
  app: ['shared', 'app', 'api', 'ui', 'feature'],
  api: ['shared', 'api'],
  ui: ['shared', 'api', 'ui', 'app'],
  feature: ['shared', 'api', 'ui', 'app', 'feature'],
  scripts: ['shared', 'db', 'ports', 'boot', 'dispatch', 'service', 'browserShell', 'program', 'main', 'scripts', 'tests'],
  tests: ['shared', 'db', 'ports', 'boot', 'dispatch', 'service', 'browserShell', 'program', 'shell', 'main', 'app', 'api', 'ui', 'feature', 'scripts', 'tests', 'config'],
  resources: [],
  config: ['shared', 'scripts', 'config'],
}

/** Packages that belong to some rooms only. */
const packageRooms: readonly { readonly match: RegExp; readonly zones: readonly Zone[] }[] = [
  { match: /^electron$/, zones: ['shell', 'main', 'tests'] },
  { match: /^node:/, zones: ['db', 'ports', 'dispatch', 'boot', 'service', 'browserShell', 'program', 'shell', 'main', 'scripts', 'tests', 'config'] },
  { match: /^better-sqlite3$/, zones: ['db', 'boot', 'scripts', 'tests'] },
  { match: /^drizzle-orm/, zones: ['db', 'dispatch', 'service', 'boot', 'tests'] },
  { match: /^(react|react-dom|react-router|antd|@ant-design|@tanstack|echarts)(\/|$)/, zones: ['app', 'api', 'ui', 'feature', 'tests'] },
  { match: /^(docx|write-excel-file|@e965\/xlsx)(\/|$)/, zones: ['service', 'scripts', 'tests'] },
  { match: /^(vitest|fast-check|@playwright\/test|@axe-core\/playwright|jszip)(\/|$)/, zones: ['tests', 'config', 'scripts'] },
]

/** What an area's files may be called to be used by another area: its service and what it declares for others. */
const openToOtherAreas = /-(service|scope|trail)\.ts$/
/** Areas that exist to be used by the others: sessions and keys, the log, files. */
const commonAreas: ReadonlySet<string> = new Set(['accounts', 'audit', 'files', 'exports'])

/**
 * Why this import is not allowed, or null.
 * @param from the importing file, from the root
 * @param specifier as written
 */
export function whyForbidden(from: string, specifier: string): string | null {
  const here = placeOf(from)
  if (!specifier.startsWith('.')) {
    const rule = packageRooms.find(({ match }) => match.test(specifier))
    return rule && !rule.zones.includes(here.zone) ? `${from}: '${specifier}' does not belong into ${here.zone}` : null
  }
  const target = posix.normalize(posix.join(posix.dirname(from), specifier))
  if (target === 'package.json') return null
  const there = placeOf(target)
  if (!allowed[here.zone].includes(there.zone)) return `${from}: ${here.zone} must not import ${there.zone} (${target})`
  if (here.zone === 'service' && there.zone === 'service' && here.area !== there.area
    && !openToOtherAreas.test(target) && !commonAreas.has(there.area ?? '')) {
    return `${from}: another area is reached only through its *-service.ts (${target})`
  }
  if (here.zone === 'feature' && there.zone === 'feature' && here.area !== there.area && there.area !== 'accounts') {
    return `${from}: a feature must not import another (${target}); what both need belongs into ui/`
  }
  return null
}
