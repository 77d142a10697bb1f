/** Type-checks every room with its own tsconfig; each knows only the world it runs in. */
import { projectRoot } from './project-root.ts'
import { checkRoom, rooms } from './testing/check-room.ts'

const failed = rooms.filter((room) => !checkRoom(projectRoot, room))
process.exitCode = failed.length === 0 ? 0 : 1
