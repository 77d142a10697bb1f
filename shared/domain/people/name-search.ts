import { halfWidth } from '../dates/half-width.ts'
import { readCharacters } from './name-readings.ts'
import type { ReadCharacter } from './name-readings.ts'
import { tidyName } from './typed-text.ts'

/** More endings than this for one place in a name are not kept: names of many 多音字 would fill pages. */
const mostEndings = { short: 160, long: 12 } as const
/** In longer names a syllable is either spelt out or initial throughout, not mixed; and so many are followed at once. */
const mostMixed = 4
const mostFollowed = 8

/**
 * What the column `person.name_search` holds: the name without dots and blanks, then, each after a blank, everything
 * that may be typed for it from any character on: 张三 gives `张三 zhangsan zhsan zsan san`. Each syllable of a short name
 * stands spelt out or as its initial (zh, ch, sh also with two letters), in every reading, so that any prefix of
 * what people type is a prefix of one of these words. A query is turned into patterns by `searchPatterns`.
 */
export function nameSearchText(name: string): string {
  const tidy = tidyName(name)
  const characters = readCharacters(tidy)
  const words = new Set<string>()
  for (const [from] of characters.entries()) {
    for (const ending of endings(characters.slice(from, from + mostFollowed))) words.add(ending)
  }
  return [characters.map((c) => c.text).join(''), ...words].join(' ')
}

function endings(characters: readonly ReadCharacter[]): readonly string[] {
  if (characters.length > mostMixed) {
    return [...spelledEndings(characters, mostEndings.long, (reading) => [reading]), ...spelledEndings(characters, mostEndings.long, initials)]
  }
  return spelledEndings(characters, mostEndings.short, (reading, last) => (last ? [reading] : [reading, ...initials(reading)]))
}

/** All ways to spell the characters, built from the last one. Past `most`, the front keeps its variety: that is the surname. */
function spelledEndings(
  characters: readonly ReadCharacter[],
  most: number,
  spell: (reading: string, last: boolean) => readonly string[],
): readonly string[] {
  let built: readonly string[] = ['']
  for (const [back, character] of characters.toReversed().entries()) {
    const heads = [...new Set(character.readings.flatMap((reading) => spell(reading, back === 0)))]
    built = [...new Set(built.flatMap((tail) => heads.map((head) => head + tail)))].slice(0, most)
  }
  return built
}

function initials(reading: string): readonly string[] {
  const first = [...reading][0] ?? ''
  return /^[zcs]h/.test(reading) ? [first, reading.slice(0, 2)] : [first]
}

/** The query cut into runs of Latin letters and of Chinese characters, both lower-case and without dots and blanks. */
function runs(query: string): readonly { readonly latin: boolean; readonly text: string }[] {
  const plain = halfWidth(query).toLowerCase().replaceAll('ü', 'v').normalize('NFC')
  const found = plain.match(/[a-z0-9']+|[^a-z0-9'\s·•・‧.]+/g) ?? []
  return found
    .map((text) => ({ latin: /^[a-z0-9']/.test(text), text: text.replaceAll("'", '') }))
    .filter((run) => run.text !== '')
}

/**
 * The query as patterns for `name_search LIKE ? ESCAPE '\'`, all of which must hold; none for an empty query (everybody).
 * Letters must begin a word, so `an` does not find every 张; Chinese characters may stand anywhere in the name. Mixed
 * queries (张s, z三) are several patterns.
 */
export function searchPatterns(query: string): readonly string[] {
  return runs(query).map((run) => (run.latin ? `% ${escapeLike(run.text)}%` : `%${escapeLike(run.text)}%`))
}

/** `%`, `_` and `\` as themselves in a LIKE pattern with `ESCAPE '\'`. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (c) => `\\${c}`)
}

/** Whether the query finds the person, by the text of `person.name_search`; the same rule as `searchPatterns`. */
export function matchesNameSearch(query: string, nameSearch: string): boolean {
  return runs(query).every((run) => nameSearch.includes(run.latin ? ` ${run.text}` : run.text))
}

/** Whether the query finds the name; for short lists whose search text is not at hand. */
export function matchesName(query: string, name: string): boolean {
  return matchesNameSearch(query, nameSearchText(name))
}
