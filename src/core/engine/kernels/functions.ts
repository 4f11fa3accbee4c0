/** One function per pass. */
import type { BinaryOp, UnaryOp } from '../../formula/scalar.ts'
import * as elementary from '../../math/elementary.ts'
import * as piecewise from '../../math/piecewise.ts'
import type { Kernel } from './kernel.ts'

/** sin into o and cos into o2, the same bits as apart. */
export const sinCos: Kernel = ({ o, o2, a }, n) => elementary.sinCosLanes(o, o2, a, n)

/** b where the condition a holds, c where it does not. */
export const selectLanes: Kernel = ({ o, a, b, c }, n) => piecewise.selectLanes(o, a, b, c, n)

/** Spreads the number k over the register. */
export const spread: Kernel = ({ o, k }, n) => { o.fill(k[0], 0, n) }

export const UNARY_LANES: { readonly [op in Exclude<UnaryOp, 'neg'>]: Kernel } = {
  abs: ({ o, a }, n) => piecewise.absLanes(o, a, n),
  sign: ({ o, a }, n) => piecewise.signLanes(o, a, n),
  sqrt: ({ o, a }, n) => piecewise.sqrtLanes(o, a, n),
  relu: ({ o, a }, n) => piecewise.reluLanes(o, a, n),
  exp: ({ o, a }, n) => elementary.expLanes(o, a, n),
  log: ({ o, a }, n) => elementary.logLanes(o, a, n),
  log2: ({ o, a }, n) => elementary.log2Lanes(o, a, n),
  log10: ({ o, a }, n) => elementary.log10Lanes(o, a, n),
  sin: ({ o, a }, n) => elementary.sinLanes(o, a, n),
  cos: ({ o, a }, n) => elementary.cosLanes(o, a, n),
  tan: ({ o, a }, n) => elementary.tanLanes(o, a, n),
  asin: ({ o, a }, n) => elementary.asinLanes(o, a, n),
  acos: ({ o, a }, n) => elementary.acosLanes(o, a, n),
  atan: ({ o, a }, n) => elementary.atanLanes(o, a, n),
  sinh: ({ o, a }, n) => elementary.sinhLanes(o, a, n),
  cosh: ({ o, a }, n) => elementary.coshLanes(o, a, n),
  tanh: ({ o, a }, n) => elementary.tanhLanes(o, a, n),
  sigmoid: ({ o, a }, n) => elementary.sigmoidLanes(o, a, n),
  softplus: ({ o, a }, n) => elementary.softplusLanes(o, a, n),
  side: ({ o, a }, n) => piecewise.sideLanes(o, a, n),
  flat: ({ o, a }, n) => piecewise.flatLanes(o, a, n),
  logSlope: ({ o, a }, n) => piecewise.logSlopeLanes(o, a, n),
}

export const BINARY_LANES: { readonly [op in Exclude<BinaryOp, 'add' | 'sub' | 'mul' | 'div'>]: Kernel } = {
  min: ({ o, a, b }, n) => piecewise.minLanes(o, a, b, n),
  max: ({ o, a, b }, n) => piecewise.maxLanes(o, a, b, n),
  pow: ({ o, a, b }, n) => elementary.powLanes(o, a, b, n),
  atan2: ({ o, a, b }, n) => elementary.atan2Lanes(o, a, b, n),
  hypot: ({ o, a, b }, n) => elementary.hypotLanes(o, a, b, n),
  lt: ({ o, a, b }, n) => piecewise.ltLanes(o, a, b, n),
  le: ({ o, a, b }, n) => piecewise.leLanes(o, a, b, n),
  gt: ({ o, a, b }, n) => piecewise.gtLanes(o, a, b, n),
  ge: ({ o, a, b }, n) => piecewise.geLanes(o, a, b, n),
  eq: ({ o, a, b }, n) => piecewise.eqLanes(o, a, b, n),
  ne: ({ o, a, b }, n) => piecewise.neLanes(o, a, b, n),
}
