/**
 * log2 and log10, one number at a time. Printed from described/logarithms.ts, where everything is explained: change that, then run
 * `npm run functions`. Loops over lanes stand here, beside what they call: V8 inlines a function into a loop of its own file.
 */
import { exponent, mantissa } from './bits.ts'

export function log2(x: number): number {
  if (!(2.2250738585072014e-308 <= x && x < Infinity)) return log2Apart(x)
  const t1 = exponent(x)
  const t2 = mantissa(x, t1)
  const t3 = 1.4142135623730951 < t2
  const t4 = t3 ? t1 + 1 : t1
  const t5 = t3 ? 0.5 * t2 : t2
  const t6 = t5 - 1
  const t7 = t5 + 1
  const t8 = t6 / t7
  const t9 = t8 * t7
  const t10 = 134217729 * t8
  const t11 = t10 - (t10 - t8)
  const t12 = t8 - t11
  const t13 = 134217729 * t7
  const t14 = t13 - (t13 - t7)
  const t15 = t7 - t14
  const t16 = (t6 - t9 - (t11 * t14 - t9 + t11 * t15 + t12 * t14 + t12 * t15) - t8 * (t5 - (t7 - 1))) / t7
  const t17 = t8 * t8
  const t18 = 2 * t8
  const t19 = t17 * t8
  const t20 = 134217729 * t17
  const t21 = t20 - (t20 - t17)
  const t22 = t17 - t21
  const t23 = t19 * 0.6666666666666666
  const t24 = 134217729 * t19
  const t25 = t24 - (t24 - t19)
  const t26 = t19 - t25
  const t27 = 134217729 * 0.6666666666666666
  const t28 = t27 - (t27 - 0.6666666666666666)
  const t29 = 0.6666666666666666 - t28
  const t30 = t18 + t23
  const t31 = t23 - (t30 - t18) + (2 * t16 + (t25 * t28 - t23 + t25 * t29 + t26 * t28 + t26 * t29 + t19 * 3.700743415417188e-17
    + (t21 * t11 - t19 + t21 * t12 + t22 * t11 + t22 * t12 + t17 * t16 + (t11 * t11 - t17 + t11 * t12 + t12 * t11 + t12 * t12
    + t18 * t16) * t8) * 0.6666666666666666) + t19 * t17 * (0.4 + t17 * (0.2857142857142857 + t17 * (0.2222222222222296 + t17
    * (0.1818181818129463 + t17 * (0.1538461552631608 + t17 * (0.13333314526577061 + t17 * (0.11766058217727461 + t17
    * (0.10472683187283999 + t17 * 0.10619361485570772)))))))))
  const t32 = t30 + t31
  const t33 = t32 * 1.4426950408889634
  const t34 = 134217729 * t32
  const t35 = t34 - (t34 - t32)
  const t36 = t32 - t35
  const t37 = 134217729 * 1.4426950408889634
  const t38 = t37 - (t37 - 1.4426950408889634)
  const t39 = 1.4426950408889634 - t38
  const t40 = t4 + t33
  return t40 + (t4 - t40 + t33 + (t35 * t38 - t33 + t35 * t39 + t36 * t38 + t36 * t39 + t32 * 2.0355273740931033e-17 + (t31 - (t32
    - t30)) * 1.4426950408889634))
}

