/** One function per pass. Each loop calls its function by name, so that V8 inlines it. */
import type { BinaryOp, UnaryOp } from '../../formula/scalar.ts'
import { acos, asin, atan, atan2, cos, cosh, exp, hypot, log, log10, log2, pow, sigmoid, sin, sinh, softplus, tan, tanh } from '../../math/elementary.ts'
import { eq, flat, ge, gt, le, logSlope, lt, ne, relu, select, side } from '../../math/piecewise.ts'
import { sinCosLanes } from '../../math/trigonometric.ts'
import type { Kernel } from './kernel.ts'

/** sin into o and cos into o2, the same bits as apart. */
export const sinCos: Kernel = ({ o, o2, a }, n) => sinCosLanes(o, o2, a, n)

export const selectLanes: Kernel = ({ o, a, b, c }, n) => { for (let i = 0; i < n; i++) o[i] = select(a[i], b[i], c[i]) }

/** Spreads the number k over the register. */
export const spread: Kernel = ({ o, k }, n) => { o.fill(k[0], 0, n) }

export const UNARY_LANES: { readonly [op in Exclude<UnaryOp, 'neg'>]: Kernel } = {
  abs: ({ o, a }, n) => { for (let i = 0; i < n; i++) o[i] = Math.abs(a[i]) },
  sign: ({ o, a }, n) => { for (let i = 0; i < n; i++) o[i] = Math.sign(a[i]) },
  sqrt: ({ o, a }, n) => { for (let i = 0; i < n; i++) o[i] = Math.sqrt(a[i]) },
  relu: ({ o, a }, n) => { for (let i = 0; i < n; i++) o[i] = relu(a[i]) },
  exp: ({ o, a }, n) => { for (let i = 0; i < n; i++) o[i] = exp(a[i]) },
  log: ({ o, a }, n) => { for (let i = 0; i < n; i++) o[i] = log(a[i]) },
  log2: ({ o, a }, n) => { for (let i = 0; i < n; i++) o[i] = log2(a[i]) },
  log10: ({ o, a }, n) => { for (let i = 0; i < n; i++) o[i] = log10(a[i]) },
  sin: ({ o, a }, n) => { for (let i = 0; i < n; i++) o[i] = sin(a[i]) },
  cos: ({ o, a }, n) => { for (let i = 0; i < n; i++) o[i] = cos(a[i]) },
  tan: ({ o, a }, n) => { for (let i = 0; i < n; i++) o[i] = tan(a[i]) },
  asin: ({ o, a }, n) => { for (let i = 0; i < n; i++) o[i] = asin(a[i]) },
  acos: ({ o, a }, n) => { for (let i = 0; i < n; i++) o[i] = acos(a[i]) },
  atan: ({ o, a }, n) => { for (let i = 0; i < n; i++) o[i] = atan(a[i]) },
  sinh: ({ o, a }, n) => { for (let i = 0; i < n; i++) o[i] = sinh(a[i]) },
  cosh: ({ o, a }, n) => { for (let i = 0; i < n; i++) o[i] = cosh(a[i]) },
  tanh: ({ o, a }, n) => { for (let i = 0; i < n; i++) o[i] = tanh(a[i]) },
  sigmoid: ({ o, a }, n) => { for (let i = 0; i < n; i++) o[i] = sigmoid(a[i]) },
  softplus: ({ o, a }, n) => { for (let i = 0; i < n; i++) o[i] = softplus(a[i]) },
  side: ({ o, a }, n) => { for (let i = 0; i < n; i++) o[i] = side(a[i]) },
  flat: ({ o, a }, n) => { for (let i = 0; i < n; i++) o[i] = flat(a[i]) },
  logSlope: ({ o, a }, n) => { for (let i = 0; i < n; i++) o[i] = logSlope(a[i]) },
}

export const BINARY_LANES: { readonly [op in Exclude<BinaryOp, 'add' | 'sub' | 'mul' | 'div'>]: Kernel } = {
  min: ({ o, a, b }, n) => { for (let i = 0; i < n; i++) o[i] = Math.min(a[i], b[i]) },
  max: ({ o, a, b }, n) => { for (let i = 0; i < n; i++) o[i] = Math.max(a[i], b[i]) },
  pow: ({ o, a, b }, n) => { for (let i = 0; i < n; i++) o[i] = pow(a[i], b[i]) },
  atan2: ({ o, a, b }, n) => { for (let i = 0; i < n; i++) o[i] = atan2(a[i], b[i]) },
  hypot: ({ o, a, b }, n) => { for (let i = 0; i < n; i++) o[i] = hypot(a[i], b[i]) },
  lt: ({ o, a, b }, n) => { for (let i = 0; i < n; i++) o[i] = lt(a[i], b[i]) },
  le: ({ o, a, b }, n) => { for (let i = 0; i < n; i++) o[i] = le(a[i], b[i]) },
  gt: ({ o, a, b }, n) => { for (let i = 0; i < n; i++) o[i] = gt(a[i], b[i]) },
  ge: ({ o, a, b }, n) => { for (let i = 0; i < n; i++) o[i] = ge(a[i], b[i]) },
  eq: ({ o, a, b }, n) => { for (let i = 0; i < n; i++) o[i] = eq(a[i], b[i]) },
  ne: ({ o, a, b }, n) => { for (let i = 0; i < n; i++) o[i] = ne(a[i], b[i]) },
}
