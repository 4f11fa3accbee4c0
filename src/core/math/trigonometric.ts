/**
 * sin, cos and tan, one number at a time. Printed from described/trigonometric.ts, where everything is explained: change that, then run
 * `npm run functions`. Loops over lanes stand here, beside what they call: V8 inlines a function into a loop of its own file.
 */
import { largeAngle, largeQuarter, largeTail } from './angle.ts'

export function sin(x: number): number {
  if (!(Math.abs(x) <= 100000)) return sinLarge(x)
  const t1 = x * 0.6366197723675814 + 6755399441055744 - 6755399441055744
  const t2 = x - t1 * 1.5707963267341256
  const t3 = t1 * 6.077100506303966e-11
  const t4 = t2 - t3
  const t5 = t1 * 2.0222662487959506e-21 - (t2 - t4 - t3)
  const t6 = t4 - t5
  const t7 = t6 - t4 + t5
  let t8: number
  if ((t1 & 1) !== 0) {
    const t9 = t6 * t6
    const t10 = 0.5 * t9
    const t11 = 1 - t10
    t8 = t11 + (1 - t11 - t10 + (t9 * t9 * (0.041666666666666664 + t9 * (-0.0013888888888887382 + t9 * (0.00002480158729874307
      + t9 * (-2.7557317260008837e-7 + t9 * (2.0876143827993133e-9 + t9 * -1.1382456778061306e-11))))) + t6 * t7))
  } else {
    const t12 = t6 * t6
    t8 = t6 - (t7 * (1 - 0.5 * t12) + t6 * t12 * (0.16666666666666666 + t12 * (-0.008333333333330925 + t12
      * (0.00019841269836722418 + t12 * (-0.000002755731608381636 + t12 * (2.5051127944014188e-8
      + t12 * -1.5917848524808262e-10))))))
  }
  return (t1 & 2) !== 0 ? -t8 : t8
}

export function sinLarge(x: number): number {
  const t1 = largeQuarter(x)
  const t2 = largeAngle(x)
  const t3 = largeTail(x)
  let t4: number
  if ((t1 & 1) !== 0) {
    const t5 = t2 * t2
    const t6 = 0.5 * t5
    const t7 = 1 - t6
    t4 = t7 + (1 - t7 - t6 + (t5 * t5 * (0.041666666666666664 + t5 * (-0.0013888888888887382 + t5 * (0.00002480158729874307 + t5
      * (-2.7557317260008837e-7 + t5 * (2.0876143827993133e-9 + t5 * -1.1382456778061306e-11))))) + t2 * t3))
  } else {
    const t8 = t2 * t2
    t4 = t2 - (t3 * (1 - 0.5 * t8) + t2 * t8 * (0.16666666666666666 + t8 * (-0.008333333333330925 + t8 * (0.00019841269836722418
      + t8 * (-0.000002755731608381636 + t8 * (2.5051127944014188e-8 + t8 * -1.5917848524808262e-10))))))
  }
  return (t1 & 2) !== 0 ? -t4 : t4
}

export function cos(x: number): number {
  if (!(Math.abs(x) <= 100000)) return cosLarge(x)
  const t1 = x * 0.6366197723675814 + 6755399441055744 - 6755399441055744
  const t2 = x - t1 * 1.5707963267341256
  const t3 = t1 * 6.077100506303966e-11
  const t4 = t2 - t3
  const t5 = t1 * 2.0222662487959506e-21 - (t2 - t4 - t3)
  const t6 = t4 - t5
  const t7 = t6 - t4 + t5
  let t8: number
  if ((t1 & 1) !== 0) {
    const t9 = t6 * t6
    t8 = t6 - (t7 * (1 - 0.5 * t9) + t6 * t9 * (0.16666666666666666 + t9 * (-0.008333333333330925 + t9 * (0.00019841269836722418
      + t9 * (-0.000002755731608381636 + t9 * (2.5051127944014188e-8 + t9 * -1.5917848524808262e-10))))))
  } else {
    const t10 = t6 * t6
    const t11 = 0.5 * t10
    const t12 = 1 - t11
    t8 = t12 + (1 - t12 - t11 + (t10 * t10 * (0.041666666666666664 + t10 * (-0.0013888888888887382 + t10 * (0.00002480158729874307
      + t10 * (-2.7557317260008837e-7 + t10 * (2.0876143827993133e-9 + t10 * -1.1382456778061306e-11))))) + t6 * t7))
  }
  return ((t1 + 1) & 2) !== 0 ? -t8 : t8
}

