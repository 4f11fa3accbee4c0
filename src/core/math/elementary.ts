/**
 * Elementary functions of our own: the same bits in every browser, where ECMAScript leaves the last digits of Math.sin and its
 * kin open. Each is described once, in described/; from there these are printed, and WebAssembly is lowered. At most 0.85 ulp off.
 * Square roots are IEEE operations and exact already.
 */
export { cosh, coshLanes, exp, expLanes, sigmoid, sigmoidLanes, sinh, sinhLanes, tanh, tanhLanes } from './exponential.ts'
export { log, logLanes, softplus, softplusLanes } from './logarithm.ts'
export { log10, log10Lanes, log2, log2Lanes } from './logarithms.ts'
export { cos, cosLanes, sin, sinCosLanes, sinLanes, tan, tanLanes } from './trigonometric.ts'
export { acos, acosLanes, asin, asinLanes, atan, atan2, atan2Lanes, atanLanes, hypot, hypotLanes } from './inverse.ts'
export { pow, powLanes } from './power.ts'
