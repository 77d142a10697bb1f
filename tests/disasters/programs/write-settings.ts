/** write-settings.ts <folder>: saves one setting after the other and says so only when it is saved; never ends by itself. */
import { writeSync } from 'node:fs'
import { writeTx } from '../../../db/write-tx.ts'
import { boot, saveSettingTx } from '../boot-for-test.ts'

const booted = boot(process.argv[2] ?? '')
for (let n = 0; ; n++) {
  const key = `row-${String(n).padStart(6, '0')}`
  writeTx(booted.db.db, (tx) => {
    saveSettingTx(tx, key, 'x'.repeat(500))
    saveSettingTx(tx, `${key}-second`)
  })
  writeSync(1, `${key}\n`)
}