export function log2Apart(x: number): number {
  let t1: number
  if (0 < x && x < Infinity) {
    const t2 = x < 2.2250738585072014e-308
    const t3 = t2 ? x * 18014398509481984 : x
    const t4 = exponent(t3)
    const t5 = mantissa(t3, t4)
    const t6 = 1.4142135623730951 < t5
    const t7 = t6 ? t4 + 1 : t4
    const t8 = t6 ? 0.5 * t5 : t5
    const t9 = t2 ? t7 - 54 : t7
    const t10 = t8 - 1
    const t11 = t8 + 1
    const t12 = t10 / t11
    const t13 = t12 * t11
    const t14 = 134217729 * t12
    const t15 = t14 - (t14 - t12)
    const t16 = t12 - t15
    const t17 = 134217729 * t11
    const t18 = t17 - (t17 - t11)
    const t19 = t11 - t18
    const t20 = (t10 - t13 - (t15 * t18 - t13 + t15 * t19 + t16 * t18 + t16 * t19) - t12 * (t8 - (t11 - 1))) / t11
    const t21 = t12 * t12
    const t22 = 2 * t12
    const t23 = t21 * t12
    const t24 = 134217729 * t21
    const t25 = t24 - (t24 - t21)
    const t26 = t21 - t25
    const t27 = t23 * 0.6666666666666666
    const t28 = 134217729 * t23
    const t29 = t28 - (t28 - t23)
    const t30 = t23 - t29
    const t31 = 134217729 * 0.6666666666666666
    const t32 = t31 - (t31 - 0.6666666666666666)
    const t33 = 0.6666666666666666 - t32
    const t34 = t22 + t27
    const t35 = t27 - (t34 - t22) + (2 * t20 + (t29 * t32 - t27 + t29 * t33 + t30 * t32 + t30 * t33 + t23 * 3.700743415417188e-17
      + (t25 * t15 - t23 + t25 * t16 + t26 * t15 + t26 * t16 + t21 * t20 + (t15 * t15 - t21 + t15 * t16 + t16 * t15 + t16 * t16
      + t22 * t20) * t12) * 0.6666666666666666) + t23 * t21 * (0.4 + t21 * (0.2857142857142857 + t21 * (0.2222222222222296 + t21
      * (0.1818181818129463 + t21 * (0.1538461552631608 + t21 * (0.13333314526577061 + t21 * (0.11766058217727461 + t21
      * (0.10472683187283999 + t21 * 0.10619361485570772)))))))))
    const t36 = t34 + t35
    const t37 = t36 * 1.4426950408889634
    const t38 = 134217729 * t36
    const t39 = t38 - (t38 - t36)
    const t40 = t36 - t39
    const t41 = 134217729 * 1.4426950408889634
    const t42 = t41 - (t41 - 1.4426950408889634)
    const t43 = 1.4426950408889634 - t42
    const t44 = t9 + t37
    t1 = t44 + (t9 - t44 + t37 + (t39 * t42 - t37 + t39 * t43 + t40 * t42 + t40 * t43 + t36 * 2.0355273740931033e-17 + (t35 - (t36
      - t34)) * 1.4426950408889634))
  } else {
    t1 = x === 0 ? -Infinity : x === Infinity ? x : NaN
  }
  return t1
}

export function log10(x: number): number {
  if (!(2.2250738585072014e-308 <= x && x < Infinity)) return log10Apart(x)
  const t1 = exponent(x)
  const t2 = mantissa(x, t1)
  const t3 = 1.4142135623730951 < t2
  const t4 = t3 ? t1 + 1 : t1
  const t5 = t3 ? 0.5 * t2 : t2
  const t6 = t5 - 1
  const t7 = t5 + 1
  const t8 = t6 / t7
  const t9 = t8 * t7
  const t10 = 134217729 * t8
  const t11 = t10 - (t10 - t8)
  const t12 = t8 - t11
  const t13 = 134217729 * t7
  const t14 = t13 - (t13 - t7)
  const t15 = t7 - t14
  const t16 = (t6 - t9 - (t11 * t14 - t9 + t11 * t15 + t12 * t14 + t12 * t15) - t8 * (t5 - (t7 - 1))) / t7
  const t17 = t8 * t8
  const t18 = 2 * t8
  const t19 = t17 * t8
  const t20 = 134217729 * t17
  const t21 = t20 - (t20 - t17)
  const t22 = t17 - t21
  const t23 = t19 * 0.6666666666666666
  const t24 = 134217729 * t19
  const t25 = t24 - (t24 - t19)
  const t26 = t19 - t25
  const t27 = 134217729 * 0.6666666666666666
  const t28 = t27 - (t27 - 0.6666666666666666)
  const t29 = 0.6666666666666666 - t28
  const t30 = t18 + t23
  const t31 = t23 - (t30 - t18) + (2 * t16 + (t25 * t28 - t23 + t25 * t29 + t26 * t28 + t26 * t29 + t19 * 3.700743415417188e-17
    + (t21 * t11 - t19 + t21 * t12 + t22 * t11 + t22 * t12 + t17 * t16 + (t11 * t11 - t17 + t11 * t12 + t12 * t11 + t12 * t12
    + t18 * t16) * t8) * 0.6666666666666666) + t19 * t17 * (0.4 + t17 * (0.2857142857142857 + t17 * (0.2222222222222296 + t17
    * (0.1818181818129463 + t17 * (0.1538461552631608 + t17 * (0.13333314526577061 + t17 * (0.11766058217727461 + t17
    * (0.10472683187283999 + t17 * 0.10619361485570772)))))))))
  const t32 = t30 + t31
  const t33 = t4 * 0.6931471805598903
  const t34 = t33 + t32
  const t35 = t32 - (t34 - t33) + (t31 - (t32 - t30) + t4 * 5.497923018708371e-14)
  const t36 = t34 + t35
  const t37 = t36 * 0.4342944819032518
  const t38 = 134217729 * t36
  const t39 = t38 - (t38 - t36)
  const t40 = t36 - t39
  const t41 = 134217729 * 0.4342944819032518
  const t42 = t41 - (t41 - 0.4342944819032518)
  const t43 = 0.4342944819032518 - t42
  return t37 + (t39 * t42 - t37 + t39 * t43 + t40 * t42 + t40 * t43 + t36 * 1.098319650216765e-17 + (t35 - (t36
    - t34)) * 0.4342944819032518)
}

