/** The second-derivative test for one or two coordinates by determinant and trace: independent of the eigenvalues that the product uses. */
export function classify(hessian: ArrayLike<number>, n: number): 'minimum' | 'maximum' | 'saddle' | 'degenerate' {
  if (n === 1) return hessian[0] === 0 ? 'degenerate' : hessian[0] > 0 ? 'minimum' : 'maximum'
  const determinant = hessian[0] * hessian[3] - hessian[1] * hessian[2]
  if (determinant === 0) return 'degenerate'
  if (determinant < 0) return 'saddle'
  return hessian[0] + hessian[3] > 0 ? 'minimum' : 'maximum'
}
