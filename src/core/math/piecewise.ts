/** Functions and relations made of cases. NaN in, NaN out, everywhere. */

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
export const select = (condition: number, a: number, b: number): number => (condition === 0 ? b : condition === condition ? a : NaN)
