/** One function per pass. */
import type { BinaryOp, UnaryOp } from '../../formula/scalar.ts'
import {
  acosLanes, asinLanes, atan2Lanes, atanLanes, cosLanes, coshLanes, expLanes, hypotLanes, log10Lanes, log2Lanes, logLanes,
  powLanes, sigmoidLanes, sinCosLanes, sinLanes, sinhLanes, softplusLanes, tanLanes, tanhLanes,
} from '../../math/elementary.ts'
import {
  absLanes, eqLanes, flatLanes, floorLanes, geLanes, gtLanes, leLanes, logSlopeLanes, ltLanes, maxLanes, minLanes, neLanes, reluLanes,
  selectLanes, sideLanes, signLanes, sqrtLanes,
} from '../../math/piecewise.ts'
import { latticeLanes, type Lattice, type Orders } from '../../math/lattice.ts'
import type { Kernel } from './kernel.ts'

/** sin into o and cos into o2, the same bits as apart. */
export const sinCos: Kernel = ({ o, o2, a }, n) => sinCosLanes(o, o2, a, n)

/** b where the condition a holds, c where it does not. */
export const choose: Kernel = ({ o, a, b, c }, n) => selectLanes(o, a, b, c, n)

/** Spreads the number k over the register. */
export const spread: Kernel = ({ o, k }, n) => { o.fill(k[0], 0, n) }

/** The function of a lattice, or a derivative of it, at a and, where it has two coordinates, b. */
export function latticeKernel(lattice: Lattice, orders: Orders): Kernel {
  const lanes = latticeLanes(lattice, orders)
  return ({ o, a, b }, n) => lanes(o, a, b, n)
}

export const UNARY_LANES: { readonly [op in Exclude<UnaryOp, 'neg'>]: Kernel } = {
  abs: ({ o, a }, n) => absLanes(o, a, n),
  sign: ({ o, a }, n) => signLanes(o, a, n),
  floor: ({ o, a }, n) => floorLanes(o, a, n),
  sqrt: ({ o, a }, n) => sqrtLanes(o, a, n),
  relu: ({ o, a }, n) => reluLanes(o, a, n),
  exp: ({ o, a }, n) => expLanes(o, a, n),
  log: ({ o, a }, n) => logLanes(o, a, n),
  log2: ({ o, a }, n) => log2Lanes(o, a, n),
  log10: ({ o, a }, n) => log10Lanes(o, a, n),
  sin: ({ o, a }, n) => sinLanes(o, a, n),
  cos: ({ o, a }, n) => cosLanes(o, a, n),
  tan: ({ o, a }, n) => tanLanes(o, a, n),
  asin: ({ o, a }, n) => asinLanes(o, a, n),
  acos: ({ o, a }, n) => acosLanes(o, a, n),
  atan: ({ o, a }, n) => atanLanes(o, a, n),
  sinh: ({ o, a }, n) => sinhLanes(o, a, n),
  cosh: ({ o, a }, n) => coshLanes(o, a, n),
  tanh: ({ o, a }, n) => tanhLanes(o, a, n),
  sigmoid: ({ o, a }, n) => sigmoidLanes(o, a, n),
  softplus: ({ o, a }, n) => softplusLanes(o, a, n),
  side: ({ o, a }, n) => sideLanes(o, a, n),
  flat: ({ o, a }, n) => flatLanes(o, a, n),
  logSlope: ({ o, a }, n) => logSlopeLanes(o, a, n),
}

export const BINARY_LANES: { readonly [op in Exclude<BinaryOp, 'add' | 'sub' | 'mul' | 'div'>]: Kernel } = {
  min: ({ o, a, b }, n) => minLanes(o, a, b, n),
  max: ({ o, a, b }, n) => maxLanes(o, a, b, n),
  pow: ({ o, a, b }, n) => powLanes(o, a, b, n),
  atan2: ({ o, a, b }, n) => atan2Lanes(o, a, b, n),
  hypot: ({ o, a, b }, n) => hypotLanes(o, a, b, n),
  lt: ({ o, a, b }, n) => ltLanes(o, a, b, n),
  le: ({ o, a, b }, n) => leLanes(o, a, b, n),
  gt: ({ o, a, b }, n) => gtLanes(o, a, b, n),
  ge: ({ o, a, b }, n) => geLanes(o, a, b, n),
  eq: ({ o, a, b }, n) => eqLanes(o, a, b, n),
  ne: ({ o, a, b }, n) => neLanes(o, a, b, n),
}
