import type { DataSet } from './data-set.ts'

/** One built-in data set. One file per set, or per family of sets. */
export interface DataEntry {
  /** For ever: links depend on it. Lower case, digits and underscores. */
  readonly id: string
  readonly data: DataSet
  /** Where the numbers come from. */
  readonly source: string
  /** One or two sentences: what it shows. */
  readonly note: string
  /** A formula to begin with. */
  readonly formula: string
}
