import { readCharacters } from '../people/name-readings.ts'
import { tidyName } from '../people/typed-text.ts'
import type { OutcomeFacts } from './outcome-record.ts'

/** Details by which a record is known: where it was published, and its numbers. */
const known = ['journal', 'issn', 'cn', 'isbn', 'projectNo', 'certificateNo', 'documentNo', 'teacher', 'book'] as const

/**
 * What the column `outcome.search` holds, a line each: the title, its initials (作业设计 → zysj), and the details by which the record is
 * known. People, studio and kind are found where they stand themselves.
 */
export function outcomeSearchText({ title, details }: Pick<OutcomeFacts, 'title' | 'details'>): string {
  const initials = readCharacters(tidyName(title)).map(({ readings: [reading = ''] }) => reading.charAt(0)).join('')
  const texts = known.map((key) => (Object.hasOwn(details, key) ? details[key] : undefined)).filter((text) => typeof text === 'string')
  return [title, initials, ...texts].join('\n')
}
