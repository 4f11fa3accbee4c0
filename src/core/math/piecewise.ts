/** Functions and relations made of cases. NaN in, NaN out, everywhere. Loops stand beside what they call, for V8 to inline it. */

/** max(x, 0). */
export const relu = (x: number): number => (x < 0 ? 0 : x)

/** 1 right of zero, -1 left of it, NaN at zero: the slope of |x|. */
export const side = (x: number): number => (x > 0 ? 1 : x < 0 ? -1 : NaN)

/** 0 away from zero, NaN at zero: the slope of sign(x). */
export const flat = (x: number): number => (x > 0 || x < 0 ? 0 : NaN)

/** 1/x for x >= 0, NaN for x < 0: the slope of log x where log x is defined. */
export const logSlope = (x: number): number => (x < 0 ? NaN : 1 / x)

// 1 where the relation holds, 0 where it does not, NaN where a side is NaN
export const lt = (a: number, b: number): number => (a < b ? 1 : a >= b ? 0 : NaN)
export const le = (a: number, b: number): number => (a <= b ? 1 : a > b ? 0 : NaN)
export const gt = (a: number, b: number): number => lt(b, a)
export const ge = (a: number, b: number): number => le(b, a)
export const eq = (a: number, b: number): number => (a === b ? 1 : a < b || a > b ? 0 : NaN)
export const ne = (a: number, b: number): number => (a === b ? 0 : a < b || a > b ? 1 : NaN)

/** `a` where the condition is neither 0 nor NaN, `b` where it is 0, NaN where it is NaN. */
export const select = (condition: number, a: number, b: number): number =>
  condition === 0 ? b : condition === condition ? a : NaN

export function absLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = Math.abs(x[i])
}

export function signLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = Math.sign(x[i])
}

export function floorLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = Math.floor(x[i])
}

export function sqrtLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = Math.sqrt(x[i])
}

export function reluLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = relu(x[i])
}

export function sideLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = side(x[i])
}

export function flatLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = flat(x[i])
}

export function logSlopeLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = logSlope(x[i])
}

export function minLanes(o: Float64Array, a: Float64Array, b: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = Math.min(a[i], b[i])
}

export function maxLanes(o: Float64Array, a: Float64Array, b: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = Math.max(a[i], b[i])
}

export function ltLanes(o: Float64Array, a: Float64Array, b: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = lt(a[i], b[i])
}

export function leLanes(o: Float64Array, a: Float64Array, b: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = le(a[i], b[i])
}

export function gtLanes(o: Float64Array, a: Float64Array, b: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = gt(a[i], b[i])
}

export function geLanes(o: Float64Array, a: Float64Array, b: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = ge(a[i], b[i])
}

export function eqLanes(o: Float64Array, a: Float64Array, b: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = eq(a[i], b[i])
}

export function neLanes(o: Float64Array, a: Float64Array, b: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = ne(a[i], b[i])
}

export function selectLanes(o: Float64Array, condition: Float64Array, a: Float64Array, b: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = select(condition[i], a[i], b[i])
}
