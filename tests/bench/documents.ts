import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Document, Packer, Paragraph } from 'docx'
import { openFormCatalogue } from '../../electron/services/documents/form-catalogue.ts'
import { renderDocument } from '../../electron/services/documents/render-document.ts'
import type { Measurement } from '../../scripts/benching/measurements.ts'
import { documentExamples } from '../fixtures/documents/examples.ts'
import { person } from '../fixtures/documents/invented.ts'
import { memberListUsual } from '../fixtures/documents/member-list-examples.ts'
import { usually } from './support/timing.ts'

const facts = { creator: '青溪县第三初级中学', madeAt: '2026-09-01T00:00:00Z' }
const catalogue = openFormCatalogue(join(import.meta.dirname, '..', '..', 'resources', 'forms'))

/**
 * One Word form in a batch of 200 (goal: at most 25 ms, memory flat), the fullest of each form, and how a list grows
 * with its rows. The reference is an empty document packed by docx alone, in the same run.
 */
export async function benchDocuments(): Promise<Measurement[]> {
  const empty = await usually(60, () => Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({})] }] })))
  const reference = { what: 'docx, an empty document', value: empty }
  const measured: Measurement[] = []
  let slowest = 0
  const heapBefore = heapInUse()
  for (const example of documentExamples) {
    const value = await usually(200, () => make(example.form, example.usual))
    slowest = Math.max(slowest, value)
    measured.push({ what: `form ${example.form}, usual`, size: 'batch of 200', value, unit: 'ms', reference })
  }
  const heapAfter = heapInUse()
  measured.push({ what: 'the slowest usual form', size: 'one of a batch of 200', value: slowest, unit: 'ms', goal: 25 })
  measured.push({ what: 'memory kept after the batches', size: '1,000 forms', value: Math.max(0, heapAfter - heapBefore) / 1_048_576, unit: 'MiB', goal: 4 })
  for (const example of documentExamples) {
    measured.push({ what: `form ${example.form}, very full`, size: 'one', value: await usually(20, () => make(example.form, example.full)), unit: 'ms', reference })
  }
  for (const count of [200, 400, 800]) {
    const members = Array.from({ length: count }, (_, at) => ({
      name: person(at).name, sex: person(at).sex, employer: person(at).school, subject: person(at).subject, professionalTitle: person(at).title, roleName: '成员',
    }))
    measured.push({ what: 'member list', size: `${count} rows`, value: await usually(9, () => make('member-list-notice', { ...memberListUsual, members })), unit: 'ms', reference })
  }
  return measured
}

async function make(form: string, data: object): Promise<unknown> {
  return renderDocument(form, data, { catalogue, ...facts })
}

/** Bytes of the heap after a collection, which Node lets one ask for by a flag. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
  return process.memoryUsage().heapUsed
}
