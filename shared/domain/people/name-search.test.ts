import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchesName, matchesNameSearch, nameSearchText, searchPatterns } from './name-search.ts'

describe('searching for a name', () => {
  it.each([
    ['zs', '张三'], ['zhangsan', '张三'], ['zhang san', '张三'], ["zhang'san", '张三'], ['ZS', '张三'], ['ｚｓ', '张三'], ['zhs', '张三'], ['zhangs', '张三'], ['zsan', '张三'],
    ['san', '张三'], ['张', '张三'], ['三', '张三'], ['张 三', '张三'], ['张s', '张三'], ['z三', '张三'], ['张　三', '张三'],
    ['sxx', '单雄信'], ['shanxx', '单雄信'], ['danxx', '单雄信'], ['qiuying', '仇英'], ['zhalianyi', '查莲依'], ['oudalun', '区大伦'], ['yuchigong', '尉迟恭'], ['moqi', '万俟卨'], ['wansi', '万俟卨'],
    ['chong', '种师道'], ['xian', '冼星辰'], ['ge', '盖聂'], ['piao', '朴树'], ['zengsheng', '曾省吾'], ['zengxing', '曾省吾'], ['qinhai', '覃海'], ['tanhai', '覃海'],
    ['lvb', '吕布'], ['lyubu', '吕布'], ['lubu', '吕布'], ['lübu', '吕布'], ['yuelin', '乐琳'], ['zhaixl', '翟晓磊'],
    ['mmtal', '买买提·艾力'], ['aili', '买买提·艾力'], ['艾力', '买买提·艾力'], ['买买提.艾力', '买买提·艾力'], ['买买提艾力', '买买提·艾力'],
    ['tian', '𠮷田光'], ['𠮷', '𠮷田光'], ['𠮷田', '𠮷田光'], ['𠮷t', '𠮷田光'], ['john', 'John Smith'], ['smith', 'John Smith'], ['', '张三'], ['xiaoming', '王小明'], ['xm', '王小明'], ['wxm', '王小明'], ['wangxm', '王小明'],
  ])('%s finds %s', (query, name) => {
    expect(matchesName(query, name)).toBe(true)
  })

  it.each([['an', '张三'], ['hang', '张三'], ['李', '张三'], ['zss', '张三'], ['三张', '张三'], ['%', '张三'], ['_', '张三'], ['ls', '张三'], ['zhangsi', '张三'], ['\\', '张三']])('%s does not find %s', (query, name) => {
    expect(matchesName(query, name)).toBe(false)
  })

  it('works the same in the database as on the page', () => {
    const database = new DatabaseSync(':memory:')
    database.exec('CREATE TABLE person (name TEXT, name_search TEXT)')
    const names = ['张三', '单雄信', '吕布', '万俟卨', '买买提·艾力', '𠮷田光', 'John Smith', '百分%号', '下_划', '查莲依', '欧阳娜娜']
    const insert = database.prepare('INSERT INTO person VALUES (?, ?)')
    for (const name of names) insert.run(name, nameSearchText(name))
    const queries = ['zs', 'z', '张s', '%', '_', 'lv', 'moqi', '𠮷t', 'aili', 'oyn', 's', 'x x', '娜', "'", 'john', '\\', '查l']
    let found = 0
    for (const query of queries) {
      const patterns = searchPatterns(query)
      const where = patterns.map(() => String.raw`name_search LIKE ? ESCAPE '\'`).join(' AND ') || '1'
      const rows = database.prepare(`SELECT name FROM person WHERE ${where} ORDER BY rowid`).all(...patterns).map((row) => row['name'])
      expect(rows).toEqual(names.filter((name) => matchesName(query, name)))
      found += rows.length
    }
    expect(found).toBeGreaterThan(20)
    expect(searchPatterns('   ')).toEqual([])
  })

  it('does not let a long name of many readings grow without bound', () => {
    const long = '单曾查区乐行重朝长传参藏差奔仇盛解都调发干更观冠好号和华划会几济假降教卷壳空率弹'
    expect([...long]).toHaveLength(40)
    const text = nameSearchText(long)
    expect(text.length).toBeLessThan(40_000)
    expect(matchesNameSearch('shanzeng', text)).toBe(true)
  })

  it('finds every name by itself, by each of its characters and by its own words', () => {
    const han = fc.string({ unit: fc.constantFrom(...'张王李赵单查区曾吕乐重行尉迟欧阳娜𠮷·艾'), minLength: 1, maxLength: 6 }).filter((name) => /[^·]/.test(name))
    fc.assert(fc.property(han, (name) => {
      const text = nameSearchText(name)
      expect(matchesNameSearch(name, text)).toBe(true)
      for (const c of name.replaceAll('·', '')) expect(matchesNameSearch(c, text)).toBe(true)
      for (const word of text.split(' ').slice(1)) if (/^[a-z]+$/.test(word)) expect(matchesNameSearch(word, text)).toBe(true)
    }))
  })

  it('takes any query without crashing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', maxLength: 10 }), (query, name) => {
      expect(typeof matchesName(query, name)).toBe('boolean')
    }))
  })
})
