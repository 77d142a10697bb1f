import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { openDatabase } from '../../db/open-database.ts'
import { attachmentTable, storedFileTable } from '../../db/schema/activities.ts'
import { dataFolderLayout } from '../../electron/boot/data-folder-layout.ts'
import { FileStore } from '../../electron/services/files/file-store.ts'
import { openProgram } from '../../electron/program.ts'
import { Caller, freshProgram, password, silentLogger } from '../fixtures/program.ts'
import { seedStudio } from '../fixtures/studio-with-members.ts'

const rounds = 4

it('a program that is killed while it takes attachments in loses none that it has acknowledged, and no row lacks its file', async () => {
  const test = await freshProgram()
  const activityId = await anActivity(test)
  await test.program.close()
  const acknowledged: string[] = []
  try {
    for (let round = 0; round < rounds; round++) acknowledged.push(...await attachUntilKilled(test.folder, activityId, round * 7))
    expect(acknowledged.length).toBeGreaterThanOrEqual(rounds)

    const { db, close } = openDatabase(dataFolderLayout(test.folder).database)
    const files = db.select().from(storedFileTable).all()
    const attachments = db.select().from(attachmentTable).all()
    close()
    const store = new FileStore(test.folder)
    for (const { sha256, bytes } of files) {
      const content = readFileSync(store.pathOf(sha256))
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
      expect(content.byteLength).toBe(bytes)
    }
    expect(attachments.length).toBe(files.length)
    expect(attachments.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged))

    const again = await openProgram({ dataFolder: test.folder, version: '0.1.0-test', resources: join(import.meta.dirname, '..', '..', 'resources'), logger: silentLogger, mode: 'browser' })
    const caller = new Caller(again, again.openSession())
    await caller.call('accounts.signIn', { signInName: 'admin', password })
    for (const id of acknowledged) expect((await caller.call('activities.openAttachment', { id })).bytes).toBe(1_500_009)
    await again.close()
  } finally {
    await test.close()
  }
}, 120_000)

async function anActivity(test: Awaited<ReturnType<typeof freshProgram>>): Promise<string> {
  seedStudio(test.folder, { id: 'wen', name: '沈知远语文名师工作室' }, [{ name: '沈知远' }])
  const { id } = await test.admin.call('activities.save', {
    id: null, revision: null, sheet: null,
    fields: {
      studioId: 'wen', kind: 'regularMeeting', title: '第1次例会', heldOn: '2026-09-10', startTime: null, endTime: null, place: null, level: null, chairPersonId: null,
      recorderPersonId: null, centralSpeaker: null, experts: null, agenda: null, minutes: [], resolutions: null,
    },
  })
  return id
}

/** Kills the process some milliseconds after its first acknowledged file: each round at another point of the next one. */
function attachUntilKilled(folder: string, activityId: string, laterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'attach-until-killed.ts'), folder, activityId], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ids: string[] = []
  createInterface({ input: child.stdout }).on('line', (id) => {
    ids.push(id)
    if (ids.length === 1) setTimeout(() => child.kill('SIGKILL'), laterMs)
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => ids.length > 0 ? resolve(ids) : reject(new Error(`ended with ${String(code)} before it took a file in`)))
  })
}
