/**
 * asin, acos, atan, atan2 and hypot, one number at a time. Printed from described/inverse.ts, where everything is explained: change that, then run
 * `npm run functions`. Loops over lanes stand here, beside what they call: V8 inlines a function into a loop of its own file.
 */

export function asin(x: number): number {
  const t1 = Math.abs(x)
  let t2: number
  if (t1 <= 0.5) {
    const t3 = x * x
    t2 = x + x * (t3 * (0.16666666666666669 + t3 * (0.07499999999998415 + t3 * (0.04464285714639142 + t3 * (0.03038194413563282
      + t3 * (0.022372173062100795 + t3 * (0.01735238980570733 + t3 * (0.013971257700218363 + t3 * (0.011478727335132069 + t3
      * (0.010325825844686153 + t3 * (0.005444236358400044 + t3 * (0.01743786618606299 + t3 * (-0.014910967384172082
      + t3 * 0.028799050522138873)))))))))))))
  } else {
    const t4 = 0.5 * (1 - t1)
    const t5 = Math.sqrt(t4)
    const t6 = Math.fround(t5)
    const t7 = 1.5707963267948966 - 2 * t6 - (2 * (t5 * (t4 * (0.16666666666666669 + t4 * (0.07499999999998415 + t4
      * (0.04464285714639142 + t4 * (0.03038194413563282 + t4 * (0.022372173062100795 + t4 * (0.01735238980570733 + t4
      * (0.013971257700218363 + t4 * (0.011478727335132069 + t4 * (0.010325825844686153 + t4 * (0.005444236358400044 + t4
      * (0.01743786618606299 + t4 * (-0.014910967384172082 + t4 * 0.028799050522138873))))))))))))) + (t5 === 0 ? t5 : (t4
      - t6 * t6) / (t5 + t6))) - 6.123233995736766e-17)
    t2 = x < 0 ? -t7 : t7
  }
  return t2
}

export function acos(x: number): number {
  const t1 = Math.abs(x)
  let t2: number
  if (t1 <= 0.5) {
    const t3 = x * x
    t2 = 1.5707963267948966 - (x - (6.123233995736766e-17 - x * (t3 * (0.16666666666666669 + t3 * (0.07499999999998415 + t3
      * (0.04464285714639142 + t3 * (0.03038194413563282 + t3 * (0.022372173062100795 + t3 * (0.01735238980570733 + t3
      * (0.013971257700218363 + t3 * (0.011478727335132069 + t3 * (0.010325825844686153 + t3 * (0.005444236358400044 + t3
      * (0.01743786618606299 + t3 * (-0.014910967384172082 + t3 * 0.028799050522138873)))))))))))))))
  } else {
    const t4 = 0.5 * (1 - t1)
    const t5 = Math.sqrt(t4)
    const t6 = Math.fround(t5)
    const t7 = t5 * (t4 * (0.16666666666666669 + t4 * (0.07499999999998415 + t4 * (0.04464285714639142 + t4 * (0.03038194413563282
      + t4 * (0.022372173062100795 + t4 * (0.01735238980570733 + t4 * (0.013971257700218363 + t4 * (0.011478727335132069 + t4
      * (0.010325825844686153 + t4 * (0.005444236358400044 + t4 * (0.01743786618606299 + t4 * (-0.014910967384172082
      + t4 * 0.028799050522138873))))))))))))) + (t5 === 0 ? t5 : (t4 - t6 * t6) / (t5 + t6))
    t2 = x < 0 ? 2 * (1.5707963267948966 - t6 - (t7 - 6.123233995736766e-17)) : 2 * (t6 + t7)
  }
  return t2
}

export function atan(x: number): number {
  const t1 = Math.abs(x)
  const t2 = t1 < 0.4375
  let t3: number
  if (t2) {
    const t4 = x * x
    t3 = x === 0 ? x : x + x * (t4 * (-0.33333333333333326 + t4 * (0.19999999999987542 + t4 * (-0.14285714283106518 + t4
      * (0.1111111089752817 + t4 * (-0.0909090008527781 + t4 * (0.07692085055405296 + t4 * (-0.06663210380706376 + t4
      * (0.058474998272790506 + t4 * (-0.05032889184241904 + t4 * (0.03779796827451681 + t4 * -0.01751735640649518)))))))))))
  } else {
    const t5 = t1 < 2.4375
    const t6 = t1 < 1.1875
    const t7 = t1 < 0.6875
    const t8 = t2 ? 0 : t7 ? 0.4636476090008061 : t6 ? 0.7853981633974483 : t5 ? 0.982793723247329 : 1.5707963267948966
    const t9 = (t2 ? t1 : t7 ? 2 * t1 - 1 : t6 ? t1 - 1 : t5 ? t1 - 1.5 : -1) / (t2 ? 1 : t7 ? 2 + t1 : t6 ? t1 + 1 : t5 ? 1
      + 1.5 * t1 : t1)
    const t10 = t9 * t9
    const t11 = t9 * (t10 * (-0.33333333333333326 + t10 * (0.19999999999987542 + t10 * (-0.14285714283106518 + t10
      * (0.1111111089752817 + t10 * (-0.0909090008527781 + t10 * (0.07692085055405296 + t10 * (-0.06663210380706376 + t10
      * (0.058474998272790506 + t10 * (-0.05032889184241904 + t10 * (0.03779796827451681 + t10 * -0.01751735640649518)))))))))))
      + (t2 ? 0 : t7 ? 2.2698777452961687e-17 : t6 ? 3.061616997868383e-17 : t5 ? 1.3903311031230998e-17 : 6.123233995736766e-17)
    const t12 = t9 + t11
    const t13 = t8 + t12
    const t14 = t13 + (t12 - (t13 - t8) + (t11 - (t12 - t9)))
    t3 = x < 0 ? -t14 : t14
  }
  return t3
}

