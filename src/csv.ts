/** Text with separators -> a data set. Quotes and line ends are papaparse's; what the cells mean is the core's. */
import Papa from 'papaparse'
import { readCells } from './core/data/cells.ts'
import { ROW_LIMIT, type DataSet } from './core/data/data-set.ts'
import type { Result } from './core/issue.ts'

/** Longest text that is read, in characters: 10,000 rows of 20 long numbers. */
const TEXT_LIMIT = 8_000_000

/**
 * Reads CSV: comma, semicolon (then decimals may have commas) or tab, with or without names in the first line, quoted fields, any
 * line ends, a byte-order mark. Cells are text or numbers; formulas of spreadsheets are text. Fails with a sentence; what was left
 * out or renamed is among the issues of a success.
 * @param without columns to leave out
 */
export function readCsv(text: string, name: string, without: readonly string[] = []): Result<DataSet> {
  const lines = countLines(text)
  if (lines > ROW_LIMIT + 1 && text.length > 0 && !text.includes('"')) return tooMany(lines)
  if (text.length > TEXT_LIMIT) {
    const says = `The file has ${Math.round(text.length / 1e6)} million characters; the limit is ${TEXT_LIMIT / 1e6}. Take a sample of its rows.`
    return { ok: false, issues: [{ about: 'data', says }] }
  }
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text
  const delimiter = delimiterOf(plain)
  const { data, errors } = Papa.parse<string[]>(plain, { delimiter, skipEmptyLines: 'greedy', preview: ROW_LIMIT + 2 })
  const quotes = errors.find((error) => error.type === 'Quotes')
  if (quotes !== undefined) {
    const says = `A quotation mark in line ${(quotes.row ?? 0) + 1} is not closed, or something stands after it. Correct it.`
    return { ok: false, issues: [{ about: 'data', says }] }
  }
  if (data.length > ROW_LIMIT + 1) return tooMany(lines)
  return readCells(data, name, { decimalComma: delimiter !== ',', without })
}

function tooMany(lines: number): Result<DataSet> {
  return { ok: false, issues: [{ about: 'data', says: `The file has ${lines} lines; the limit is ${ROW_LIMIT} rows. Take a sample of them.` }] }
}

function countLines(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; count++) {
    const end = text.indexOf('\n', at)
    at = end < 0 ? text.length : end + 1
  }
  return count
}

/** What separates the cells of the first line, outside its quotes; a tab or semicolon is hardly ever anything else. */
function delimiterOf(text: string): string {
  const first = (/^[^\r\n]*\S[^\r\n]*/m.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '')
  return ['\t', ';'].find((mark) => first.includes(mark)) ?? ','
}
