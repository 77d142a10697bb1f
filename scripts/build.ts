/** `npm run build`: builds what has changed; `-- --force` builds all the same. */
import { buildIfNeeded } from './building/build-if-needed.ts'
import { projectRoot } from './project-root.ts'

const done = await buildIfNeeded(projectRoot, { say: console.log, force: process.argv.includes('--force') })
if (done === 'up to date') console.log('out/ 已是最新。 out/ is up to date.')
