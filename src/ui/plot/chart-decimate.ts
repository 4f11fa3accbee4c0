/** Long columns thinned to what a chart of some width can show, without losing a peak. Pure. */

/** A line over steps: `value[i]` at `step[i]`; only the first `count` entries are meant. A NaN value breaks the line. */
export interface Line {
  readonly step: Float64Array
  readonly value: Float64Array
  readonly count: number
}

/**
 * Thins `values[0 … count)`, one per step, to at most five entries per pixel column: the first, lowest, highest and last value of
 * the column in their order, and a NaN where the column holds one. The lowest and highest of every column survive, and since log
 * is monotone, they do so on a log axis as well. Short columns are returned as they are, without a copy of the values.
 *
 * @param columns pixel columns over which steps 0 … `steps` are spread (>= 1)
 */
export function decimate(values: Float64Array, count: number, steps: number, columns: number): Line {
  const perColumn = Math.max(1, steps) / Math.max(1, columns)
  if (perColumn <= 2.5) return { step: stepNumbers(count), value: values, count }
  const room = 5 * (Math.ceil(count / perColumn) + 2)
  const step = new Float64Array(room)
  const value = new Float64Array(room)
  let n = 0
  const put = (i: number): void => {
    step[n] = i
    value[n++] = values[i]
  }
  for (let from = 0, column = 1; from < count; column++) {
    const to = Math.min(count, Math.max(from + 1, Math.ceil(column * perColumn)))
    let low = -1
    let high = -1
    let first = -1
    let last = -1
    let gap = -1
    for (let i = from; i < to; i++) {
      const v = values[i]
      if (v !== v) {
        gap = i
        continue
      }
      if (first < 0) first = low = high = i
      else if (v < values[low]) low = i
      else if (v > values[high]) high = i
      last = i
    }
    if (gap >= 0 && gap < first) put(gap)
    if (first >= 0) {
      const near = Math.min(low, high)
      const far = Math.max(low, high)
      put(first)
      if (near !== first) put(near)
      if (far !== near) put(far)
      if (last !== far && last !== first) put(last)
    }
    if (gap >= 0 && !(gap < first)) put(gap)
    from = to
  }
  return { step, value, count: n }
}

/** 0, 1, 2 … shared by all short lines, since they are drawn at their own step numbers. */
function stepNumbers(count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => i)
}
