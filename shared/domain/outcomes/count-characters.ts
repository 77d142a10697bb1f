/** How long a text is, and of what it is made. */
export interface CharacterCount {
  /** 字数, as Word and WPS count: each of the three once. */
  readonly total: number
  readonly chinese: number
  /** Chinese and other full-width punctuation. */
  readonly marks: number
  /** A word in letters, or a run of figures, is one. */
  readonly words: number
}

const chinese = /[\p{Script=Han}\u3007]/u
const wide = /[\u2010-\u2027\u2030-\u205E\u3000-\u303F\uFE30-\uFE4F\uFF00-\uFFEF]/u

/** Counts as Word and WPS do under 字数: every 汉字 and every Chinese mark is one, what stands together in letters and figures is one, blanks are none. */
export function countCharacters(text: string): CharacterCount {
  const count = { chinese: 0, marks: 0, words: 0 }
  let inWord = false
  for (const character of text) {
    const isBlank = /\s/u.test(character)
    if (chinese.test(character)) count.chinese += 1
    else if (!isBlank && wide.test(character)) count.marks += 1
    else if (!isBlank && !inWord) count.words += 1
    inWord = !isBlank && !chinese.test(character) && !wide.test(character)
  }
  return { total: count.chinese + count.marks + count.words, ...count }
}

/** 1,204 字（汉字 1,100，标点 102，英文单词和数字 2；空格不算）. */
export function countInWords({ total, chinese: own, marks, words }: CharacterCount): string {
  const figure = (value: number) => value.toLocaleString('en-US')
  return `${figure(total)} 字（汉字 ${figure(own)}，标点 ${figure(marks)}，英文单词和数字 ${figure(words)}；空格不算）`
}
