/**
 * log and softplus, one number at a time. Printed from described/logarithm.ts, where everything is explained: change that, then run
 * `npm run functions`. Loops over lanes stand here, beside what they call: V8 inlines a function into a loop of its own file.
 */
import { exponent, mantissa, powerOfTwo } from './bits.ts'

export function log(x: number): number {
  if (!(2.2250738585072014e-308 <= x && x < Infinity)) return logExtreme(x)
  const t1 = exponent(x)
  const t2 = mantissa(x, t1)
  const t3 = 1.4142135623730951 < t2
  const t4 = t3 ? t1 + 1 : t1
  const t5 = (t3 ? 0.5 * t2 : t2) - 1
  const t6 = t5 / (2 + t5)
  const t7 = t6 * t6
  const t8 = 0.5 * t5 * t5
  return t4 * 0.6931471805582987 - (t8 - (t6 * (t8 + t7 * (0.6666666666666666 + t7 * (0.4000000000000089 + t7
    * (0.28571428570795937 + t7 * (0.2222222239345263 + t7 * (0.181817954545265 + t7 * (0.15386249788196105 + t7
    * (0.1326850331279476 + t7 * 0.13089445145246312)))))))) + t4 * 1.6465949582897082e-12) - t5)
}

export function logExtreme(x: number): number {
  let t1: number
  if (0 < x && x < Infinity) {
    const t2 = x * 18014398509481984
    const t3 = exponent(t2)
    const t4 = mantissa(t2, t3)
    const t5 = 1.4142135623730951 < t4
    const t6 = (t5 ? t3 + 1 : t3) + -54
    const t7 = (t5 ? 0.5 * t4 : t4) - 1
    const t8 = t7 / (2 + t7)
    const t9 = t8 * t8
    const t10 = 0.5 * t7 * t7
    t1 = t6 * 0.6931471805582987 - (t10 - (t8 * (t10 + t9 * (0.6666666666666666 + t9 * (0.4000000000000089 + t9
      * (0.28571428570795937 + t9 * (0.2222222239345263 + t9 * (0.181817954545265 + t9 * (0.15386249788196105 + t9
      * (0.1326850331279476 + t9 * 0.13089445145246312)))))))) + t6 * 1.6465949582897082e-12) - t7)
  } else {
    t1 = x === 0 ? -Infinity : x === Infinity ? x : NaN
  }
  return t1
}

export function softplus(x: number): number {
  const t1 = Math.abs(x)
  if (!(t1 <= 600)) return softplusExtreme(x)
  const t2 = -t1
  const t3 = t2 * 1.4426950408889634 + 6755399441055744 - 6755399441055744
  const t4 = t2 - t3 * 0.6931471805582987
  const t5 = t3 * 1.6465949582897082e-12
  const t6 = 1 + t4
  const t7 = t4 - t5
  const t8 = t7 * t7
  const t9 = t7 - t8 * (0.1666666666666666 + t8 * (-0.0027777777777562864 + t8 * (0.00006613756470855508 + t8
    * (-0.0000016534058842837582 + t8 * 4.1437096880780196e-8))))
  const t10 = t4 - (t6 - 1) + (t7 * t9 / (2 - t9) - t5)
  const t11 = t6 + t10
  const t12 = powerOfTwo(t3)
  const t13 = t11 * t12
  const t14 = (t10 - (t11 - t6)) * t12
  const t15 = 1 + t13
  const t16 = exponent(t15)
  const t17 = mantissa(t15, t16)
  const t18 = 1.4142135623730951 < t17
  const t19 = t18 ? t16 + 1 : t16
  const t20 = (t18 ? 0.5 * t17 : t17) - 1
  const t21 = t20 / (2 + t20)
  const t22 = t21 * t21
  const t23 = 0.5 * t20 * t20
  const t24 = -(t23 - (t21 * (t23 + t22 * (0.6666666666666666 + t22 * (0.4000000000000089 + t22 * (0.28571428570795937 + t22
    * (0.2222222239345263 + t22 * (0.181817954545265 + t22 * (0.15386249788196105 + t22 * (0.1326850331279476
    + t22 * 0.13089445145246312)))))))) + (t19 * 1.6465949582897082e-12 + (t13 - (t15 - 1) + t14) / t15)))
  const t25 = t20 + t24
  const t26 = t19 * 0.6931471805582987
  const t27 = t26 + t25
  const t28 = t13 < 9.5367431640625e-7
  const t29 = t28 ? t13 : t27
  const t30 = 0 < x ? x : 0
  const t31 = t30 + t29
  const t32 = t31 - t30
  return t31 + (t30 - (t31 - t32) + (t29 - t32) + (t28 ? t14 - t13 * t13 * (0.5 - t13 / 3) : t25 - (t27 - t26) + (t24 - (t25
    - t20))))
}

export function softplusExtreme(x: number): number {
  const t1 = 710 < x ? 710 : x < -746 ? -746 : x
  const t2 = t1 * 1.4426950408889634 + 6755399441055744 - 6755399441055744
  const t3 = t1 - t2 * 0.6931471805582987
  const t4 = Math.floor(t2 * 0.5)
  const t5 = t2 * 1.6465949582897082e-12 - 0
  const t6 = 1 + t3
  const t7 = t3 - t5
  const t8 = t7 * t7
  const t9 = t7 - t8 * (0.1666666666666666 + t8 * (-0.0027777777777562864 + t8 * (0.00006613756470855508 + t8
    * (-0.0000016534058842837582 + t8 * 4.1437096880780196e-8))))
  return 0 < x ? x : (t6 + (t3 - (t6 - 1) + (t7 * t9 / (2 - t9) - t5))) * powerOfTwo(t4) * powerOfTwo(t2 - t4)
}

export function logLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = log(x[i])
}

export function softplusLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = softplus(x[i])
}
