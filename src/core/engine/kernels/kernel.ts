/** The registers an instruction works on. What it does not use is any register at all. */
export interface Operands {
  /** Where the result goes; may be one of the operands. */
  readonly o: Float64Array
  /** Where a second result goes. */
  readonly o2: Float64Array
  readonly a: Float64Array
  readonly b: Float64Array
  readonly c: Float64Array
  readonly d: Float64Array
  /** One number for all lanes, in lane 0. */
  readonly k: Float64Array
  readonly m: Float64Array
  readonly l: Float64Array
  readonly p: Float64Array
}

/**
 * Computes lanes 0..n-1 of the result, each from the same lane of the operands, and possibly up to 7 lanes more: registers have a
 * multiple of 8 lanes, and a kernel never touches anything beyond them (a single access out of range makes V8 slow for good).
 */
export type Kernel = (operands: Operands, n: number) => void
