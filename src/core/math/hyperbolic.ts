/** sinh, cosh, tanh: odd polynomials near zero, where exponentials would cancel, and exponentials elsewhere. At most 2 ulp off. */
import { exp } from './exponential.ts'

export function sinh(x: number): number {
  const a = Math.abs(x)
  if (!(a <= 1)) {
    if (a > 709) {
      const half = exp(0.5 * a) // exp(a) would overflow a little before sinh does
      return (x > 0 ? 0.5 : -0.5) * half * half
    }
    const t = exp(a)
    return (x > 0 ? 0.5 : -0.5) * (t - 1 / t)
  }
  const z = x * x
  return x + x * z * (0.16666666666666666 + z * (0.008333333333333299 + z * (0.00019841269841324471 + z * (2.7557319191250885e-6
    + z * (2.50521177239532e-8 + z * (1.6057676882739475e-10 + z * 7.746278224810715e-13))))))
}

export function cosh(x: number): number {
  const a = Math.abs(x)
  if (a > 709) {
    const half = exp(0.5 * a)
    return 0.5 * half * half
  }
  const t = exp(a)
  return 0.5 * t + 0.5 / t
}

export function tanh(x: number): number {
  const a = Math.abs(x)
  if (a > 0.55) {
    const t = 1 - 2 / (exp(2 * a) + 1)
    return x > 0 ? t : -t
  }
  const z = x * x
  return x + x * z * (-0.3333333333333333 + z * (0.13333333333332711 + z * (-0.05396825396743151 + z * (0.021869488493552625
    + z * (-0.008863234395177999 + z * (0.003592110343931255 + z * (-0.0014556615522767396 + z * (0.00058893468259176
    + z * (-0.00023463067524526733 + z * (8.510647287642557e-5 + z * -2.0598135435770385e-5))))))))))
}
