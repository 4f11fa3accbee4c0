/** Vectors as typed arrays. */

/** Scalar product of two vectors of one length. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}

/** x + s d as a new vector. */
export function along(x: Float64Array, s: number, d: ArrayLike<number>): Float64Array {
  return x.map((v, i) => v + s * d[i])
}

/** The largest absolute component, NaN where one is. */
export function maxNorm(v: Float64Array): number {
  return v.reduce((most, c) => Math.max(most, Math.abs(c)), 0)
}

export function sum(v: readonly number[]): number {
  return v.reduce((total, c) => total + c, 0)
}
