/**
 * A local search without slopes inside the unit box, for the last digits of a method that has found the right place: the simplex of
 * J. A. Nelder and R. Mead 1965 with reflection 1, expansion 2, contraction ½ and shrinkage ½. Points beyond the box are moved to its
 * side, as SciPy does with bounds, so that a minimum on the side is found too.
 */

export interface Search {
  /** Coordinates as shares of the box: 0 to 1. */
  readonly start: ArrayLike<number>
  /** f at the start, where it is known already. */
  readonly value: number
  /** Length of the sides of the first simplex, as a share of the box. */
  readonly size: number
  /** It ends where the simplex is smaller than `xatol` along every axis and its values differ by no more than `fatol`. */
  readonly xatol: number
  readonly fatol: number
  /** Evaluations it may take. */
  readonly limit: number
}

interface Vertex {
  readonly x: Float64Array
  readonly f: number
}

/** The lowest point found, and its value: never higher than the start's. A value that is NaN counts as higher than any number. */
export function simplexSearch(f: (u: Float64Array) => number, { start, value, size, xatol, fatol, limit }: Search): Vertex {
  const n = start.length
  let left = limit
  const vertex = (x: Float64Array): Vertex => {
    for (let i = 0; i < n; i++) x[i] = Math.min(1, Math.max(0, x[i]))
    left--
    const v = f(x)
    return { x, f: Number.isNaN(v) ? Infinity : v }
  }
  const first: Float64Array = Float64Array.from(start)
  const simplex: Vertex[] = [{ x: first, f: Number.isNaN(value) ? Infinity : value }]
  for (let i = 0; i < n; i++) simplex.push(vertex(first.map((v, k) => (k === i ? (v + size <= 1 ? v + size : v - size) : v))))
  const sort = (): void => { simplex.sort((a, b) => (a.f < b.f ? -1 : a.f > b.f ? 1 : 0)) }
  const small = (): boolean => simplex.every((v) => v.f - simplex[0].f <= fatol && v.x.every((c, i) => Math.abs(c - simplex[0].x[i]) <= xatol))
  sort()
  while (left > 0 && !small()) {
    const worst = simplex[n]
    const middle = first.map((_, i) => simplex.reduce((sum, v, k) => (k < n ? sum + v.x[i] : sum), 0) / n)
    const along = (share: number): Vertex => vertex(middle.map((c, i) => c + share * (worst.x[i] - c)))
    const reflected = along(-1)
    if (reflected.f < simplex[0].f) {
      const expanded = along(-2)
      simplex[n] = expanded.f < reflected.f ? expanded : reflected
    } else if (reflected.f < simplex[n - 1].f) {
      simplex[n] = reflected
    } else {
      const inwards = reflected.f < worst.f ? along(-0.5) : along(0.5)
      if (inwards.f <= Math.min(reflected.f, worst.f)) simplex[n] = inwards
      else for (let k = 1; k <= n; k++) simplex[k] = vertex(simplex[k].x.map((c, i) => simplex[0].x[i] + 0.5 * (c - simplex[0].x[i])))
    }
    sort()
  }
  return simplex[0]
}
