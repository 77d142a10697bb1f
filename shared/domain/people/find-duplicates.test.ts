import { describe, expect, it } from 'vitest'
import { findDuplicates } from './find-duplicates.ts'

const known = [
  { personId: 'a', name: '张三', bornOn: '1988-06-15', idNumberHmac: 'h1' },
  { personId: 'b', name: '李四', bornOn: '1990-01', idNumberHmac: null },
  { personId: 'c', name: '李四', bornOn: null, idNumberHmac: null },
  { personId: 'd', name: '王五', bornOn: '1979-03-02', idNumberHmac: 'h4' },
]

describe('somebody in a roster who may be there already', () => {
  it.each([
    ['by the ID number, even under another name', { name: '张珊', bornOn: null, idNumberHmac: 'h1' }, [{ personId: 'a', by: 'idNumber' }]],
    ['by name and birth date, as far as it is known, before the name alone', { name: '李四', bornOn: '1990-01-20', idNumberHmac: 'h9' }, [{ personId: 'b', by: 'nameAndBirth' }, { personId: 'c', by: 'name' }]],
    ['by the name alone where a birth date is missing', { name: '王五', bornOn: null, idNumberHmac: null }, [{ personId: 'd', by: 'name' }]],
    ['not with another ID number', { name: '王五', bornOn: '1979-03-02', idNumberHmac: 'h5' }, []],
    ['not with another birth date', { name: '张三', bornOn: '1988-07', idNumberHmac: null }, []],
    ['not under a name like a member of every object', { name: '__proto__', bornOn: null, idNumberHmac: null }, []],
  ])('is found %s', (_, newcomer, expected) => {
    expect(findDuplicates([newcomer], known)).toEqual([expected])
  })

  it('gets a list of its own, in the order of the roster', () => {
    expect(findDuplicates([{ name: '无人', bornOn: null, idNumberHmac: null }, { name: '张三', bornOn: '1988', idNumberHmac: null }], known)).toEqual([[], [{ personId: 'a', by: 'nameAndBirth' }]])
  })
})