export function cosLarge(x: number): number {
  const t1 = largeQuarter(x)
  const t2 = largeAngle(x)
  const t3 = largeTail(x)
  let t4: number
  if ((t1 & 1) !== 0) {
    const t5 = t2 * t2
    t4 = t2 - (t3 * (1 - 0.5 * t5) + t2 * t5 * (0.16666666666666666 + t5 * (-0.008333333333330925 + t5 * (0.00019841269836722418
      + t5 * (-0.000002755731608381636 + t5 * (2.5051127944014188e-8 + t5 * -1.5917848524808262e-10))))))
  } else {
    const t6 = t2 * t2
    const t7 = 0.5 * t6
    const t8 = 1 - t7
    t4 = t8 + (1 - t8 - t7 + (t6 * t6 * (0.041666666666666664 + t6 * (-0.0013888888888887382 + t6 * (0.00002480158729874307 + t6
      * (-2.7557317260008837e-7 + t6 * (2.0876143827993133e-9 + t6 * -1.1382456778061306e-11))))) + t2 * t3))
  }
  return ((t1 + 1) & 2) !== 0 ? -t4 : t4
}

export function tan(x: number): number {
  const t1 = Math.abs(x)
  if (!(t1 <= 100000) || t1 < 1e-100) return tanApart(x)
  const t2 = x * 0.6366197723675814 + 6755399441055744 - 6755399441055744
  const t3 = x - t2 * 1.5707963267341256
  const t4 = t2 * 6.077100506303966e-11
  const t5 = t3 - t4
  const t6 = t2 * 2.0222662487959506e-21 - (t3 - t5 - t4)
  const t7 = t5 - t6
  const t8 = t7 - t5 + t6
  const t9 = t7 * t7
  const t10 = 134217729 * t7
  const t11 = t10 - (t10 - t7)
  const t12 = t7 - t11
  const t13 = t11 * t11 - t9 + t11 * t12 + t12 * t11 + t12 * t12
  const t14 = t7 * t9
  const t15 = 134217729 * t9
  const t16 = t15 - (t15 - t9)
  const t17 = t9 - t16
  const t18 = t14 * 0.16666666666666666
  const t19 = 134217729 * t14
  const t20 = t19 - (t19 - t14)
  const t21 = t14 - t20
  const t22 = 134217729 * 0.16666666666666666
  const t23 = t22 - (t22 - 0.16666666666666666)
  const t24 = 0.16666666666666666 - t23
  const t25 = 0.5 * t9
  const t26 = 1 - t25
  const t27 = -t18
  const t28 = t7 + t27
  const t29 = t27 - (t28 - t7) - (t20 * t23 - t18 + t20 * t24 + t21 * t23 + t21 * t24 + t14 * (t9 * (-0.008333333333330925 + t9
    * (0.00019841269836722418 + t9 * (-0.000002755731608381636 + t9 * (2.5051127944014188e-8 + t9 * -1.5917848524808262e-10))))
    + 9.25185853854297e-18) + ((t11 * t16 - t14 + t11 * t17 + t12 * t16 + t12 * t17 + t7 * t13) * 0.16666666666666666 + t8 * t26))
  const t30 = t28 + t29
  const t31 = t29 - (t30 - t28)
  const t32 = 1 - t26 - t25 + (t9 * t9 * (0.041666666666666664 + t9 * (-0.0013888888888887382 + t9 * (0.00002480158729874307 + t9
    * (-2.7557317260008837e-7 + t9 * (2.0876143827993133e-9 + t9 * -1.1382456778061306e-11))))) + t7 * t8) - (0.5 * t13
    + t8 * t18)
  const t33 = t26 + t32
  const t34 = t32 - (t33 - t26)
  const t35 = (t2 & 1) !== 0
  const t36 = t35 ? -t33 : t30
  const t37 = t35 ? t30 : t33
  const t38 = t36 / t37
  const t39 = t38 * t37
  const t40 = 134217729 * t38
  const t41 = t40 - (t40 - t38)
  const t42 = t38 - t41
  const t43 = 134217729 * t37
  const t44 = t43 - (t43 - t37)
  const t45 = t37 - t44
  return t38 + (t36 - t39 - (t41 * t44 - t39 + t41 * t45 + t42 * t44 + t42 * t45) + (t35 ? -t34 : t31) - t38
    * (t35 ? t31 : t34)) / t37
}

