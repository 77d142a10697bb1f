import { existsSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { libraryPatching } from './scripts/building/library-patches.ts'
import { routes } from './shared/contract/routes.ts'

const root = import.meta.dirname

/** Files on the main side that are started by name: the window's process, the browser shell, and each worker thread. */
const mainEntries: Readonly<Record<string, string>> = {
  main: 'electron/main.ts',
  'browser-main': 'electron/browser-main.ts',
  'roster-worker': 'electron/services/people/roster/roster-worker.ts',
  'names-worker': 'electron/services/people/roster/names-worker.ts',
}

/** Only the entries that stand, so that a service may be built before its worker is. */
function standing(entries: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(root, file)] as const).filter(([, file]) => existsSync(file)))
}

export default defineConfig({
  main: {
    // fflate's module for Node declares a `require` of its own beside the one that electron-vite puts into each file, and a
    // file with two of them does not start. Its CommonJS form is the same code.
    resolve: { alias: { fflate: join(root, 'node_modules', 'fflate', 'lib', 'node.cjs') } },
    build: {
      outDir: join(root, 'out', 'main'),
      // Everything is bundled but the native module: a few large files open much faster than hundreds of small ones on an
      // office machine whose virus scanner looks at each.
      externalizeDeps: false,
      rolldownOptions: {
        input: standing(mainEntries),
        external: ['better-sqlite3'],
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    define: { __ROUTE_NAMES__: JSON.stringify(Object.keys(routes)) },
    build: {
      outDir: join(root, 'out', 'preload'),
      externalizeDeps: false,
      // A sandboxed preload is one CommonJS file: it can require nothing but Electron.
      rolldownOptions: {
        input: { preload: join(root, 'electron', 'preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: join(root, 'renderer'),
    plugins: [react(), libraryPatching(), {
      name: 'xingtan:pages-from-the-root',
      // electron-vite makes every address relative, for pages opened as files; ours are served, and a page's address may be
      // deeper (/people/3) than the folder of the build.
      config: () => ({ base: '/' }),
    }],
    build: {
      outDir: join(root, 'out', 'renderer'),
      minify: true,
      // The browser shell meets the browsers of office machines, some of which stand still at this one (the last for Windows 7).
      target: 'chrome109',
      // Nothing of it crosses a network.
      chunkSizeWarningLimit: 4096,
      emptyOutDir: true,
      rolldownOptions: { input: { index: join(root, 'renderer', 'index.html') } },
    },
  },
})
