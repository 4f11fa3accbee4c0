/**
 * Data sets in links.
 *
 *   data = id                               a built-in set
 *        | x,y;0,1.1;1,2.9                  names, then rows
 *        | z:BASE64URL                      the same, deflated (RFC 1951), where that is shorter
 *        | kept:KEY,ROWS,x,y                too large for a link: the rows are kept in the browser that made it
 *   data.name = text                        what the set is called
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate'
import { COLUMN_LIMIT, dataSet, missingData, ROW_LIMIT, type DataSet } from '../data/data-set.ts'
import { DATA, dataById } from '../data/index.ts'
import { freeColumnNames } from '../data/names.ts'
import { closest } from '../formula/spelling.ts'
import type { Issue } from '../issue.ts'
import { numberText, readNumber } from './link-text.ts'
import { listed, shown } from './words.ts'

/** Longest text of a data set in a link, in characters; larger sets are kept in the browser. */
export const DATA_LIMIT = 8000
/** More numbers than this never fit; trying would take longer than a frame. */
const NUMBER_LIMIT = 8000
/** Most characters that are inflated. */
const INFLATED_LIMIT = 200_000
/** The name of a set that was given none. */
export const UNNAMED = 'Your data'

/** True where the set is too large to travel in a link. */
export const staysHere = (data: DataSet): boolean => dataText(data).startsWith('kept:')

/** The value of `data=`. */
export function dataText(data: DataSet): string {
  const known = DATA.find((entry) => entry.data.key === data.key && entry.data.name === data.name)
  if (known !== undefined && data.missing !== true) return known.id
  const names = data.columns.map((column) => column.name)
  const kept = `kept:${data.key},${data.rows},${names.join(',')}`
  if (data.missing === true || data.rows * names.length > NUMBER_LIMIT) return kept
  const rows = Array.from({ length: data.rows }, (_, i) => data.columns.map(({ values }) => numberText(values[i])).join(','))
  const plain = [names.join(','), ...rows].join(';')
  if (plain.length <= 200) return plain
  const packed = `z:${toBase64(deflateSync(strToU8(plain, true), { level: 9 }))}`
  const text = packed.length < plain.length ? packed : plain
  return text.length <= DATA_LIMIT ? text : kept
}

/** The data set of a link, undefined where it cannot be used; what was wrong becomes an issue. Never throws. */
export function readData(text: string, name: string, issues: Issue[]): DataSet | undefined {
  const refuse = (says: string): undefined => void issues.push({ about: 'data', says })
  const word = text.trim()
  const known = dataById(word)
  if (known !== undefined) return known.data
  if (word.startsWith('kept:')) return readKept(word.slice(5), name, refuse)
  if (!word.startsWith('z:')) return word.includes(';') ? readRows(word, name, issues, refuse) : refuse(unknownData(word))
  const plain = inflated(word.slice(2))
  return plain === undefined
    ? refuse('The data of the link cannot be unpacked: the link was cut or changed on its way. Ask for it again.')
    : readRows(plain, name, issues, refuse)
}

function readRows(text: string, name: string, issues: Issue[], refuse: (says: string) => undefined): DataSet | undefined {
  const [header, ...rows] = text.split(';', ROW_LIMIT + 3).filter((row) => row.trim() !== '')
  const heads = header?.split(',') ?? []
  if (heads.length > COLUMN_LIMIT) return refuse(`The data has ${heads.length} columns; the limit is ${COLUMN_LIMIT}.`)
  if (rows.length > ROW_LIMIT) return refuse(`The data has more than ${ROW_LIMIT} rows, which is the limit.`)
  if (rows.length === 0) return refuse(`The data is ${shown(text)}, which has no rows. Write names and then rows, like x,y;0,1.1;1,2.9.`)
  const { names, says } = freeColumnNames(heads)
  issues.push(...says.map((sentence) => ({ about: 'data', says: sentence })))
  const columns = names.map((column) => ({ name: column, values: new Float64Array(rows.length) }))
  for (const [i, row] of rows.entries()) {
    const cells = row.split(',')
    if (cells.length !== names.length) {
      return refuse(`Row ${i + 1} of the data has ${cells.length} ${cells.length === 1 ? 'number' : 'numbers'}, expected ${names.length} (${listed(names)}).`)
    }
    for (const [c, cell] of cells.entries()) {
      const value = readNumber(cell)
      if (!Number.isFinite(value)) return refuse(`Row ${i + 1} of the data has ${shown(cell)} for ${names[c]}, expected a number like 0.5.`)
      columns[c].values[i] = value
    }
  }
  return dataSet(name, columns)
}

function readKept(text: string, name: string, refuse: (says: string) => undefined): DataSet | undefined {
  const [key, count, ...heads] = text.split(',', COLUMN_LIMIT + 3)
  const rows = readNumber(count ?? '')
  const { names, says } = freeColumnNames(heads)
  const good = /^[0-9a-f]{16}$/.test(key) && Number.isInteger(rows) && rows >= 1 && rows <= ROW_LIMIT
  if (!good || says.length > 0 || names.length < 1 || names.length > COLUMN_LIMIT) {
    return refuse(`data is ${shown(`kept:${text}`)}, which names no data set that a browser keeps.`)
  }
  return missingData(name, key, rows, names)
}

function unknownData(word: string): string {
  const ids = DATA.map((entry) => entry.id)
  const near = closest(word, ids)
  const hint = near === undefined ? `Use one of ${listed(ids)}, or write names and rows, like x,y;0,1.1;1,2.9.` : `Did you mean ${near}?`
  return `There is no data set called ${shown(word)}. ${hint}`
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** RFC 4648 §5 without padding. */
function toBase64(bytes: Uint8Array): string {
  let out = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const word = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    const digits = Math.min(4, bytes.length - i + 1)
    for (let d = 0; d < digits; d++) out += DIGITS[(word >> (18 - 6 * d)) & 63]
  }
  return out
}

function inflated(text: string): string | undefined {
  const digits = Array.from(text, (digit) => DIGITS.indexOf(digit))
  if (digits.includes(-1) || digits.length % 4 === 1) return undefined
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  for (let i = 0; i < bytes.length; i++) {
    const at = Math.floor(i / 3) * 4
    const word = [0, 1, 2, 3].reduce((w, d) => w * 64 + (digits[at + d] ?? 0), 0)
    bytes[i] = (word >> (16 - 8 * (i % 3))) & 255
  }
  try {
    // A buffer of this size is all that is filled, however much the bytes unfold to.
    const plain = inflateSync(bytes, { out: new Uint8Array(INFLATED_LIMIT) })
    return plain.length < INFLATED_LIMIT ? strFromU8(plain, true) : undefined
  } catch {
    return undefined
  }
}