export function atan2(y: number, x: number): number {
  const t1 = Math.abs(x)
  const t2 = Math.abs(y)
  if (!(1e-140 <= t1 && t1 <= 1e+140 && (1e-140 <= t2 && t2 <= 1e+140))) return atan2Apart(y, x)
  const t3 = t1 < t2
  const t4 = t3 ? t1 : t2
  const t5 = t3 ? t2 : t1
  const t6 = t4 / t5
  const t7 = t6 * t5
  const t8 = 134217729 * t6
  const t9 = t8 - (t8 - t6)
  const t10 = t6 - t9
  const t11 = 134217729 * t5
  const t12 = t11 - (t11 - t5)
  const t13 = t5 - t12
  const t14 = t6 < 2.4375
  const t15 = t6 < 1.1875
  const t16 = t6 < 0.6875
  const t17 = t6 < 0.4375
  const t18 = t17 ? 0 : t16 ? 0.4636476090008061 : t15 ? 0.7853981633974483 : t14 ? 0.982793723247329 : 1.5707963267948966
  const t19 = (t17 ? t6 : t16 ? 2 * t6 - 1 : t15 ? t6 - 1 : t14 ? t6 - 1.5 : -1) / (t17 ? 1 : t16 ? 2 + t6 : t15 ? t6
    + 1 : t14 ? 1 + 1.5 * t6 : t6)
  const t20 = t19 * t19
  const t21 = t19 * (t20 * (-0.33333333333333326 + t20 * (0.19999999999987542 + t20 * (-0.14285714283106518 + t20
    * (0.1111111089752817 + t20 * (-0.0909090008527781 + t20 * (0.07692085055405296 + t20 * (-0.06663210380706376 + t20
    * (0.058474998272790506 + t20 * (-0.05032889184241904 + t20 * (0.03779796827451681 + t20 * -0.01751735640649518)))))))))))
    + ((t17 ? 0 : t16 ? 2.2698777452961687e-17 : t15 ? 3.061616997868383e-17 : t14 ? 1.3903311031230998e-17 : 6.123233995736766e-17) + (t4 - t7 - (t9 * t12 - t7 + t9 * t13 + t10 * t12 + t10 * t13)) / t5 / (1 + t6 * t6))
  const t22 = t19 + t21
  const t23 = t18 + t22
  const t24 = t22 - (t23 - t18) + (t21 - (t22 - t19))
  const t25 = x < 0
  const t26 = t3 && !(t25) || t25 && !(t3)
  const t27 = t3 ? 1.5707963267948966 : t25 ? 3.141592653589793 : 0
  const t28 = t26 ? -t23 : t23
  const t29 = t27 + t28
  const t30 = t29 + (t28 - (t29 - t27) + ((t3 ? 6.123233995736766e-17 : t25 ? 1.2246467991473532e-16 : 0) + (t26 ? -t24 : t24)))
  return y < 0 ? -t30 : t30
}

