/** Eigenvalues of a symmetric 2 x 2 matrix, row by row, ascending: an implementation of its own. */
export function eigenvalues([a, b, , d]: ArrayLike<number> & Iterable<number>): [number, number] {
  const middle = (a + d) / 2
  const radius = Math.hypot((a - d) / 2, b)
  return [middle - radius, middle + radius]
}
