/** Cells of text, as they come out of a file -> a data set, with a sentence for everything that is not taken as it is. */
import type { Issue, Result } from '../issue.ts'
import { readNumber } from '../number.ts'
import { COLUMN_LIMIT, dataSet, ROW_LIMIT, type DataSet } from './data-set.ts'
import { freeColumnNames } from './names.ts'

/** What people write where there is no number. */
const NOTHING = /^(|nan|na|n\/a|null|none|-|\?|[+-]?inf(inity)?)$/i

export interface CellOptions {
  /** A comma may stand for the decimal point: `1,5`. */
  readonly decimalComma?: boolean
  /** Columns to leave out, by their names in the data set. */
  readonly without?: readonly string[]
}

/**
 * A data set of rows of cells. A first row without a number has the names. Columns of text are left out, rows with an empty or
 * undefined cell too; both are told among the issues of the result. Fails with a sentence where rows have different lengths, a
 * column mixes text and numbers, or a limit is passed.
 */
export function readCells(cells: readonly (readonly string[])[], name: string, options: CellOptions = {}): Result<DataSet> {
  const numberOf = (cell: string): number => readNumber(options.decimalComma ? cell.replace(/^(\s*[+-]?\d*),(\d)/, '$1.$2') : cell)
  const isNumber = (cell: string): boolean => !Number.isNaN(numberOf(cell))
  const [first = []] = cells
  if (first.length === 0) return refuse('There is no data: not one row with anything in it. Give names and then rows of numbers.')
  const headed = !first.some(isNumber) && !first.every((cell) => NOTHING.test(cell.trim()))
  const rows = headed ? cells.slice(1) : cells
  if (rows.length === 0) return refuse('The data has names, but no rows below them. Add rows of numbers.')
  if (rows.length > ROW_LIMIT) return refuse(`The data has ${rows.length} rows; the limit is ${ROW_LIMIT}. Take a sample of them.`)
  const line = (row: number): number => row + (headed ? 2 : 1)
  const ragged = rows.findIndex((row) => row.length !== first.length)
  if (ragged >= 0) {
    const got = `Line ${line(ragged)} has ${counted(rows[ragged].length, 'cell')}`
    return refuse(`${got}, expected ${first.length} as in the first line. Correct it, or leave the line out.`)
  }
  const { names, says } = freeColumnNames(headed ? first : standardNames(first.length))
  const told = headed ? says : [`The data has no names; its ${first.length === 1 ? 'column is' : 'columns are'} called ${listed(names)}.`]
  const columns: { readonly name: string; readonly values: Float64Array }[] = []
  for (const [c, column] of names.entries()) {
    if (options.without?.includes(column)) {
      told.push(`The column ${column} is left out.`)
      continue
    }
    const kind = kindOf(rows, c, isNumber)
    if (kind.numbers && kind.text >= 0) {
      const where = `Line ${line(kind.text)} has ${quoted(rows[kind.text][c])} for ${column}`
      return refuse(`${where}, expected a number like 0.5. Correct it, or leave the column out.`, column)
    }
    if (kind.numbers) columns.push({ name: column, values: Float64Array.from(rows, (row) => numberOf(row[c])) })
    else if (kind.text >= 0) told.push(`The column ${column} is text (${quoted(rows[kind.text][c])}) and is left out.`)
    else told.push(`The column ${column} is empty and is left out.`)
  }
  if (columns.length === 0) return refuse('The data has no column of numbers. Give at least one.')
  if (columns.length > COLUMN_LIMIT) {
    return refuse(`The data has ${columns.length} columns of numbers; the limit is ${COLUMN_LIMIT}. Leave some out.`)
  }
  return complete(name, columns, line, told)
}

/** Without the rows that have a cell that is no finite number. */
function complete(
  name: string, columns: readonly { readonly name: string; readonly values: Float64Array }[], line: (row: number) => number, told: string[],
): Result<DataSet> {
  const all = columns[0].values.length
  const kept = Array.from({ length: all }, (_, i) => i).filter((i) => columns.every(({ values }) => Number.isFinite(values[i])))
  if (kept.length === 0) return refuse('Every row of the data has an empty cell, so none is left. Fill them, or leave a column out.')
  if (kept.length < all) {
    const missing = new Set(kept)
    const gone = Array.from({ length: all }, (_, i) => i).filter((i) => !missing.has(i))
    const lines = gone.slice(0, 5).map((i) => String(line(i)))
    const more = gone.length > 5 ? ` and ${gone.length - 5} more` : ''
    told.push(`${gone.length === 1 ? 'Line' : 'Lines'} ${more ? lines.join(', ') : listed(lines)}${more} ${gone.length === 1 ? 'has' : 'have'} a cell `
      + `without a finite number and ${gone.length === 1 ? 'is' : 'are'} left out: ${kept.length} of ${all} rows remain.`)
  }
  const clean = columns.map((column) => ({ name: column.name, values: Float64Array.from(kept, (i) => column.values[i]) }))
  for (const { name: column, values } of clean) {
    if (values.length > 1 && values.every((v) => v === values[0])) told.push(`The column ${column} is ${values[0]} in every row.`)
  }
  if (kept.length === 1) told.push('The data has one row only: any model through that one point fits it.')
  const issues = told.map((says): Issue => ({ about: 'data', says }))
  return { ok: true, value: dataSet(name.trim().slice(0, 100) || 'Your data', clean), issues }
}

/** Whether a column has numbers, and its first row with text, -1 where there is none. */
function kindOf(rows: readonly (readonly string[])[], c: number, isNumber: (cell: string) => boolean): { numbers: boolean; text: number } {
  let numbers = false
  let text = -1
  for (let i = 0; i < rows.length && !(numbers && text >= 0); i++) {
    if (isNumber(rows[i][c])) numbers = true
    else if (text < 0 && !NOTHING.test(rows[i][c].trim())) text = i
  }
  return { numbers, text }
}

function standardNames(count: number): string[] {
  return count <= 2 ? ['x', 'y'].slice(0, count) : Array.from({ length: count }, (_, i) => `c${i + 1}`)
}

/** `about` is the column that could be left out. */
const refuse = (says: string, column?: string): Result<DataSet> => ({ ok: false, issues: [{ about: column === undefined ? 'data' : `data.${column}`, says }] })
const counted = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`
const listed = (words: readonly string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`)
const quoted = (text: string): string => `"${text.length > 30 ? `${text.slice(0, 29)}…` : text}"`.replace(/\s+/g, ' ')