export function log10Apart(x: number): number {
  let t1: number
  if (0 < x && x < Infinity) {
    const t2 = x < 2.2250738585072014e-308
    const t3 = t2 ? x * 18014398509481984 : x
    const t4 = exponent(t3)
    const t5 = mantissa(t3, t4)
    const t6 = 1.4142135623730951 < t5
    const t7 = t6 ? t4 + 1 : t4
    const t8 = t6 ? 0.5 * t5 : t5
    const t9 = t2 ? t7 - 54 : t7
    const t10 = t8 - 1
    const t11 = t8 + 1
    const t12 = t10 / t11
    const t13 = t12 * t11
    const t14 = 134217729 * t12
    const t15 = t14 - (t14 - t12)
    const t16 = t12 - t15
    const t17 = 134217729 * t11
    const t18 = t17 - (t17 - t11)
    const t19 = t11 - t18
    const t20 = (t10 - t13 - (t15 * t18 - t13 + t15 * t19 + t16 * t18 + t16 * t19) - t12 * (t8 - (t11 - 1))) / t11
    const t21 = t12 * t12
    const t22 = 2 * t12
    const t23 = t21 * t12
    const t24 = 134217729 * t21
    const t25 = t24 - (t24 - t21)
    const t26 = t21 - t25
    const t27 = t23 * 0.6666666666666666
    const t28 = 134217729 * t23
    const t29 = t28 - (t28 - t23)
    const t30 = t23 - t29
    const t31 = 134217729 * 0.6666666666666666
    const t32 = t31 - (t31 - 0.6666666666666666)
    const t33 = 0.6666666666666666 - t32
    const t34 = t22 + t27
    const t35 = t27 - (t34 - t22) + (2 * t20 + (t29 * t32 - t27 + t29 * t33 + t30 * t32 + t30 * t33 + t23 * 3.700743415417188e-17
      + (t25 * t15 - t23 + t25 * t16 + t26 * t15 + t26 * t16 + t21 * t20 + (t15 * t15 - t21 + t15 * t16 + t16 * t15 + t16 * t16
      + t22 * t20) * t12) * 0.6666666666666666) + t23 * t21 * (0.4 + t21 * (0.2857142857142857 + t21 * (0.2222222222222296 + t21
      * (0.1818181818129463 + t21 * (0.1538461552631608 + t21 * (0.13333314526577061 + t21 * (0.11766058217727461 + t21
      * (0.10472683187283999 + t21 * 0.10619361485570772)))))))))
    const t36 = t34 + t35
    const t37 = t9 * 0.6931471805598903
    const t38 = t37 + t36
    const t39 = t36 - (t38 - t37) + (t35 - (t36 - t34) + t9 * 5.497923018708371e-14)
    const t40 = t38 + t39
    const t41 = t40 * 0.4342944819032518
    const t42 = 134217729 * t40
    const t43 = t42 - (t42 - t40)
    const t44 = t40 - t43
    const t45 = 134217729 * 0.4342944819032518
    const t46 = t45 - (t45 - 0.4342944819032518)
    const t47 = 0.4342944819032518 - t46
    t1 = t41 + (t43 * t46 - t41 + t43 * t47 + t44 * t46 + t44 * t47 + t40 * 1.098319650216765e-17 + (t39 - (t40
      - t38)) * 0.4342944819032518)
  } else {
    t1 = x === 0 ? -Infinity : x === Infinity ? x : NaN
  }
  return t1
}

export function log2Lanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = log2(x[i])
}

export function log10Lanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = log10(x[i])
}
