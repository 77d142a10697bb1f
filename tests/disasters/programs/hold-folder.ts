/** hold-folder.ts <folder>: opens the data folder, says so, and closes it properly when its standard input ends. */
import { writeSync } from 'node:fs'
import { boot } from '../boot-for-test.ts'

const booted = boot(process.argv[2] ?? '')
writeSync(1, 'open\n')
process.stdin.on('end', () => booted.close()).resume()
