import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dataSet, fromRows, missingData } from '../../../src/core/data/data-set.ts'
import { DATA } from '../../../src/core/data/index.ts'
import { DATA_LIMIT, dataText, readData, staysHere } from '../../../src/core/experiment/data-text.ts'
import { decode, encode } from '../../../src/core/experiment/permalink.ts'
import type { Issue } from '../../../src/core/issue.ts'
import { uniform } from '../../../src/core/math/random.ts'

const LINE = 'f=mean((w*x+b-y)^2)'
const says = (link: string): string[] => decode(link).issues.map((issue) => issue.says)
const random = (rows: number) => dataSet('Random', ['x', 'y'].map((name, c) => ({ name, values: Float64Array.from({ length: rows }, (_, i) => uniform(c, i)) })))

describe('data in links', () => {
  it('built-in sets are called by their id', () => {
    for (const { id, data } of DATA) {
      expect(dataText(data)).toBe(id)
      expect(readData(id, '', [])).toBe(data)
    }
    expect(new Set(DATA.map((entry) => entry.id)).size).toBe(DATA.length)
  })

  it('a few rows can be written by hand', () => {
    const { value, issues } = decode(`${LINE}&data=x,y;0,1.1;1,2.9`)
    expect(issues).toEqual([])
    expect(value.data).toEqual(fromRows('Your data', ['x', 'y'], [[0, 1.1], [1, 2.9]]))
    expect(encode(value)).toContain('&data=x,y;0,1.1;1,2.9')
  })

  it('a hundred rows are packed, and come back to the last bit', () => {
    const data = random(100)
    const text = dataText(data)
    expect(text).toMatch(/^z:[\w-]+$/)
    expect(readData(text, 'Random', [])).toEqual(data)
    expect(staysHere(data)).toBe(false)
  })

  it('ten thousand rows stay in the browser; the link names them and keeps everything else', () => {
    const data = random(10_000)
    expect(dataText(data)).toBe(`kept:${data.key},10000,x,y`)
    const { value, issues } = decode(`${LINE}&data=${dataText(data)}&data.name=Random&domain=-1,1,-2,2&start=0.1,0.2`)
    expect(issues).toEqual([])
    expect(value.data).toEqual(missingData('Random', data.key, 10_000, ['x', 'y']))
    expect([value.domain, value.starts]).toEqual([[[-1, 1], [-2, 2]], [[0.1, 0.2]]])
    expect(decode(encode(value)).value).toEqual(value)
    expect(encode({ ...value, data })).toBe(encode(value))
    expect(decode(encode(value), data).value).toEqual({ ...value, data })
  })

  it('nothing in a link is longer than the limit', () => {
    for (const rows of [150, 200, 250, 300, 400, 4000]) expect(dataText(random(rows)).length).toBeLessThanOrEqual(DATA_LIMIT)
  })

  it('no text makes it throw', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string().map((t) => `z:${t}`), fc.base64String().map((t) => `z:${t}`), fc.string().map((t) => `kept:${t}`),
      fc.string().map((t) => `x,y;${t}`)), (text) => {
      const issues: Issue[] = []
      const data = readData(text, 'a', issues)
      expect(data !== undefined || issues.length > 0).toBe(true)
      for (const issue of issues) expect(issue.says).toMatch(/\.$/)
    }), { numRuns: 500 })
  })
})

describe('what is wrong with data, in a sentence', () => {
  it.each<[string, string]>([
    [LINE, 'f is "mean((w*x+b-y)^2)". mean at column 1 runs over the rows of a data set, and there is none. Choose or paste one.'],
    [`${LINE}&data=linregg`, 'There is no data set called "linregg". Did you mean linreg?'],
    [`${LINE}&data=x,y;0,1;2`, 'Row 2 of the data has 1 number, expected 2 (x and y).'],
    [`${LINE}&data=x,y;0,one`, 'Row 1 of the data has "one" for y, expected a number like 0.5.'],
    [`${LINE}&data=x,y;0,NaN`, 'Row 1 of the data has "NaN" for y, expected a number like 0.5.'],
    [`${LINE}&data=z:AAAA`, 'The data of the link cannot be unpacked: the link was cut or changed on its way. Ask for it again.'],
    [`${LINE}&data=kept:1,2`, 'data is "kept:1,2", which names no data set that a browser keeps.'],
    [`${LINE}&data=sin,x,y;1,2,3`, 'The column "sin" is called sin_ here.'],
    ['landscape=square&data=linreg', 'The link has data, but no formula to use it: write one as f=. The data is left out.'],
    [`${LINE}+x&data=linreg`, 'f is "mean((w*x+b-y)^2)+x". x at column 19 is a column of the data, so it needs mean(...) or sum(...) round it.'],
    ['f=mean(x)&data=linreg', 'f is "mean(x)". Every name in the formula is a column of the data, so there is nothing to descend over. Add a weight, as in mean((w*x - y)^2).'],
    [`${LINE}&data=linreg&over=x,w`, 'x is a column of the data, so it cannot be a coordinate as well. Rename one of them.'],
    [`${LINE}&data=linreg&over=w,w`, 'over names w twice. Name each coordinate once.'],
    [`${LINE}&data=linreg&over=w,b,c`, 'over has 3 names, expected one or two coordinates. Write it like w,b.'],
    ['f=x^2&over=sin', '"sin" cannot be a coordinate: it is the name of a function. Write over like w,b.'],
    ['landscape=square&over=a', 'over names the coordinates of a typed formula, and the link has none. It is left out.'],
  ])('%s', (link, sentence) => expect(says(link)).toContain(sentence))

  it('a million rows in a link', () => {
    expect(says(`${LINE}&data=x,y;${'0,1;'.repeat(40_000)}`)).toContain('The data has more than 10000 rows, which is the limit.')
  })
})

describe('which names are coordinates', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['f=a*x^2', ['x'], ['a']],
    ['f=a*x^2&over=a,x', ['a', 'x'], []],
    [`${LINE}&data=linreg`, ['w', 'b'], []],
    [`${LINE}&data=linreg&over=b`, ['b'], ['w']],
    ['f=mean((w*x-y)^2)%2Bc*d&data=linreg', ['w', 'c'], ['d']],
    ['f=sum(depth*(x-p)^2)%2By&data=gauss_wells', ['x', 'y'], []],
    ['f=mean((w*x+b)^2)&data=a,c;1,2', ['x'], ['w', 'b']],
  ])('%s: %j', (link, coordinates, params) => {
    const { value, issues } = decode(link)
    expect(issues).toEqual([])
    expect(value.domain.length).toBe(coordinates.length)
    expect(Object.keys(value.params)).toEqual(params)
  })
})
