/**
 * Elementary functions of our own: the same bits in every browser, where ECMAScript leaves the last digits of Math.sin and its
 * kin open. Number scalar and block kernels both use these. Square roots are IEEE operations and exact already.
 */
export * from './trigonometric.ts'
export * from './exponential.ts'
export * from './logarithm.ts'
export * from './inverse.ts'
export * from './power.ts'
