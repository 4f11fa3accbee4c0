/** Symmetric positive definite systems through the factor A = L Lᵀ (Golub & Van Loan, Matrix Computations, 4th ed., §4.2). */

/**
 * The lower triangular factor of the symmetric n x n matrix `a` (row-major; the lower triangle is read), zeros above its diagonal.
 * Undefined where a pivot is not positive: `a` is singular to rounding, indefinite or not finite.
 */
export function cholesky(a: ArrayLike<number>, n: number): Float64Array | undefined {
  const l = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = a[i * n + j]
      for (let k = 0; k < j; k++) rest -= l[i * n + k] * l[j * n + k]
      if (j < i) l[i * n + j] = rest / l[j * n + j]
      else if (rest > 0 && rest < Infinity) l[i * n + i] = Math.sqrt(rest)
      else return undefined
    }
  }
  return l
}

/** Solves L x = b in place of `b`. */
export function solveLower(l: Float64Array, b: Float64Array): void {
  const n = b.length
  for (let i = 0; i < n; i++) {
    let rest = b[i]
    for (let k = 0; k < i; k++) rest -= l[i * n + k] * b[k]
    b[i] = rest / l[i * n + i]
  }
}

/** Solves Lᵀ x = b in place of `b`. */
export function solveUpper(l: Float64Array, b: Float64Array): void {
  const n = b.length
  for (let i = n - 1; i >= 0; i--) {
    let rest = b[i]
    for (let k = i + 1; k < n; k++) rest -= l[k * n + i] * b[k]
    b[i] = rest / l[i * n + i]
  }
}
