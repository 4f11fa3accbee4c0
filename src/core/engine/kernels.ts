/** Kernels */
import { BINARY, UNARY, select, type BinaryOp, type UnaryOp } from '../formula/scalar.ts'

/** o = f(a, b, c) lane by lane. k and m hold one number, in lane 0. */
export type Kernel = (
  o: Float64Array, a: Float64Array, b: Float64Array, c: Float64Array, k: Float64Array, m: Float64Array, n: number) => void

const lanes1 = (f: (a: number) => number): Kernel => (o, a, _b, _c, _k, _m, n) => { for (let i = 0; i < n; i++) o[i] = f(a[i]) }
const lanes2 = (f: (a: number, b: number) => number): Kernel => (o, a, b, _c, _k, _m, n) => { for (let i = 0; i < n; i++) o[i] = f(a[i], b[i]) }

export function kernelOf(op: UnaryOp | BinaryOp | 'select'): Kernel {
  if (op === 'select') return (o, a, b, c, _k, _m, n) => { for (let i = 0; i < n; i++) o[i] = select(a[i], b[i], c[i]) }
  if (op in UNARY) return lanes1(UNARY[op as UnaryOp])
  return lanes2(BINARY[op as BinaryOp])
}
