/**
 * exp, sigmoid and hyperbolic functions, one number at a time. Printed from described/exponential.ts, where everything is explained: change that, then run
 * `npm run functions`. Loops over lanes stand here, beside what they call: V8 inlines a function into a loop of its own file.
 */
import { powerOfTwo } from './bits.ts'

export function exp(x: number): number {
  if (!(Math.abs(x) <= 708)) return expExtreme(x, 0)
  const t1 = x * 1.4426950408889634 + 6755399441055744 - 6755399441055744
  const t2 = x - t1 * 0.6931471805582987
  const t3 = t1 * 1.6465949582897082e-12
  const t4 = 1 + t2
  const t5 = t2 - t3
  const t6 = t5 * t5
  const t7 = t5 - t6 * (0.1666666666666666 + t6 * (-0.0027777777777562864 + t6 * (0.00006613756470855508 + t6
    * (-0.0000016534058842837582 + t6 * 4.1437096880780196e-8))))
  return (t4 + (t2 - (t4 - 1) + (t5 * t7 / (2 - t7) - t3))) * powerOfTwo(t1)
}

export function expExtreme(x: number, tail: number): number {
  const t1 = 710 < x ? 710 : x < -746 ? -746 : x
  const t2 = t1 * 1.4426950408889634 + 6755399441055744 - 6755399441055744
  const t3 = t1 - t2 * 0.6931471805582987
  const t4 = Math.floor(t2 * 0.5)
  const t5 = t2 * 1.6465949582897082e-12 - tail
  const t6 = 1 + t3
  const t7 = t3 - t5
  const t8 = t7 * t7
  const t9 = t7 - t8 * (0.1666666666666666 + t8 * (-0.0027777777777562864 + t8 * (0.00006613756470855508 + t8
    * (-0.0000016534058842837582 + t8 * 4.1437096880780196e-8))))
  return (t6 + (t3 - (t6 - 1) + (t7 * t9 / (2 - t9) - t5))) * powerOfTwo(t4) * powerOfTwo(t2 - t4)
}

export function sigmoid(x: number): number {
  const t1 = Math.abs(x)
  if (!(t1 <= 600)) return sigmoidExtreme(x)
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
  const t16 = 0 <= x
  const t17 = t16 ? 1 : t13
  const t18 = t17 / t15
  const t19 = t18 * t15
  const t20 = 134217729 * t18
  const t21 = t20 - (t20 - t18)
  const t22 = t18 - t21
  const t23 = 134217729 * t15
  const t24 = t23 - (t23 - t15)
  const t25 = t15 - t24
  return t18 + (t17 - t19 - (t21 * t24 - t19 + t21 * t25 + t22 * t24 + t22 * t25) + (t16 ? 0 : t14) - t18 * (t13 - (t15 - 1)
    + t14)) / t15
}

export function sigmoidExtreme(x: number): number {
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
  return 0 < x ? 1 : (t6 + (t3 - (t6 - 1) + (t7 * t9 / (2 - t9) - t5))) * powerOfTwo(t4) * powerOfTwo(t2 - t4)
}

export function sinh(x: number): number {
  const t1 = Math.abs(x)
  if (!(t1 <= 708)) return sinhExtreme(x)
  let t2: number
  if (1 < t1) {
    const t3 = t1 * 1.4426950408889634 + 6755399441055744 - 6755399441055744
    const t4 = t1 - t3 * 0.6931471805582987
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
    const t15 = 1 / t13
    const t16 = -t15
    const t17 = t13 + t16
    const t18 = 0.5 * (t17 + (t16 - (t17 - t13) + (t14 + t15 * t15 * t14)))
    t2 = x < 0 ? -t18 : t18
  } else {
    const t19 = x * x
    t2 = x + x * t19 * (0.16666666666666666 + t19 * (0.008333333333333299 + t19 * (0.00019841269841324471 + t19
      * (0.0000027557319191250885 + t19 * (2.50521177239532e-8 + t19 * (1.6057676882739475e-10 + t19 * 7.746278224810715e-13))))))
  }
  return t2
}

export function sinhExtreme(x: number): number {
  const t1 = Math.abs(x)
  const t2 = 711 < t1 ? 711 : t1
  const t3 = t2 * 1.4426950408889634 + 6755399441055744 - 6755399441055744
  const t4 = t2 - t3 * 0.6931471805582987
  const t5 = t3 * 1.6465949582897082e-12
  const t6 = 1 + t4
  const t7 = t4 - t5
  const t8 = t7 * t7
  const t9 = t7 - t8 * (0.1666666666666666 + t8 * (-0.0027777777777562864 + t8 * (0.00006613756470855508 + t8
    * (-0.0000016534058842837582 + t8 * 4.1437096880780196e-8))))
  const t10 = (t6 + (t4 - (t6 - 1) + (t7 * t9 / (2 - t9) - t5))) * powerOfTwo(t3 - 10) * 512
  return x < 0 ? -t10 : t10
}

