/**
 * Elementary functions of our own: the same bits in every browser, where ECMAScript leaves the last digits of Math.sin and its kin
 * open. Number scalar and block kernels both use these. Square roots are IEEE operations and exact already.
 */
export { cos, sin, tan } from './trigonometric.ts'
export { exp, log, log1p, sigmoid, softplus } from './exponential.ts'
export { cosh, sinh, tanh } from './hyperbolic.ts'
export { acos, asin, atan, atan2, hypot } from './inverse.ts'
export { log10, log2, pow } from './power.ts'
