/**
 * A reduction over the rows of a table, run as a program of its own: one point over blocks of rows, or one row after the
 * other over a block of points. Either way the rows are added from the first to the last, so a point gives the same bits alone
 * and in any block, and the same as the sum written out.
 */
import type { Node } from '../autodiff/graph.ts'
import type { Table } from '../table.ts'
import { assemble, BLOCK, type Program } from './program.ts'

/** Rows of a table that stand for all of them, by their indices; replaced between one run and the next. */
export interface Sample {
  rows: Uint32Array
}

interface Kind {
  readonly mean: boolean
  readonly largest: boolean
}

export interface Reduction {
  /** One array of BLOCK numbers for each output; `run` fills the first `size` lanes. */
  readonly results: readonly Float64Array[]
  /** The reduced outputs at the first `size` points of `inputs` (one array of at least `size` lanes for each input). */
  run(inputs: readonly Float64Array[], size: number): void
}

/**
 * @param outputs nodes whose values are added up over the rows
 * @param inputCount inputs 0..inputCount-1 vary from point to point, those after it are the columns of `table`, in order
 * @param kind whether the sums are divided by the number of rows; or whether the largest value is wanted instead, NaN where one is NaN
 * @param sample the rows that are added up, in their order, where these are not all: a mean is theirs, and a sum is scaled by
 *   all / theirs, so that both estimate what all rows have
 */
export function reduction(outputs: readonly Node[], inputCount: number, table: Table, { mean, largest }: Kind, sample?: Sample): Reduction {
  const rows = table.missing === true ? 0 : table.rows
  const counted = (): number => (rows === 0 ? 0 : sample?.rows.length ?? rows)
  const results = outputs.map(() => new Float64Array(BLOCK))
  const count = inputCount + table.columns.length
  const assembled = (columnsVary: boolean): Program => assemble(outputs, count, (i) => (i < inputCount) === columnsVary)
  let byRows: Program | undefined
  let byPoints: Program | undefined
  const columns = table.columns.map(({ values }, c) => ({ values, input: inputCount + c }))

  /** One point, blocks of rows. */
  const overRows = (inputs: readonly Float64Array[], lane: number): void => {
    const program = (byRows ??= assembled(true))
    for (let i = 0; i < inputCount; i++) {
      const register = program.inputs[i]
      if (register !== undefined) register[0] = inputs[i][lane]
    }
    const count = counted()
    const picked = sample?.rows
    program.prepare(Math.min(count, BLOCK))
    for (let start = 0; start < count; start += BLOCK) {
      const size = Math.min(BLOCK, count - start)
      for (const { values, input } of columns) {
        const register = program.inputs[input]
        if (register === undefined) continue
        if (picked === undefined) for (let k = 0; k < size; k++) register[k] = values[start + k]
        else for (let k = 0; k < size; k++) register[k] = values[picked[start + k]]
      }
      program.run(size)
      for (let j = 0; j < results.length; j++) {
        const { register, uniform } = program.outputs[j]
        let total = start === 0 ? register[0] : largest ? Math.max(results[j][lane], register[0]) : results[j][lane] + register[0]
        if (largest) for (let k = 1; k < size && !uniform; k++) total = Math.max(total, register[k])
        else if (uniform) for (let k = 1; k < size; k++) total += register[0]
        else for (let k = 1; k < size; k++) total += register[k]
        results[j][lane] = total
      }
    }
  }

  /** One row after the other, all points of the block. */
  const overPoints = (inputs: readonly Float64Array[], size: number): void => {
    const program = (byPoints ??= assembled(false))
    const count = counted()
    for (let r = 0; r < count; r++) {
      const row = sample?.rows[r] ?? r
      for (let i = 0; i < inputCount; i++) { // in every row: the program may use the register for something else after reading it
        const register = program.inputs[i]
        if (register !== undefined) for (let k = 0; k < size; k++) register[k] = inputs[i][k]
      }
      for (const { values, input } of columns) {
        const register = program.inputs[input]
        if (register !== undefined) register[0] = values[row]
      }
      program.prepare(size)
      program.run(size)
      for (let j = 0; j < results.length; j++) {
        const { register, uniform } = program.outputs[j]
        const totals = results[j]
        if (r === 0) for (let k = 0; k < size; k++) totals[k] = register[uniform ? 0 : k]
        else if (largest) for (let k = 0; k < size; k++) totals[k] = Math.max(totals[k], register[uniform ? 0 : k])
        else if (uniform) for (let k = 0; k < size; k++) totals[k] += register[0]
        else for (let k = 0; k < size; k++) totals[k] += register[k]
      }
    }
  }

  return {
    results,
    run(inputs, size) {
      const count = counted()
      if (count === 0) return results.forEach((totals) => totals.fill(rows === 0 ? NaN : 0, 0, size)) // whoever reads them may overwrite them
      if (count < size) overPoints(inputs, size)
      else for (let lane = 0; lane < size; lane++) overRows(inputs, lane)
      if (mean) for (const totals of results) for (let k = 0; k < size; k++) totals[k] /= count
      else if (count !== rows && !largest) for (const totals of results) for (let k = 0; k < size; k++) totals[k] *= rows / count
    },
  }
}
