import { pinyin, polyphonic } from 'pinyin-pro'

/**
 * Readings of surnames that the dictionary lacks or ranks behind the everyday one; compound surnames are read as a whole
 * by pinyin-pro's surname mode.
 */
const moreSurnameReadings: Readonly<Record<string, readonly string[]>> = {
  单: ['shan'], 仇: ['qiu'], 查: ['zha'], 区: ['ou'], 种: ['chong'], 曾: ['zeng'], 朴: ['piao', 'pu'], 解: ['xie'], 任: ['ren'], 盖: ['ge', 'gai'],
  华: ['hua'], 员: ['yun'], 覃: ['qin', 'tan'], 翟: ['zhai'], 召: ['shao'], 繁: ['po'], 秘: ['bi'], 折: ['she'], 黑: ['he', 'hei'], 缪: ['miao'],
  乜: ['nie'], 冼: ['xian'], 洗: ['xian'], 尉: ['yu', 'wei'], 句: ['gou'], 祭: ['zhai'], 晟: ['cheng', 'sheng'], 隗: ['wei', 'kui'],
  谌: ['chen', 'shen'], 柏: ['bai', 'bo'], 葛: ['ge'], 郇: ['huan', 'xun'], 郗: ['xi', 'chi'], 阚: ['kan'], 於: ['yu'], 应: ['ying'], 乐: ['yue', 'le'],
  宁: ['ning'], 车: ['che'], 纪: ['ji'], 燕: ['yan'], 过: ['guo'], 那: ['na'], 哈: ['ha'], 幺: ['yao'], 么: ['yao', 'me'], 佴: ['nai'], 厍: ['she'],
}

const latin = /[a-z0-9]/

/** One character of a name (or one Latin word in it) and the ways in which it is read, the likeliest first. */
export interface ReadCharacter {
  readonly text: string
  readonly readings: readonly string[]
}

/**
 * The characters of a tidied name with all their readings: the surname reading first, then the one that fits the
 * context, then every other reading of a 多音字. ü is v, and u and yu too (passports). A character that the dictionary
 * does not know (many beyond the BMP) reads as itself. Dots and blanks carry no reading and end no name.
 */
export function readCharacters(name: string): readonly ReadCharacter[] {
  const characters = [...name.toLowerCase()]
  const options = { toneType: 'none', type: 'array', toneSandhi: false } as const
  const asSurname = pinyin(name.toLowerCase(), { ...options, mode: 'surname', surname: 'head' })
  const inContext = pinyin(name.toLowerCase(), options)
  const read: ReadCharacter[] = []
  let word = ''
  for (const [i, text] of characters.entries()) {
    if (latin.test(text)) {
      word += text
      continue
    }
    if (word !== '') read.push({ text: word, readings: [word] })
    word = ''
    if (!/[\p{L}\p{N}]/u.test(text)) continue
    const surname = i === 0 && Object.hasOwn(moreSurnameReadings, text) ? moreSurnameReadings[text] ?? [] : []
    const found = aligned(characters, [asSurname, inContext]) ? [asSurname[i], inContext[i]] : []
    const readings = [...found.slice(0, 1), ...surname, ...found.slice(1), ...everyReading(text)]
    read.push({ text, readings: [...new Set(readings.flatMap((reading) => spellings(reading ?? text)))] })
  }
  if (word !== '') read.push({ text: word, readings: [word] })
  return read
}

const readingsOf = new Map<string, readonly string[]>()

/** Every reading of a character by itself, asked once: a school's names are made of the same few hundred. */
function everyReading(character: string): readonly string[] {
  const known = readingsOf.get(character)
  if (known !== undefined) return known
  const readings = polyphonic(character, { toneType: 'none', type: 'array' })[0] ?? []
  readingsOf.set(character, readings)
  return readings
}

const aligned = (characters: readonly string[], lists: readonly (readonly string[])[]) => lists.every((list) => list.length === characters.length)

/** lü is typed lv by most, lyu on passports, lu by who does not know either. */
function spellings(reading: string): readonly string[] {
  return reading.includes('ü') ? ['v', 'yu', 'u'].map((u) => reading.replace('ü', u)) : [reading]
}
