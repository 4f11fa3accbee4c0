/** Eigenvalues and eigenvectors of small symmetric matrices. */

export interface Eigen {
  /** Ascending; NaN where the matrix is not finite. */
  readonly values: number[]
  /** vectors[i] belongs to values[i]; unit length, first non-zero component positive. */
  readonly vectors: number[][]
}

/**
 * Eigenvalues and eigenvectors of the symmetric n x n matrix `h` (row-major; the lower triangle is read): closed form for n = 1
 * and 2, cyclic Jacobi rotations above (Golub & Van Loan, Matrix Computations, 4th ed., §8.5). All NaN where an entry is not
 * finite.
 */
export function symmetricEigen(h: ArrayLike<number>, n: number): Eigen {
  for (let k = 0; k < n * n; k++) if (!Number.isFinite(h[k])) return undefinedEigen(n)
  if (n === 1) return { values: [h[0]], vectors: [[1]] }
  return n === 2 ? symmetric2(h[0], h[2], h[3]) : jacobi(h, n)
}

/**
 * The largest eigenvalue of the symmetric n x n matrix that begins at `h[at]`; NaN where an entry is not finite. The same number
 * that `symmetricEigen` gives; for n = 1 and 2 nothing is allocated, so that a chart of thousands of iterates costs next to
 * nothing.
 */
export function largestEigenvalue(h: Float64Array, at: number, n: number): number {
  if (n > 2) return symmetricEigen(h.subarray(at, at + n * n), n).values[n - 1]
  for (let k = at; k < at + n * n; k++) if (!Number.isFinite(h[k])) return NaN
  if (n === 1) return h[at]
  const [a, b, c] = [h[at], h[at + 2], h[at + 3]]
  const t = rotation(a, b, c)
  return Math.max(a + t * b, c - t * b)
}

function undefinedEigen(n: number): Eigen {
  return { values: new Array<number>(n).fill(NaN), vectors: Array.from({ length: n }, () => new Array<number>(n).fill(NaN)) }
}

/** [[a, b], [b, c]] by one exact rotation: tan 2θ = 2b/(a - c), t = tan θ the smaller root (Golub & Van Loan, §8.5.2). */
function symmetric2(a: number, b: number, c: number): Eigen {
  const t = rotation(a, b, c)
  const cosine = 1 / Math.sqrt(1 + t * t)
  const pairs: [number, number[]][] = [
    [a + t * b, [cosine, t * cosine]],
    [c - t * b, [-t * cosine, cosine]],
  ]
  return sorted(pairs)
}

/** tan θ of the rotation that makes [[a, b], [b, c]] diagonal, |θ| <= π/4; first column (cos θ, sin θ). */
function rotation(a: number, b: number, c: number): number {
  if (b === 0) return 0
  const half = 0.5 * a - 0.5 * c
  const radius = Math.max(Math.abs(half), Math.abs(b))
  const [u, v] = [half / radius, b / radius]
  const length = Math.sqrt(u * u + v * v)
  return u >= 0 ? v / (u + length) : v / (u - length)
}

function jacobi(h: ArrayLike<number>, n: number): Eigen {
  const a = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_unused, j) => (j <= i ? h[i * n + j] : h[j * n + i])))
  const v = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_unused, j) => (i === j ? 1 : 0)))
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0
    let size = 0
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) {
      size = Math.max(size, Math.abs(a[i][j]))
      if (i !== j) off = Math.max(off, Math.abs(a[i][j]))
    }
    if (off <= size * 1e-17) break
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, p, q, n)
  }
  return sorted(a.map((row, i) => [row[i], v.map((r) => r[i])]))
}

function rotate(a: number[][], v: number[][], p: number, q: number, n: number): void {
  const t = rotation(a[p][p], a[p][q], a[q][q])
  if (t === 0) return
  const c = 1 / Math.sqrt(1 + t * t)
  const s = t * c
  const [app, apq, aqq] = [a[p][p], a[p][q], a[q][q]]
  for (let k = 0; k < n; k++) {
    if (k !== p && k !== q) {
      const [akp, akq] = [a[k][p], a[k][q]]
      a[k][p] = a[p][k] = c * akp + s * akq
      a[k][q] = a[q][k] = c * akq - s * akp
    }
    const [vkp, vkq] = [v[k][p], v[k][q]]
    v[k][p] = c * vkp + s * vkq
    v[k][q] = c * vkq - s * vkp
  }
  a[p][p] = app + t * apq
  a[q][q] = aqq - t * apq
  a[p][q] = a[q][p] = 0
}

function sorted(pairs: [number, number[]][]): Eigen {
  const inOrder = [...pairs].sort((p, q) => p[0] - q[0])
  return { values: inOrder.map(([value]) => value), vectors: inOrder.map(([, vector]) => upright(vector)) }
}

/** The same direction with its first non-zero component positive, so that equal matrices give equal answers. */
function upright(vector: number[]): number[] {
  const lead = vector.find((x) => x !== 0) ?? 1
  return vector.map((x) => (lead < 0 ? -x : x) + 0)
}
