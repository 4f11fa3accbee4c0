/** Columns of numbers under names, one number per row: what `mean` and `sum` of a formula run over. */
export interface Column {
  readonly name: string
  readonly values: Float64Array
}

export interface Table {
  readonly columns: readonly Column[]
  /** Length of every column, unless the numbers themselves are missing. */
  readonly rows: number
  /** True where only the names are known: the columns are empty, and whatever is computed from them is NaN. */
  readonly missing?: boolean
}
