/**
 * powers, one number at a time. Printed from described/power.ts, where everything is explained: change that, then run
 * `npm run functions`. Loops over lanes stand here, beside what they call: V8 inlines a function into a loop of its own file.
 */
import { exponent, mantissa, powerOfTwo, specialPower } from './bits.ts'

export function pow(x: number, y: number): number {
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
  const t37 = y * t36
  if (!(2.2250738585072014e-308 <= x && x < Infinity && (Math.abs(t37) <= 700 && Math.abs(y) < 1e+200))) return powApart(x, y)
  const t38 = 134217729 * y
  const t39 = t38 - (t38 - y)
  const t40 = y - t39
  const t41 = 134217729 * t36
  const t42 = t41 - (t41 - t36)
  const t43 = t36 - t42
  const t44 = t39 * t42 - t37 + t39 * t43 + t40 * t42 + t40 * t43 + y * (t35 - (t36 - t34))
  const t45 = t37 + t44
  const t46 = t45 * 1.4426950408889634 + 6755399441055744 - 6755399441055744
  const t47 = t45 - t46 * 0.6931471805582987
  const t48 = t46 * 1.6465949582897082e-12 - (t44 - (t45 - t37))
  const t49 = 1 + t47
  const t50 = t47 - t48
  const t51 = t50 * t50
  const t52 = t50 - t51 * (0.1666666666666666 + t51 * (-0.0027777777777562864 + t51 * (0.00006613756470855508 + t51
    * (-0.0000016534058842837582 + t51 * 4.1437096880780196e-8))))
  return (t49 + (t47 - (t49 - 1) + (t50 * t52 / (2 - t52) - t48))) * powerOfTwo(t46)
}

export function powApart(x: number, y: number): number {
  const t1 = Math.abs(x)
  const t2 = Math.abs(y)
  let t3: number
  if (0 < t1 && t1 < Infinity && (0 < t2 && t2 < Infinity) && !(x === 1)) {
    const t4 = t1 < 2.2250738585072014e-308
    const t5 = t4 ? t1 * 18014398509481984 : t1
    const t6 = exponent(t5)
    const t7 = mantissa(t5, t6)
    const t8 = 1.4142135623730951 < t7
    const t9 = t8 ? t6 + 1 : t6
    const t10 = t8 ? 0.5 * t7 : t7
    const t11 = t4 ? t9 - 54 : t9
    const t12 = t10 - 1
    const t13 = t10 + 1
    const t14 = t12 / t13
    const t15 = t14 * t13
    const t16 = 134217729 * t14
    const t17 = t16 - (t16 - t14)
    const t18 = t14 - t17
    const t19 = 134217729 * t13
    const t20 = t19 - (t19 - t13)
    const t21 = t13 - t20
    const t22 = (t12 - t15 - (t17 * t20 - t15 + t17 * t21 + t18 * t20 + t18 * t21) - t14 * (t10 - (t13 - 1))) / t13
    const t23 = t14 * t14
    const t24 = 2 * t14
    const t25 = t23 * t14
    const t26 = 134217729 * t23
    const t27 = t26 - (t26 - t23)
    const t28 = t23 - t27
    const t29 = t25 * 0.6666666666666666
    const t30 = 134217729 * t25
    const t31 = t30 - (t30 - t25)
    const t32 = t25 - t31
    const t33 = 134217729 * 0.6666666666666666
    const t34 = t33 - (t33 - 0.6666666666666666)
    const t35 = 0.6666666666666666 - t34
    const t36 = t24 + t29
    const t37 = t29 - (t36 - t24) + (2 * t22 + (t31 * t34 - t29 + t31 * t35 + t32 * t34 + t32 * t35 + t25 * 3.700743415417188e-17
      + (t27 * t17 - t25 + t27 * t18 + t28 * t17 + t28 * t18 + t23 * t22 + (t17 * t17 - t23 + t17 * t18 + t18 * t17 + t18 * t18
      + t24 * t22) * t14) * 0.6666666666666666) + t25 * t23 * (0.4 + t23 * (0.2857142857142857 + t23 * (0.2222222222222296 + t23
      * (0.1818181818129463 + t23 * (0.1538461552631608 + t23 * (0.13333314526577061 + t23 * (0.11766058217727461 + t23
      * (0.10472683187283999 + t23 * 0.10619361485570772)))))))))
    const t38 = t36 + t37
    const t39 = t11 * 0.6931471805598903
    const t40 = t39 + t38
    const t41 = t38 - (t40 - t39) + (t37 - (t38 - t36) + t11 * 5.497923018708371e-14)
    const t42 = t40 + t41
    const t43 = y * t42
    let t44: number
    if (750 < Math.abs(t43) || 1e+200 < t2) {
      t44 = 0 < t43 ? Infinity : t43 < 0 ? 0 : 1
    } else {
      const t45 = 134217729 * y
      const t46 = t45 - (t45 - y)
      const t47 = y - t46
      const t48 = 134217729 * t42
      const t49 = t48 - (t48 - t42)
      const t50 = t42 - t49
      const t51 = t46 * t49 - t43 + t46 * t50 + t47 * t49 + t47 * t50 + y * (t41 - (t42 - t40))
      const t52 = t43 + t51
      const t53 = 710 < t52 ? 710 : t52 < -746 ? -746 : t52
      const t54 = t53 * 1.4426950408889634 + 6755399441055744 - 6755399441055744
      const t55 = t53 - t54 * 0.6931471805582987
      const t56 = Math.floor(t54 * 0.5)
      const t57 = t54 * 1.6465949582897082e-12 - (t51 - (t52 - t43))
      const t58 = 1 + t55
      const t59 = t55 - t57
      const t60 = t59 * t59
      const t61 = t59 - t60 * (0.1666666666666666 + t60 * (-0.0027777777777562864 + t60 * (0.00006613756470855508 + t60
        * (-0.0000016534058842837582 + t60 * 4.1437096880780196e-8))))
      t44 = (t58 + (t55 - (t58 - 1) + (t59 * t61 / (2 - t61) - t57))) * powerOfTwo(t56) * powerOfTwo(t54 - t56)
    }
    const t62 = 0.5 * y
    t3 = x < 0 ? (Math.floor(y) === y ? (Math.floor(t62) === t62 ? t44 : -t44) : NaN) : t44
  } else {
    t3 = specialPower(x, y)
  }
  return t3
}

export function powLanes(o: Float64Array, x: Float64Array, y: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = pow(x[i], y[i])
}