export function cosh(x: number): number {
  const t1 = Math.abs(x)
  if (!(t1 <= 708)) return coshExtreme(x)
  const t2 = t1 * 1.4426950408889634 + 6755399441055744 - 6755399441055744
  const t3 = t1 - t2 * 0.6931471805582987
  const t4 = t2 * 1.6465949582897082e-12
  const t5 = 1 + t3
  const t6 = t3 - t4
  const t7 = t6 * t6
  const t8 = t6 - t7 * (0.1666666666666666 + t7 * (-0.0027777777777562864 + t7 * (0.00006613756470855508 + t7
    * (-0.0000016534058842837582 + t7 * 4.1437096880780196e-8))))
  const t9 = t3 - (t5 - 1) + (t6 * t8 / (2 - t8) - t4)
  const t10 = t5 + t9
  const t11 = powerOfTwo(t2)
  const t12 = t10 * t11
  const t13 = (t9 - (t10 - t5)) * t11
  const t14 = 1 / t12
  const t15 = t12 + t14
  return 0.5 * (t15 + (t14 - (t15 - t12) + (t13 - t14 * t14 * t13)))
}

export function coshExtreme(x: number): number {
  const t1 = Math.abs(x)
  const t2 = 711 < t1 ? 711 : t1
  const t3 = t2 * 1.4426950408889634 + 6755399441055744 - 6755399441055744
  const t4 = t2 - t3 * 0.6931471805582987
  const t5 = t3 * 1.6465949582897082e-12
  const t6 = 1 + t4
  const t7 = t4 - t5
  const t8 = t7 * t7
  const t9 = t7 - t8 * (0.1666666666666666 + t8 * (-0.0027777777777562864 + t8 * (0.00006613756470855508 + t8
    * (-0.0000016534058842837582 + t8 * 4.1437096880780196e-8))))
  return (t6 + (t4 - (t6 - 1) + (t7 * t9 / (2 - t9) - t5))) * powerOfTwo(t3 - 10) * 512
}

export function tanh(x: number): number {
  const t1 = Math.abs(x)
  let t2: number
  if (t1 <= 0.55) {
    const t3 = x * x
    t2 = x === 0 ? x : x + x * t3 * (-0.3333333333333333 + t3 * (0.13333333333332711 + t3 * (-0.05396825396743151 + t3
      * (0.021869488493552625 + t3 * (-0.008863234395177999 + t3 * (0.003592110343931255 + t3 * (-0.0014556615522767396 + t3
      * (0.00058893468259176 + t3 * (-0.00023463067524526733 + t3 * (0.00008510647287642557
      + t3 * -0.000020598135435770385))))))))))
  } else {
    const t4 = 2 * (40 < t1 ? 40 : t1)
    const t5 = t4 * 1.4426950408889634 + 6755399441055744 - 6755399441055744
    const t6 = t4 - t5 * 0.6931471805582987
    const t7 = t5 * 1.6465949582897082e-12
    const t8 = 1 + t6
    const t9 = t6 - t7
    const t10 = t9 * t9
    const t11 = t9 - t10 * (0.1666666666666666 + t10 * (-0.0027777777777562864 + t10 * (0.00006613756470855508 + t10
      * (-0.0000016534058842837582 + t10 * 4.1437096880780196e-8))))
    const t12 = t6 - (t8 - 1) + (t9 * t11 / (2 - t11) - t7)
    const t13 = t8 + t12
    const t14 = powerOfTwo(t5)
    const t15 = t13 * t14
    const t16 = t15 + 1
    const t17 = 2 / t16
    const t18 = t17 * t16
    const t19 = 134217729 * t17
    const t20 = t19 - (t19 - t17)
    const t21 = t17 - t20
    const t22 = 134217729 * t16
    const t23 = t22 - (t22 - t16)
    const t24 = t16 - t23
    const t25 = -t17
    const t26 = 1 + t25
    const t27 = t26 + (t25 - (t26 - 1) - (2 - t18 - (t20 * t23 - t18 + t20 * t24 + t21 * t23 + t21 * t24) - t17 * (1 - (t16 - t15)
      + (t12 - (t13 - t8)) * t14)) / t16)
    t2 = x < 0 ? -t27 : t27
  }
  return t2
}

export function expLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = exp(x[i])
}

export function sigmoidLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = sigmoid(x[i])
}

export function sinhLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = sinh(x[i])
}

export function coshLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = cosh(x[i])
}

export function tanhLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = tanh(x[i])
}