export function atan2Apart(y: number, x: number): number {
  const t1 = Math.abs(x)
  const t2 = Math.abs(y)
  const t3 = t1 === Infinity && t2 === Infinity
  const t4 = t1 < t2
  const t5 = t3 ? 1 : t4 ? t2 : t1
  const t6 = t5 === 0 ? 0 : (t3 ? 1 : t4 ? t1 : t2) / t5
  const t7 = y === 0
  const t8 = t6 < 2.4375
  const t9 = t6 < 1.1875
  const t10 = t6 < 0.6875
  const t11 = t6 < 0.4375
  const t12 = t11 ? 0 : t10 ? 0.4636476090008061 : t9 ? 0.7853981633974483 : t8 ? 0.982793723247329 : 1.5707963267948966
  const t13 = (t11 ? t6 : t10 ? 2 * t6 - 1 : t9 ? t6 - 1 : t8 ? t6 - 1.5 : -1) / (t11 ? 1 : t10 ? 2 + t6 : t9 ? t6 + 1 : t8 ? 1
    + 1.5 * t6 : t6)
  const t14 = t13 * t13
  const t15 = t13 * (t14 * (-0.33333333333333326 + t14 * (0.19999999999987542 + t14 * (-0.14285714283106518 + t14
    * (0.1111111089752817 + t14 * (-0.0909090008527781 + t14 * (0.07692085055405296 + t14 * (-0.06663210380706376 + t14
    * (0.058474998272790506 + t14 * (-0.05032889184241904 + t14 * (0.03779796827451681 + t14 * -0.01751735640649518)))))))))))
    + (t11 ? 0 : t10 ? 2.2698777452961687e-17 : t9 ? 3.061616997868383e-17 : t8 ? 1.3903311031230998e-17 : 6.123233995736766e-17)
  const t16 = t13 + t15
  const t17 = t12 + t16
  const t18 = t16 - (t17 - t12) + (t15 - (t16 - t13))
  const t19 = (x === 0 ? 1 / x : x) < 0
  const t20 = t4 && !(t19) || t19 && !(t4)
  const t21 = t4 ? 1.5707963267948966 : t19 ? 3.141592653589793 : 0
  const t22 = t20 ? -t17 : t17
  const t23 = t21 + t22
  const t24 = t23 + (t22 - (t23 - t21) + ((t4 ? 6.123233995736766e-17 : t19 ? 1.2246467991473532e-16 : 0) + (t20 ? -t18 : t18)))
  const t25 = (t7 ? 1 / y : y) < 0 ? -t24 : t24
  return x === x && y === y ? (t25 === 0 && t7 ? y : t25) : NaN
}

export function hypot(x: number, y: number): number {
  const t1 = Math.abs(x)
  const t2 = Math.abs(y)
  const t3 = Math.max(t1, t2)
  if (!(1e-140 <= t3 && t3 <= 1e+140)) return hypotApart(x, y)
  const t4 = Math.min(t1, t2)
  const t5 = t3 * t3
  const t6 = 134217729 * t3
  const t7 = t6 - (t6 - t3)
  const t8 = t3 - t7
  const t9 = t4 * t4
  const t10 = 134217729 * t4
  const t11 = t10 - (t10 - t4)
  const t12 = t4 - t11
  const t13 = t5 + t9
  const t14 = Math.sqrt(t13)
  const t15 = t14 * t14
  const t16 = 134217729 * t14
  const t17 = t16 - (t16 - t14)
  const t18 = t14 - t17
  return t14 + (t13 - t15 - (t17 * t17 - t15 + t17 * t18 + t18 * t17 + t18 * t18) + (t9 - (t13 - t5) + (t7 * t7 - t5 + t7 * t8
    + t8 * t7 + t8 * t8 + (t11 * t11 - t9 + t11 * t12 + t12 * t11 + t12 * t12)))) / (2 * t14)
}

export function hypotApart(x: number, y: number): number {
  const t1 = Math.abs(x)
  const t2 = Math.abs(y)
  const t3 = Math.max(t1, t2)
  const t4 = 1 < t3
  const t5 = t4 ? 2.409919865102884e-181 : 4.149515568880993e+180
  let t6: number
  if (t1 === Infinity || t2 === Infinity) {
    t6 = Infinity
  } else {
    const t7 = t3 * t5
    const t8 = Math.min(t1, t2) * t5
    const t9 = t7 * t7
    const t10 = 134217729 * t7
    const t11 = t10 - (t10 - t7)
    const t12 = t7 - t11
    const t13 = t8 * t8
    const t14 = 134217729 * t8
    const t15 = t14 - (t14 - t8)
    const t16 = t8 - t15
    const t17 = t9 + t13
    const t18 = Math.sqrt(t17)
    const t19 = t18 * t18
    const t20 = 134217729 * t18
    const t21 = t20 - (t20 - t18)
    const t22 = t18 - t21
    t6 = t3 === 0 ? t3 : (t18 + (t17 - t19 - (t21 * t21 - t19 + t21 * t22 + t22 * t21 + t22 * t22) + (t13 - (t17 - t9)
      + (t11 * t11 - t9 + t11 * t12 + t12 * t11 + t12 * t12 + (t15 * t15 - t13 + t15 * t16 + t16 * t15
      + t16 * t16)))) / (2 * t18)) * (t4 ? 4.149515568880993e+180 : 2.409919865102884e-181)
  }
  return t6
}

export function asinLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = asin(x[i])
}

export function acosLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = acos(x[i])
}

export function atanLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = atan(x[i])
}

export function atan2Lanes(o: Float64Array, y: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = atan2(y[i], x[i])
}

export function hypotLanes(o: Float64Array, x: Float64Array, y: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = hypot(x[i], y[i])
}
