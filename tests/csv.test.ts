import { describe, expect, it } from 'vitest'
import { readCsv } from '../src/csv.ts'

/** Names and rows of a text that can be read, and what was told about it. */
function read(text: string, without: readonly string[] = []): { names: string[]; rows: number[][]; told: string[] } {
  const result = readCsv(text, 'a.csv', without)
  if (!result.ok) throw new Error(result.issues[0].says)
  const { columns, rows } = result.value
  return {
    names: columns.map((c) => c.name),
    rows: Array.from({ length: rows }, (_, i) => columns.map((c) => c.values[i])),
    told: result.issues.map((issue) => issue.says),
  }
}

const refusal = (text: string): string => {
  const result = readCsv(text, 'a.csv')
  return result.ok ? '' : result.issues[0].says
}

describe('what is read', () => {
  const TWO = { names: ['x', 'y'], rows: [[0, 1.5], [1, -2e-3]], told: [] }
  it.each<[string, string]>([
    ['commas', 'x,y\n0,1.5\n1,-2e-3\n'],
    ['semicolons', 'x;y\n0;1.5\n1;-2e-3'],
    ['semicolons and decimal commas', 'x;y\n0;1,5\n1;-2e-3'],
    ['tabs', 'x\ty\n0\t1.5\n1\t-2e-3'],
    ['CRLF', 'x,y\r\n0,1.5\r\n1,-2e-3\r\n'],
    ['a byte-order mark', '\ufeffx,y\n0,1.5\n1,-2e-3'],
    ['quoted fields', '"x","y"\n"0","1.5"\n1,"-2e-3"'],
    ['spaces and empty lines', ' x , y \n\n 0 , 1.5 \n\n1,-2e-3\n\n'],
  ])('%s', (_what, text) => expect(read(text)).toEqual(TWO))

  it('columns without names are called x and y, and that is said', () => {
    expect(read('0,1.5\n1,-2e-3')).toEqual({ ...TWO, told: ['The data has no names; its columns are called x and y.'] })
    expect(read('1\n2').names).toEqual(['x'])
    expect(read('1,2,3\n4,5,6').names).toEqual(['c1', 'c2', 'c3'])
  })

  it('headers become names that formulas can use', () => {
    const { names, told } = read('sepal length,2nd,größe,λ,sin,e,mean,x,x,\n1,2,3,4,5,6,7,8,9,10')
    expect(names).toEqual(['sepal_length', 'c_2nd', 'grosse', 'lambda', 'sin_', 'e_', 'mean_', 'x', 'x_2', 'c10'])
    expect(told[0]).toBe('The column "sepal length" is called sepal_length here.')
    expect(told.at(-2)).toBe('Column 10 has no name; it is called c10.')
  })

  it('a quoted field may hold separators and line ends', () => {
    expect(read('kind,x\n"a, b\nc",1\nd,2').rows).toEqual([[1], [2]])
  })

  it('columns of text are left out, formulas of spreadsheets among them', () => {
    const { names, rows, told } = read('x,kind,cell\n1,a,=1+1\n2,b,=A1')
    expect([names, rows]).toEqual([['x'], [[1], [2]]])
    expect(told).toEqual(['The column kind is text ("a") and is left out.', 'The column cell is text ("=1+1") and is left out.'])
  })

  it('rows with empty or undefined cells are left out and counted', () => {
    const { rows, told } = read('x,y\n1,2\n,3\nNaN,4\n5,6\n7,inf')
    expect(rows).toEqual([[1, 2], [5, 6]])
    expect(told).toEqual(['Lines 3, 4 and 6 have a cell without a finite number and are left out: 2 of 5 rows remain.'])
  })

  it('one row and a constant column are taken, and said', () => {
    expect(read('x,y\n1,2').told).toEqual(['The data has one row only: any model through that one point fits it.'])
    expect(read('x,y\n1,2\n1,3').told).toEqual(['The column x is 1 in every row.'])
  })

  it('ten thousand rows of twenty columns', () => {
    const text = Array.from({ length: 10_000 }, (_, i) => Array.from({ length: 20 }, (_, c) => String(i * 20 + c + 0.5)).join(',')).join('\n')
    expect(read(text).rows[9999][19]).toBe(199999.5)
  })
})

describe('what is refused, in a sentence', () => {
  it.each<[string, string, string]>([
    ['ragged rows', 'x,y\n1,2\n3\n4,5', 'Line 3 has 1 cell, expected 2 as in the first line. Correct it, or leave the line out.'],
    ['text among numbers', 'x,y\n1,2\n3,abc', 'Line 3 has "abc" for y, expected a number like 0.5. Correct it, or leave the column out.'],
    ['a spreadsheet formula among numbers', 'x,y\n1,=1+1\n3,4', 'Line 2 has "=1+1" for y, expected a number like 0.5. Correct it, or leave the column out.'],
    ['nothing', '', 'There is no data: not one row with anything in it. Give names and then rows of numbers.'],
    ['names only', 'x,y', 'The data has names, but no rows below them. Add rows of numbers.'],
    ['text only', 'a,b\nc,d', 'The data has no column of numbers. Give at least one.'],
    ['no whole row', 'x,y\n1,\n,2', 'Every row of the data has an empty cell, so none is left. Fill them, or leave a column out.'],
    ['a million rows', '1,2\n'.repeat(1_000_000), 'The file has 1000000 lines; the limit is 10000 rows. Take a sample of them.'],
    ['too many quoted rows', '"1",2\n'.repeat(20_000), 'The file has 20000 lines; the limit is 10000 rows. Take a sample of them.'],
    ['21 columns', Array.from({ length: 21 }, (_, i) => i).join(), 'The data has 21 columns of numbers; the limit is 20. Leave some out.'],
    ['an open quotation mark', 'x,y\n"1,2\n3,4', 'A quotation mark in line 2 is not closed, or something stands after it. Correct it.'],
  ])('%s', (_what, text, says) => expect(refusal(text)).toBe(says))

  it('the column that stands in the way can be left out', () => {
    const text = 'x,y,z\n1,2,3\n3,abc,4'
    const result = readCsv(text, 'a.csv')
    expect(result.ok || result.issues[0].about).toBe('data.y')
    expect(read(text, ['y']).rows).toEqual([[1, 3], [3, 4]])
  })
})
