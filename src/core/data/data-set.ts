/** A data set: named columns of finite numbers, immutable, with a key that stands for its contents. */
import type { Column, Table } from '../table.ts'

export interface DataSet extends Table {
  /** What people call it: `Anscombe I`, the name of a file. */
  readonly name: string
  /** 16 hexadecimal digits of names and numbers: equal for equal contents, whatever the name of the set. */
  readonly key: string
}

/** Most rows and columns of a data set. */
export const ROW_LIMIT = 10_000
export const COLUMN_LIMIT = 20

/** A data set of these columns, all of one length. */
export function dataSet(name: string, columns: readonly Column[]): DataSet {
  return { name, columns, rows: columns[0]?.values.length ?? 0, key: keyOf(columns) }
}

/** The same from rows of numbers, as they stand in a table. */
export function fromRows(name: string, names: readonly string[], rows: readonly (readonly number[])[]): DataSet {
  return dataSet(name, names.map((column, c) => ({ name: column, values: Float64Array.from(rows, (row) => row[c]) })))
}

/** The set with one number changed, under another key. */
export function withCell(data: DataSet, column: number, row: number, value: number): DataSet {
  const columns = data.columns.map((c, i) => (i === column ? { ...c, values: c.values.with(row, value) } : c))
  return dataSet(data.name, columns)
}

/** A set of which only the names are at hand. */
export function missingData(name: string, key: string, rows: number, names: readonly string[]): DataSet {
  return { name, key, rows, columns: names.map((column) => ({ name: column, values: new Float64Array(0) })), missing: true }
}

/** The same contents; two that are both absent are the same. */
export function sameData(a: DataSet | undefined, b: DataSet | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.key === b.key && a.missing === b.missing)
}

/** Two 32-bit hashes after Fowler, Noll & Vo (FNV-1a) over the names and the bits of the numbers. */
function keyOf(columns: readonly Column[]): string {
  let a = 0x811c9dc5
  let b = 0x01000193
  const add = (word: number): void => {
    a = Math.imul(a ^ word, 0x01000193)
    a ^= a >>> 15
    b = Math.imul(b ^ word, 0x85ebca6b)
    b ^= b >>> 13
  }
  for (const { name, values } of columns) {
    for (let i = 0; i < name.length; i++) add(name.charCodeAt(i))
    add(values.length)
    for (const word of new Uint32Array(Float64Array.from(values).buffer)) add(word)
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