export function tanApart(x: number): number {
  let t1: number
  if (Math.abs(x) < 1) {
    t1 = x
  } else {
    const t2 = largeAngle(x)
    const t3 = largeTail(x)
    const t4 = t2 * t2
    const t5 = 134217729 * t2
    const t6 = t5 - (t5 - t2)
    const t7 = t2 - t6
    const t8 = t6 * t6 - t4 + t6 * t7 + t7 * t6 + t7 * t7
    const t9 = t2 * t4
    const t10 = 134217729 * t4
    const t11 = t10 - (t10 - t4)
    const t12 = t4 - t11
    const t13 = t9 * 0.16666666666666666
    const t14 = 134217729 * t9
    const t15 = t14 - (t14 - t9)
    const t16 = t9 - t15
    const t17 = 134217729 * 0.16666666666666666
    const t18 = t17 - (t17 - 0.16666666666666666)
    const t19 = 0.16666666666666666 - t18
    const t20 = 0.5 * t4
    const t21 = 1 - t20
    const t22 = -t13
    const t23 = t2 + t22
    const t24 = t22 - (t23 - t2) - (t15 * t18 - t13 + t15 * t19 + t16 * t18 + t16 * t19 + t9 * (t4 * (-0.008333333333330925 + t4
      * (0.00019841269836722418 + t4 * (-0.000002755731608381636 + t4 * (2.5051127944014188e-8 + t4 * -1.5917848524808262e-10))))
      + 9.25185853854297e-18) + ((t6 * t11 - t9 + t6 * t12 + t7 * t11 + t7 * t12 + t2 * t8) * 0.16666666666666666 + t3 * t21))
    const t25 = t23 + t24
    const t26 = t24 - (t25 - t23)
    const t27 = 1 - t21 - t20 + (t4 * t4 * (0.041666666666666664 + t4 * (-0.0013888888888887382 + t4 * (0.00002480158729874307
      + t4 * (-2.7557317260008837e-7 + t4 * (2.0876143827993133e-9 + t4 * -1.1382456778061306e-11))))) + t2 * t3) - (0.5 * t8
      + t3 * t13)
    const t28 = t21 + t27
    const t29 = t27 - (t28 - t21)
    const t30 = (largeQuarter(x) & 1) !== 0
    const t31 = t30 ? -t28 : t25
    const t32 = t30 ? t25 : t28
    const t33 = t31 / t32
    const t34 = t33 * t32
    const t35 = 134217729 * t33
    const t36 = t35 - (t35 - t33)
    const t37 = t33 - t36
    const t38 = 134217729 * t32
    const t39 = t38 - (t38 - t32)
    const t40 = t32 - t39
    t1 = t33 + (t31 - t34 - (t36 * t39 - t34 + t36 * t40 + t37 * t39 + t37 * t40) + (t30 ? -t29 : t26) - t33
      * (t30 ? t26 : t29)) / t32
  }
  return t1
}

function sinCos(sines: Float64Array, cosines: Float64Array, i: number, x: number): void {
  const t1 = !(Math.abs(x) <= 100000)
  if (t1) { sines[i] = sinLarge(x); cosines[i] = cosLarge(x); return }
  const t2 = x * 0.6366197723675814 + 6755399441055744 - 6755399441055744
  const t3 = x - t2 * 1.5707963267341256
  const t4 = t2 * 6.077100506303966e-11
  const t5 = t3 - t4
  const t6 = t2 * 2.0222662487959506e-21 - (t3 - t5 - t4)
  const t7 = t5 - t6
  const t8 = t7 - t5 + t6
  const t9 = (t2 & 1) !== 0
  const t10 = t7 * t7
  const t11 = 0.5 * t10
  const t12 = 1 - t11
  const t13 = t12 + (1 - t12 - t11 + (t10 * t10 * (0.041666666666666664 + t10 * (-0.0013888888888887382 + t10
    * (0.00002480158729874307 + t10 * (-2.7557317260008837e-7 + t10 * (2.0876143827993133e-9 + t10 * -1.1382456778061306e-11)))))
    + t7 * t8))
  const t14 = t7 - (t8 * t12 + t7 * t10 * (0.16666666666666666 + t10 * (-0.008333333333330925 + t10 * (0.00019841269836722418
    + t10 * (-0.000002755731608381636 + t10 * (2.5051127944014188e-8 + t10 * -1.5917848524808262e-10))))))
  const t15 = t9 ? t13 : t14
  const t16 = t9 ? t14 : t13
  sines[i] = (t2 & 2) !== 0 ? -t15 : t15
  cosines[i] = ((t2 + 1) & 2) !== 0 ? -t16 : t16
}

/** The same bits as one by one. */
export function sinCosLanes(sines: Float64Array, cosines: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) sinCos(sines, cosines, i, x[i])
}

export function sinLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = sin(x[i])
}

export function cosLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = cos(x[i])
}

export function tanLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = tan(x[i])
}
