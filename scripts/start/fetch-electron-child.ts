/**
 * Run by fetch-electron.ts in a process of its own. Downloads with Electron's own downloader (its cache, its checksums, its
 * mirror settings), telling of every piece; then lets Electron's own install.js find the file in the cache and unpack it.
 */
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** As much of @electron/get as is used; it comes with the package electron and is found from there. */
interface ElectronGet {
  downloadArtifact(details: {
    version: string
    artifactName: 'electron'
    platform: string
    arch: string
    cacheRoot: string | undefined
    checksums: Record<string, string> | undefined
    downloadOptions: { quiet: true; getProgressCallback: (progress: { transferred: number; total: number | null }) => Promise<void> }
  }): Promise<string>
}

const electronDir = process.argv[2] ?? ''
const require = createRequire(join(electronDir, 'package.json'))
const { downloadArtifact }: ElectronGet = require('@electron/get')
const { version }: { version: string } = require('./package.json')

const platform = process.env['npm_config_platform'] ?? process.platform
const arch = process.env['npm_config_arch'] ?? process.arch
// install.js must look for the same file in the cache.
process.env['ELECTRON_INSTALL_PLATFORM'] = platform
process.env['ELECTRON_INSTALL_ARCH'] = arch

process.send?.({ step: 'downloading', bytes: 0, total: null })
let lastTold = Number.NEGATIVE_INFINITY
await downloadArtifact({
  version,
  artifactName: 'electron',
  platform,
  arch,
  cacheRoot: process.env['electron_config_cache'],
  checksums: usesRemoteChecksums() ? undefined : require('./checksums.json'),
  downloadOptions: {
    quiet: true,
    getProgressCallback: ({ transferred, total }) => {
      // Four times a second is enough for the eye, and for the watch.
      if (performance.now() - lastTold >= 250 || transferred === total) {
        lastTold = performance.now()
        process.send?.({ step: 'downloading', bytes: transferred, total })
      }
      return Promise.resolve()
    },
  },
})
process.send?.({ step: 'unpacking' })
require('./install.js')

function usesRemoteChecksums(): boolean {
  return Boolean(process.env['electron_use_remote_checksums'] || process.env['npm_config_electron_use_remote_checksums'])
}
