/**
 * Functions of one or two coordinates given by numbers on a regular grid: uniform cubic B-splines, f(x) = Σ cᵢ β(x/h - i). They are
 * twice continuously differentiable, so that gradient and Hessian exist everywhere.
 * Source: de Boor, A Practical Guide to Splines (1978), ch. IX-X; Unser, Splines: a perfect fit, IEEE Signal Processing Magazine
 * 16 (1999), eq. 5.
 */

/** Coefficients on a grid, and where the grid stands. */
export interface Lattice {
  /** Distance between neighbouring coefficients along each coordinate; one or two entries. */
  readonly spacing: readonly number[]
  /** The coordinates of coefficient (0, 0). */
  readonly origin: readonly number[]
  /** Number of coefficients along each coordinate; absent where the lattice has no end. */
  readonly shape?: readonly number[]
  /** Coefficient (i, j); j is 0 for one coordinate. Always the same number for the same place. */
  coefficient(i: number, j: number): number
  /** Largest |coefficient|. */
  readonly largest: number
}

/** How often the function is differentiated along each coordinate; 0, 1 or 2 each. */
export type Orders = readonly number[]

/** The value, or a derivative, of a lattice's function at (x, y). */
export type LatticeFunction = (x: number, y: number) => number

/**
 * ∂^(p+q) f / ∂x^p ∂y^q for orders (p, q). NaN outside the grid: within one spacing of its rim there are too few coefficients.
 * The function answers the same bits for the same point whenever it is called.
 */
export function latticeFunction(lattice: Lattice, orders: Orders): LatticeFunction {
  const { spacing, origin, shape } = lattice
  const [h, k] = spacing
  const [p, q = 0] = orders
  const scale = 1 / (h ** p * (k ?? 1) ** q)
  const wx = new Float64Array(4)
  const wy = new Float64Array(4)
  if (k === undefined) {
    return (x) => {
      const u = (x - origin[0]) / h
      const i = cell(u, shape?.[0])
      if (Number.isNaN(i)) return NaN
      weights(p, u - i, wx)
      let sum = 0
      for (let a = 0; a < 4; a++) sum += wx[a] * lattice.coefficient(i - 1 + a, 0)
      return sum * scale
    }
  }
  return (x, y) => {
    const u = (x - origin[0]) / h
    const v = (y - origin[1]) / k
    const i = cell(u, shape?.[0])
    const j = cell(v, shape?.[1])
    if (Number.isNaN(i) || Number.isNaN(j)) return NaN
    weights(p, u - i, wx)
    weights(q, v - j, wy)
    let sum = 0
    for (let b = 0; b < 4; b++) {
      let row = 0
      for (let a = 0; a < 4; a++) row += wx[a] * lattice.coefficient(i - 1 + a, j - 1 + b)
      sum += wy[b] * row
    }
    return sum * scale
  }
}

/** Coefficients i-1 … i+2 make up the function between i and i+1. NaN outside the grid. */
function cell(u: number, count: number | undefined): number {
  const i = Math.floor(u)
  if (count === undefined) return Number.isFinite(i) ? i : NaN
  // The last place of the grid belongs to the cell before it.
  return u === count - 2 ? count - 3 : i >= 1 && i <= count - 3 ? i : NaN
}

/** The four pieces of the cubic B-spline, or of its first or second derivative, at `t` of the way through a cell. */
function weights(order: number, t: number, out: Float64Array): void {
  const s = 1 - t
  switch (order) {
    case 0:
      out[0] = (s * s * s) / 6
      out[1] = 2 / 3 - t * t * (1 - t / 2)
      out[2] = 2 / 3 - s * s * (1 - s / 2)
      out[3] = (t * t * t) / 6
      break
    case 1:
      out[0] = -(s * s) / 2
      out[1] = t * (1.5 * t - 2)
      out[2] = s * (2 - 1.5 * s)
      out[3] = (t * t) / 2
      break
    default:
      out[0] = s
      out[1] = 3 * t - 2
      out[2] = 3 * s - 2
      out[3] = t
  }
}

/** Lanes 0..n-1 of a lattice's function over columns. */
export function latticeLanes(lattice: Lattice, orders: Orders): (o: Float64Array, x: Float64Array, y: Float64Array, n: number) => void {
  const f = latticeFunction(lattice, orders)
  return (o, x, y, n) => {
    for (let i = 0; i < n; i++) o[i] = f(x[i], y[i])
  }
}
