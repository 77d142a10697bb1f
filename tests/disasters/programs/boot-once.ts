/** boot-once.ts <folder>: opens and closes the data folder, and prints how that went as JSON. */
import { writeSync } from 'node:fs'
import { AppError } from '../../../shared/errors.ts'
import { boot } from '../boot-for-test.ts'

try {
  const booted = boot(process.argv[2] ?? '')
  booted.close()
  writeSync(1, JSON.stringify({ ok: true, notices: booted.notices }))
} catch (error) {
  if (!(error instanceof AppError)) throw error
  writeSync(1, JSON.stringify({ ok: false, code: error.code, kind: error.kind, message: error.message }))
}
