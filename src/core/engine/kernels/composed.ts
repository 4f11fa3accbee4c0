/**
 * Several operations per pass, rounded one after the other as if apart. Printed from tests/kernel-files.ts: change that, then run `npm run functions`.
 * Unrolled by eight: V8 does not unroll loops over typed arrays, and a pass costs half as much this way. Keys spell what is computed:
 * a, b, c, d are registers, k, m, l, p one number for all lanes; behind a semicolon stands a second result, in which o is the first.
 */
import type { Kernel } from './kernel.ts'

export const COMPOSED: Readonly<Record<string, Kernel>> = {
  '(a*b)+c': ({ o, a, b, c }, n) => {
    for (let i = 0; i < n; i += 8) {
      o[i] = (a[i] * b[i]) + c[i]
      o[i + 1] = (a[i + 1] * b[i + 1]) + c[i + 1]
      o[i + 2] = (a[i + 2] * b[i + 2]) + c[i + 2]
      o[i + 3] = (a[i + 3] * b[i + 3]) + c[i + 3]
      o[i + 4] = (a[i + 4] * b[i + 4]) + c[i + 4]
      o[i + 5] = (a[i + 5] * b[i + 5]) + c[i + 5]
      o[i + 6] = (a[i + 6] * b[i + 6]) + c[i + 6]
      o[i + 7] = (a[i + 7] * b[i + 7]) + c[i + 7]
    }
  },
  '(a*b)-c': ({ o, a, b, c }, n) => {
    for (let i = 0; i < n; i += 8) {
      o[i] = (a[i] * b[i]) - c[i]
      o[i + 1] = (a[i + 1] * b[i + 1]) - c[i + 1]
      o[i + 2] = (a[i + 2] * b[i + 2]) - c[i + 2]
      o[i + 3] = (a[i + 3] * b[i + 3]) - c[i + 3]
      o[i + 4] = (a[i + 4] * b[i + 4]) - c[i + 4]
      o[i + 5] = (a[i + 5] * b[i + 5]) - c[i + 5]
      o[i + 6] = (a[i + 6] * b[i + 6]) - c[i + 6]
      o[i + 7] = (a[i + 7] * b[i + 7]) - c[i + 7]
    }
  },
  'a-(b*c)': ({ o, a, b, c }, n) => {
    for (let i = 0; i < n; i += 8) {
      o[i] = a[i] - (b[i] * c[i])
      o[i + 1] = a[i + 1] - (b[i + 1] * c[i + 1])
      o[i + 2] = a[i + 2] - (b[i + 2] * c[i + 2])
      o[i + 3] = a[i + 3] - (b[i + 3] * c[i + 3])
      o[i + 4] = a[i + 4] - (b[i + 4] * c[i + 4])
      o[i + 5] = a[i + 5] - (b[i + 5] * c[i + 5])
      o[i + 6] = a[i + 6] - (b[i + 6] * c[i + 6])
      o[i + 7] = a[i + 7] - (b[i + 7] * c[i + 7])
    }
  },
  '(a*a)+b': ({ o, a, b }, n) => {
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      o[i] = (a0 * a0) + b[i]
      const a1 = a[i + 1]
      o[i + 1] = (a1 * a1) + b[i + 1]
      const a2 = a[i + 2]
      o[i + 2] = (a2 * a2) + b[i + 2]
      const a3 = a[i + 3]
      o[i + 3] = (a3 * a3) + b[i + 3]
      const a4 = a[i + 4]
      o[i + 4] = (a4 * a4) + b[i + 4]
      const a5 = a[i + 5]
      o[i + 5] = (a5 * a5) + b[i + 5]
      const a6 = a[i + 6]
      o[i + 6] = (a6 * a6) + b[i + 6]
      const a7 = a[i + 7]
      o[i + 7] = (a7 * a7) + b[i + 7]
    }
  },
  'a-(b*b)': ({ o, a, b }, n) => {
    for (let i = 0; i < n; i += 8) {
      const b0 = b[i]
      o[i] = a[i] - (b0 * b0)
      const b1 = b[i + 1]
      o[i + 1] = a[i + 1] - (b1 * b1)
      const b2 = b[i + 2]
      o[i + 2] = a[i + 2] - (b2 * b2)
      const b3 = b[i + 3]
      o[i + 3] = a[i + 3] - (b3 * b3)
      const b4 = b[i + 4]
      o[i + 4] = a[i + 4] - (b4 * b4)
      const b5 = b[i + 5]
      o[i + 5] = a[i + 5] - (b5 * b5)
      const b6 = b[i + 6]
      o[i + 6] = a[i + 6] - (b6 * b6)
      const b7 = b[i + 7]
      o[i + 7] = a[i + 7] - (b7 * b7)
    }
  },
  '(k*a)+b': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (k * a[i]) + b[i]
      o[i + 1] = (k * a[i + 1]) + b[i + 1]
      o[i + 2] = (k * a[i + 2]) + b[i + 2]
      o[i + 3] = (k * a[i + 3]) + b[i + 3]
      o[i + 4] = (k * a[i + 4]) + b[i + 4]
      o[i + 5] = (k * a[i + 5]) + b[i + 5]
      o[i + 6] = (k * a[i + 6]) + b[i + 6]
      o[i + 7] = (k * a[i + 7]) + b[i + 7]
    }
  },
  '(k*a)-b': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (k * a[i]) - b[i]
      o[i + 1] = (k * a[i + 1]) - b[i + 1]
      o[i + 2] = (k * a[i + 2]) - b[i + 2]
      o[i + 3] = (k * a[i + 3]) - b[i + 3]
      o[i + 4] = (k * a[i + 4]) - b[i + 4]
      o[i + 5] = (k * a[i + 5]) - b[i + 5]
      o[i + 6] = (k * a[i + 6]) - b[i + 6]
      o[i + 7] = (k * a[i + 7]) - b[i + 7]
    }
  },
  'a-(k*b)': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = a[i] - (k * b[i])
      o[i + 1] = a[i + 1] - (k * b[i + 1])
      o[i + 2] = a[i + 2] - (k * b[i + 2])
      o[i + 3] = a[i + 3] - (k * b[i + 3])
      o[i + 4] = a[i + 4] - (k * b[i + 4])
      o[i + 5] = a[i + 5] - (k * b[i + 5])
      o[i + 6] = a[i + 6] - (k * b[i + 6])
      o[i + 7] = a[i + 7] - (k * b[i + 7])
    }
  },
  '(a*b)+k': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (a[i] * b[i]) + k
      o[i + 1] = (a[i + 1] * b[i + 1]) + k
      o[i + 2] = (a[i + 2] * b[i + 2]) + k
      o[i + 3] = (a[i + 3] * b[i + 3]) + k
      o[i + 4] = (a[i + 4] * b[i + 4]) + k
      o[i + 5] = (a[i + 5] * b[i + 5]) + k
      o[i + 6] = (a[i + 6] * b[i + 6]) + k
      o[i + 7] = (a[i + 7] * b[i + 7]) + k
    }
  },
  'k-(a*b)': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = k - (a[i] * b[i])
      o[i + 1] = k - (a[i + 1] * b[i + 1])
      o[i + 2] = k - (a[i + 2] * b[i + 2])
      o[i + 3] = k - (a[i + 3] * b[i + 3])
      o[i + 4] = k - (a[i + 4] * b[i + 4])
      o[i + 5] = k - (a[i + 5] * b[i + 5])
      o[i + 6] = k - (a[i + 6] * b[i + 6])
      o[i + 7] = k - (a[i + 7] * b[i + 7])
    }
  },
  '(a*a)+k': ({ o, a, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      o[i] = (a0 * a0) + k
      const a1 = a[i + 1]
      o[i + 1] = (a1 * a1) + k
      const a2 = a[i + 2]
      o[i + 2] = (a2 * a2) + k
      const a3 = a[i + 3]
      o[i + 3] = (a3 * a3) + k
      const a4 = a[i + 4]
      o[i + 4] = (a4 * a4) + k
      const a5 = a[i + 5]
      o[i + 5] = (a5 * a5) + k
      const a6 = a[i + 6]
      o[i + 6] = (a6 * a6) + k
      const a7 = a[i + 7]
      o[i + 7] = (a7 * a7) + k
    }
  },
  '(a*a)-k': ({ o, a, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      o[i] = (a0 * a0) - k
      const a1 = a[i + 1]
      o[i + 1] = (a1 * a1) - k
      const a2 = a[i + 2]
      o[i + 2] = (a2 * a2) - k
      const a3 = a[i + 3]
      o[i + 3] = (a3 * a3) - k
      const a4 = a[i + 4]
      o[i + 4] = (a4 * a4) - k
      const a5 = a[i + 5]
      o[i + 5] = (a5 * a5) - k
      const a6 = a[i + 6]
      o[i + 6] = (a6 * a6) - k
      const a7 = a[i + 7]
      o[i + 7] = (a7 * a7) - k
    }
  },
  '(k*a)+m': ({ o, a, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (k * a[i]) + m
      o[i + 1] = (k * a[i + 1]) + m
      o[i + 2] = (k * a[i + 2]) + m
      o[i + 3] = (k * a[i + 3]) + m
      o[i + 4] = (k * a[i + 4]) + m
      o[i + 5] = (k * a[i + 5]) + m
      o[i + 6] = (k * a[i + 6]) + m
      o[i + 7] = (k * a[i + 7]) + m
    }
  },
  '(k*a)-m': ({ o, a, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (k * a[i]) - m
      o[i + 1] = (k * a[i + 1]) - m
      o[i + 2] = (k * a[i + 2]) - m
      o[i + 3] = (k * a[i + 3]) - m
      o[i + 4] = (k * a[i + 4]) - m
      o[i + 5] = (k * a[i + 5]) - m
      o[i + 6] = (k * a[i + 6]) - m
      o[i + 7] = (k * a[i + 7]) - m
    }
  },
  'k-(m*a)': ({ o, a, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = k - (m * a[i])
      o[i + 1] = k - (m * a[i + 1])
      o[i + 2] = k - (m * a[i + 2])
      o[i + 3] = k - (m * a[i + 3])
      o[i + 4] = k - (m * a[i + 4])
      o[i + 5] = k - (m * a[i + 5])
      o[i + 6] = k - (m * a[i + 6])
      o[i + 7] = k - (m * a[i + 7])
    }
  },
  '(k*a)+(m*b)': ({ o, a, b, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (k * a[i]) + (m * b[i])
      o[i + 1] = (k * a[i + 1]) + (m * b[i + 1])
      o[i + 2] = (k * a[i + 2]) + (m * b[i + 2])
      o[i + 3] = (k * a[i + 3]) + (m * b[i + 3])
      o[i + 4] = (k * a[i + 4]) + (m * b[i + 4])
      o[i + 5] = (k * a[i + 5]) + (m * b[i + 5])
      o[i + 6] = (k * a[i + 6]) + (m * b[i + 6])
      o[i + 7] = (k * a[i + 7]) + (m * b[i + 7])
    }
  },
  '(k*a)-(m*b)': ({ o, a, b, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (k * a[i]) - (m * b[i])
      o[i + 1] = (k * a[i + 1]) - (m * b[i + 1])
      o[i + 2] = (k * a[i + 2]) - (m * b[i + 2])
      o[i + 3] = (k * a[i + 3]) - (m * b[i + 3])
      o[i + 4] = (k * a[i + 4]) - (m * b[i + 4])
      o[i + 5] = (k * a[i + 5]) - (m * b[i + 5])
      o[i + 6] = (k * a[i + 6]) - (m * b[i + 6])
      o[i + 7] = (k * a[i + 7]) - (m * b[i + 7])
    }
  },
  '(a*a)+(b*b)': ({ o, a, b }, n) => {
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      const b0 = b[i]
      o[i] = (a0 * a0) + (b0 * b0)
      const a1 = a[i + 1]
      const b1 = b[i + 1]
      o[i + 1] = (a1 * a1) + (b1 * b1)
      const a2 = a[i + 2]
      const b2 = b[i + 2]
      o[i + 2] = (a2 * a2) + (b2 * b2)
      const a3 = a[i + 3]
      const b3 = b[i + 3]
      o[i + 3] = (a3 * a3) + (b3 * b3)
      const a4 = a[i + 4]
      const b4 = b[i + 4]
      o[i + 4] = (a4 * a4) + (b4 * b4)
      const a5 = a[i + 5]
      const b5 = b[i + 5]
      o[i + 5] = (a5 * a5) + (b5 * b5)
      const a6 = a[i + 6]
      const b6 = b[i + 6]
      o[i + 6] = (a6 * a6) + (b6 * b6)
      const a7 = a[i + 7]
      const b7 = b[i + 7]
      o[i + 7] = (a7 * a7) + (b7 * b7)
    }
  },
  '(a*a)-(b*b)': ({ o, a, b }, n) => {
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      const b0 = b[i]
      o[i] = (a0 * a0) - (b0 * b0)
      const a1 = a[i + 1]
      const b1 = b[i + 1]
      o[i + 1] = (a1 * a1) - (b1 * b1)
      const a2 = a[i + 2]
      const b2 = b[i + 2]
      o[i + 2] = (a2 * a2) - (b2 * b2)
      const a3 = a[i + 3]
      const b3 = b[i + 3]
      o[i + 3] = (a3 * a3) - (b3 * b3)
      const a4 = a[i + 4]
      const b4 = b[i + 4]
      o[i + 4] = (a4 * a4) - (b4 * b4)
      const a5 = a[i + 5]
      const b5 = b[i + 5]
      o[i + 5] = (a5 * a5) - (b5 * b5)
      const a6 = a[i + 6]
      const b6 = b[i + 6]
      o[i + 6] = (a6 * a6) - (b6 * b6)
      const a7 = a[i + 7]
      const b7 = b[i + 7]
      o[i + 7] = (a7 * a7) - (b7 * b7)
    }
  },
  '(a*b)+(c*d)': ({ o, a, b, c, d }, n) => {
    for (let i = 0; i < n; i += 8) {
      o[i] = (a[i] * b[i]) + (c[i] * d[i])
      o[i + 1] = (a[i + 1] * b[i + 1]) + (c[i + 1] * d[i + 1])
      o[i + 2] = (a[i + 2] * b[i + 2]) + (c[i + 2] * d[i + 2])
      o[i + 3] = (a[i + 3] * b[i + 3]) + (c[i + 3] * d[i + 3])
      o[i + 4] = (a[i + 4] * b[i + 4]) + (c[i + 4] * d[i + 4])
      o[i + 5] = (a[i + 5] * b[i + 5]) + (c[i + 5] * d[i + 5])
      o[i + 6] = (a[i + 6] * b[i + 6]) + (c[i + 6] * d[i + 6])
      o[i + 7] = (a[i + 7] * b[i + 7]) + (c[i + 7] * d[i + 7])
    }
  },
  '(a*b)-(c*d)': ({ o, a, b, c, d }, n) => {
    for (let i = 0; i < n; i += 8) {
      o[i] = (a[i] * b[i]) - (c[i] * d[i])
      o[i + 1] = (a[i + 1] * b[i + 1]) - (c[i + 1] * d[i + 1])
      o[i + 2] = (a[i + 2] * b[i + 2]) - (c[i + 2] * d[i + 2])
      o[i + 3] = (a[i + 3] * b[i + 3]) - (c[i + 3] * d[i + 3])
      o[i + 4] = (a[i + 4] * b[i + 4]) - (c[i + 4] * d[i + 4])
      o[i + 5] = (a[i + 5] * b[i + 5]) - (c[i + 5] * d[i + 5])
      o[i + 6] = (a[i + 6] * b[i + 6]) - (c[i + 6] * d[i + 6])
      o[i + 7] = (a[i + 7] * b[i + 7]) - (c[i + 7] * d[i + 7])
    }
  },
  '(a*a)+(k*b)': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      o[i] = (a0 * a0) + (k * b[i])
      const a1 = a[i + 1]
      o[i + 1] = (a1 * a1) + (k * b[i + 1])
      const a2 = a[i + 2]
      o[i + 2] = (a2 * a2) + (k * b[i + 2])
      const a3 = a[i + 3]
      o[i + 3] = (a3 * a3) + (k * b[i + 3])
      const a4 = a[i + 4]
      o[i + 4] = (a4 * a4) + (k * b[i + 4])
      const a5 = a[i + 5]
      o[i + 5] = (a5 * a5) + (k * b[i + 5])
      const a6 = a[i + 6]
      o[i + 6] = (a6 * a6) + (k * b[i + 6])
      const a7 = a[i + 7]
      o[i + 7] = (a7 * a7) + (k * b[i + 7])
    }
  },
  '(a*b)+(k*c)': ({ o, a, b, c, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (a[i] * b[i]) + (k * c[i])
      o[i + 1] = (a[i + 1] * b[i + 1]) + (k * c[i + 1])
      o[i + 2] = (a[i + 2] * b[i + 2]) + (k * c[i + 2])
      o[i + 3] = (a[i + 3] * b[i + 3]) + (k * c[i + 3])
      o[i + 4] = (a[i + 4] * b[i + 4]) + (k * c[i + 4])
      o[i + 5] = (a[i + 5] * b[i + 5]) + (k * c[i + 5])
      o[i + 6] = (a[i + 6] * b[i + 6]) + (k * c[i + 6])
      o[i + 7] = (a[i + 7] * b[i + 7]) + (k * c[i + 7])
    }
  },
  '((a*a)+b)-k': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      o[i] = ((a0 * a0) + b[i]) - k
      const a1 = a[i + 1]
      o[i + 1] = ((a1 * a1) + b[i + 1]) - k
      const a2 = a[i + 2]
      o[i + 2] = ((a2 * a2) + b[i + 2]) - k
      const a3 = a[i + 3]
      o[i + 3] = ((a3 * a3) + b[i + 3]) - k
      const a4 = a[i + 4]
      o[i + 4] = ((a4 * a4) + b[i + 4]) - k
      const a5 = a[i + 5]
      o[i + 5] = ((a5 * a5) + b[i + 5]) - k
      const a6 = a[i + 6]
      o[i + 6] = ((a6 * a6) + b[i + 6]) - k
      const a7 = a[i + 7]
      o[i + 7] = ((a7 * a7) + b[i + 7]) - k
    }
  },
  '((k*a)+b)+m': ({ o, a, b, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = ((k * a[i]) + b[i]) + m
      o[i + 1] = ((k * a[i + 1]) + b[i + 1]) + m
      o[i + 2] = ((k * a[i + 2]) + b[i + 2]) + m
      o[i + 3] = ((k * a[i + 3]) + b[i + 3]) + m
      o[i + 4] = ((k * a[i + 4]) + b[i + 4]) + m
      o[i + 5] = ((k * a[i + 5]) + b[i + 5]) + m
      o[i + 6] = ((k * a[i + 6]) + b[i + 6]) + m
      o[i + 7] = ((k * a[i + 7]) + b[i + 7]) + m
    }
  },
  '((k*a)+b)-m': ({ o, a, b, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = ((k * a[i]) + b[i]) - m
      o[i + 1] = ((k * a[i + 1]) + b[i + 1]) - m
      o[i + 2] = ((k * a[i + 2]) + b[i + 2]) - m
      o[i + 3] = ((k * a[i + 3]) + b[i + 3]) - m
      o[i + 4] = ((k * a[i + 4]) + b[i + 4]) - m
      o[i + 5] = ((k * a[i + 5]) + b[i + 5]) - m
      o[i + 6] = ((k * a[i + 6]) + b[i + 6]) - m
      o[i + 7] = ((k * a[i + 7]) + b[i + 7]) - m
    }
  },
  '(k*a)+(b-(m*c))': ({ o, a, b, c, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (k * a[i]) + (b[i] - (m * c[i]))
      o[i + 1] = (k * a[i + 1]) + (b[i + 1] - (m * c[i + 1]))
      o[i + 2] = (k * a[i + 2]) + (b[i + 2] - (m * c[i + 2]))
      o[i + 3] = (k * a[i + 3]) + (b[i + 3] - (m * c[i + 3]))
      o[i + 4] = (k * a[i + 4]) + (b[i + 4] - (m * c[i + 4]))
      o[i + 5] = (k * a[i + 5]) + (b[i + 5] - (m * c[i + 5]))
      o[i + 6] = (k * a[i + 6]) + (b[i + 6] - (m * c[i + 6]))
      o[i + 7] = (k * a[i + 7]) + (b[i + 7] - (m * c[i + 7]))
    }
  },
  '((a*a)-(k*a))+m': ({ o, a, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      o[i] = ((a0 * a0) - (k * a0)) + m
      const a1 = a[i + 1]
      o[i + 1] = ((a1 * a1) - (k * a1)) + m
      const a2 = a[i + 2]
      o[i + 2] = ((a2 * a2) - (k * a2)) + m
      const a3 = a[i + 3]
      o[i + 3] = ((a3 * a3) - (k * a3)) + m
      const a4 = a[i + 4]
      o[i + 4] = ((a4 * a4) - (k * a4)) + m
      const a5 = a[i + 5]
      o[i + 5] = ((a5 * a5) - (k * a5)) + m
      const a6 = a[i + 6]
      o[i + 6] = ((a6 * a6) - (k * a6)) + m
      const a7 = a[i + 7]
      o[i + 7] = ((a7 * a7) - (k * a7)) + m
    }
  },
  '(a*a)+((b*b)+c)': ({ o, a, b, c }, n) => {
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      const b0 = b[i]
      o[i] = (a0 * a0) + ((b0 * b0) + c[i])
      const a1 = a[i + 1]
      const b1 = b[i + 1]
      o[i + 1] = (a1 * a1) + ((b1 * b1) + c[i + 1])
      const a2 = a[i + 2]
      const b2 = b[i + 2]
      o[i + 2] = (a2 * a2) + ((b2 * b2) + c[i + 2])
      const a3 = a[i + 3]
      const b3 = b[i + 3]
      o[i + 3] = (a3 * a3) + ((b3 * b3) + c[i + 3])
      const a4 = a[i + 4]
      const b4 = b[i + 4]
      o[i + 4] = (a4 * a4) + ((b4 * b4) + c[i + 4])
      const a5 = a[i + 5]
      const b5 = b[i + 5]
      o[i + 5] = (a5 * a5) + ((b5 * b5) + c[i + 5])
      const a6 = a[i + 6]
      const b6 = b[i + 6]
      o[i + 6] = (a6 * a6) + ((b6 * b6) + c[i + 6])
      const a7 = a[i + 7]
      const b7 = b[i + 7]
      o[i + 7] = (a7 * a7) + ((b7 * b7) + c[i + 7])
    }
  },
  '(k*(a*a))+b': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      o[i] = (k * (a0 * a0)) + b[i]
      const a1 = a[i + 1]
      o[i + 1] = (k * (a1 * a1)) + b[i + 1]
      const a2 = a[i + 2]
      o[i + 2] = (k * (a2 * a2)) + b[i + 2]
      const a3 = a[i + 3]
      o[i + 3] = (k * (a3 * a3)) + b[i + 3]
      const a4 = a[i + 4]
      o[i + 4] = (k * (a4 * a4)) + b[i + 4]
      const a5 = a[i + 5]
      o[i + 5] = (k * (a5 * a5)) + b[i + 5]
      const a6 = a[i + 6]
      o[i + 6] = (k * (a6 * a6)) + b[i + 6]
      const a7 = a[i + 7]
      o[i + 7] = (k * (a7 * a7)) + b[i + 7]
    }
  },
  'a-(k*(b*b))': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      const b0 = b[i]
      o[i] = a[i] - (k * (b0 * b0))
      const b1 = b[i + 1]
      o[i + 1] = a[i + 1] - (k * (b1 * b1))
      const b2 = b[i + 2]
      o[i + 2] = a[i + 2] - (k * (b2 * b2))
      const b3 = b[i + 3]
      o[i + 3] = a[i + 3] - (k * (b3 * b3))
      const b4 = b[i + 4]
      o[i + 4] = a[i + 4] - (k * (b4 * b4))
      const b5 = b[i + 5]
      o[i + 5] = a[i + 5] - (k * (b5 * b5))
      const b6 = b[i + 6]
      o[i + 6] = a[i + 6] - (k * (b6 * b6))
      const b7 = b[i + 7]
      o[i + 7] = a[i + 7] - (k * (b7 * b7))
    }
  },
  '(k*(a*a))+(m*b)': ({ o, a, b, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      o[i] = (k * (a0 * a0)) + (m * b[i])
      const a1 = a[i + 1]
      o[i + 1] = (k * (a1 * a1)) + (m * b[i + 1])
      const a2 = a[i + 2]
      o[i + 2] = (k * (a2 * a2)) + (m * b[i + 2])
      const a3 = a[i + 3]
      o[i + 3] = (k * (a3 * a3)) + (m * b[i + 3])
      const a4 = a[i + 4]
      o[i + 4] = (k * (a4 * a4)) + (m * b[i + 4])
      const a5 = a[i + 5]
      o[i + 5] = (k * (a5 * a5)) + (m * b[i + 5])
      const a6 = a[i + 6]
      o[i + 6] = (k * (a6 * a6)) + (m * b[i + 6])
      const a7 = a[i + 7]
      o[i + 7] = (k * (a7 * a7)) + (m * b[i + 7])
    }
  },
  '(k*(a*a))+(b*b)': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      const b0 = b[i]
      o[i] = (k * (a0 * a0)) + (b0 * b0)
      const a1 = a[i + 1]
      const b1 = b[i + 1]
      o[i + 1] = (k * (a1 * a1)) + (b1 * b1)
      const a2 = a[i + 2]
      const b2 = b[i + 2]
      o[i + 2] = (k * (a2 * a2)) + (b2 * b2)
      const a3 = a[i + 3]
      const b3 = b[i + 3]
      o[i + 3] = (k * (a3 * a3)) + (b3 * b3)
      const a4 = a[i + 4]
      const b4 = b[i + 4]
      o[i + 4] = (k * (a4 * a4)) + (b4 * b4)
      const a5 = a[i + 5]
      const b5 = b[i + 5]
      o[i + 5] = (k * (a5 * a5)) + (b5 * b5)
      const a6 = a[i + 6]
      const b6 = b[i + 6]
      o[i + 6] = (k * (a6 * a6)) + (b6 * b6)
      const a7 = a[i + 7]
      const b7 = b[i + 7]
      o[i + 7] = (k * (a7 * a7)) + (b7 * b7)
    }
  },
  '(k*(a*a))-(b*b)': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      const b0 = b[i]
      o[i] = (k * (a0 * a0)) - (b0 * b0)
      const a1 = a[i + 1]
      const b1 = b[i + 1]
      o[i + 1] = (k * (a1 * a1)) - (b1 * b1)
      const a2 = a[i + 2]
      const b2 = b[i + 2]
      o[i + 2] = (k * (a2 * a2)) - (b2 * b2)
      const a3 = a[i + 3]
      const b3 = b[i + 3]
      o[i + 3] = (k * (a3 * a3)) - (b3 * b3)
      const a4 = a[i + 4]
      const b4 = b[i + 4]
      o[i + 4] = (k * (a4 * a4)) - (b4 * b4)
      const a5 = a[i + 5]
      const b5 = b[i + 5]
      o[i + 5] = (k * (a5 * a5)) - (b5 * b5)
      const a6 = a[i + 6]
      const b6 = b[i + 6]
      o[i + 6] = (k * (a6 * a6)) - (b6 * b6)
      const a7 = a[i + 7]
      const b7 = b[i + 7]
      o[i + 7] = (k * (a7 * a7)) - (b7 * b7)
    }
  },
  'k*((a*a)+(b*b))': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      const b0 = b[i]
      o[i] = k * ((a0 * a0) + (b0 * b0))
      const a1 = a[i + 1]
      const b1 = b[i + 1]
      o[i + 1] = k * ((a1 * a1) + (b1 * b1))
      const a2 = a[i + 2]
      const b2 = b[i + 2]
      o[i + 2] = k * ((a2 * a2) + (b2 * b2))
      const a3 = a[i + 3]
      const b3 = b[i + 3]
      o[i + 3] = k * ((a3 * a3) + (b3 * b3))
      const a4 = a[i + 4]
      const b4 = b[i + 4]
      o[i + 4] = k * ((a4 * a4) + (b4 * b4))
      const a5 = a[i + 5]
      const b5 = b[i + 5]
      o[i + 5] = k * ((a5 * a5) + (b5 * b5))
      const a6 = a[i + 6]
      const b6 = b[i + 6]
      o[i + 6] = k * ((a6 * a6) + (b6 * b6))
      const a7 = a[i + 7]
      const b7 = b[i + 7]
      o[i + 7] = k * ((a7 * a7) + (b7 * b7))
    }
  },
  'm*((k*(a*a))+(b*b))': ({ o, a, b, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      const b0 = b[i]
      o[i] = m * ((k * (a0 * a0)) + (b0 * b0))
      const a1 = a[i + 1]
      const b1 = b[i + 1]
      o[i + 1] = m * ((k * (a1 * a1)) + (b1 * b1))
      const a2 = a[i + 2]
      const b2 = b[i + 2]
      o[i + 2] = m * ((k * (a2 * a2)) + (b2 * b2))
      const a3 = a[i + 3]
      const b3 = b[i + 3]
      o[i + 3] = m * ((k * (a3 * a3)) + (b3 * b3))
      const a4 = a[i + 4]
      const b4 = b[i + 4]
      o[i + 4] = m * ((k * (a4 * a4)) + (b4 * b4))
      const a5 = a[i + 5]
      const b5 = b[i + 5]
      o[i + 5] = m * ((k * (a5 * a5)) + (b5 * b5))
      const a6 = a[i + 6]
      const b6 = b[i + 6]
      o[i + 6] = m * ((k * (a6 * a6)) + (b6 * b6))
      const a7 = a[i + 7]
      const b7 = b[i + 7]
      o[i + 7] = m * ((k * (a7 * a7)) + (b7 * b7))
    }
  },
  '(a*(k*b))+c': ({ o, a, b, c, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (a[i] * (k * b[i])) + c[i]
      o[i + 1] = (a[i + 1] * (k * b[i + 1])) + c[i + 1]
      o[i + 2] = (a[i + 2] * (k * b[i + 2])) + c[i + 2]
      o[i + 3] = (a[i + 3] * (k * b[i + 3])) + c[i + 3]
      o[i + 4] = (a[i + 4] * (k * b[i + 4])) + c[i + 4]
      o[i + 5] = (a[i + 5] * (k * b[i + 5])) + c[i + 5]
      o[i + 6] = (a[i + 6] * (k * b[i + 6])) + c[i + 6]
      o[i + 7] = (a[i + 7] * (k * b[i + 7])) + c[i + 7]
    }
  },
  '(a*(k*b))-c': ({ o, a, b, c, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (a[i] * (k * b[i])) - c[i]
      o[i + 1] = (a[i + 1] * (k * b[i + 1])) - c[i + 1]
      o[i + 2] = (a[i + 2] * (k * b[i + 2])) - c[i + 2]
      o[i + 3] = (a[i + 3] * (k * b[i + 3])) - c[i + 3]
      o[i + 4] = (a[i + 4] * (k * b[i + 4])) - c[i + 4]
      o[i + 5] = (a[i + 5] * (k * b[i + 5])) - c[i + 5]
      o[i + 6] = (a[i + 6] * (k * b[i + 6])) - c[i + 6]
      o[i + 7] = (a[i + 7] * (k * b[i + 7])) - c[i + 7]
    }
  },
  'a-(b*(k*c))': ({ o, a, b, c, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = a[i] - (b[i] * (k * c[i]))
      o[i + 1] = a[i + 1] - (b[i + 1] * (k * c[i + 1]))
      o[i + 2] = a[i + 2] - (b[i + 2] * (k * c[i + 2]))
      o[i + 3] = a[i + 3] - (b[i + 3] * (k * c[i + 3]))
      o[i + 4] = a[i + 4] - (b[i + 4] * (k * c[i + 4]))
      o[i + 5] = a[i + 5] - (b[i + 5] * (k * c[i + 5]))
      o[i + 6] = a[i + 6] - (b[i + 6] * (k * c[i + 6]))
      o[i + 7] = a[i + 7] - (b[i + 7] * (k * c[i + 7]))
    }
  },
  '(k*(m*a))+b': ({ o, a, b, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (k * (m * a[i])) + b[i]
      o[i + 1] = (k * (m * a[i + 1])) + b[i + 1]
      o[i + 2] = (k * (m * a[i + 2])) + b[i + 2]
      o[i + 3] = (k * (m * a[i + 3])) + b[i + 3]
      o[i + 4] = (k * (m * a[i + 4])) + b[i + 4]
      o[i + 5] = (k * (m * a[i + 5])) + b[i + 5]
      o[i + 6] = (k * (m * a[i + 6])) + b[i + 6]
      o[i + 7] = (k * (m * a[i + 7])) + b[i + 7]
    }
  },
  '(k*(m*a))-b': ({ o, a, b, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (k * (m * a[i])) - b[i]
      o[i + 1] = (k * (m * a[i + 1])) - b[i + 1]
      o[i + 2] = (k * (m * a[i + 2])) - b[i + 2]
      o[i + 3] = (k * (m * a[i + 3])) - b[i + 3]
      o[i + 4] = (k * (m * a[i + 4])) - b[i + 4]
      o[i + 5] = (k * (m * a[i + 5])) - b[i + 5]
      o[i + 6] = (k * (m * a[i + 6])) - b[i + 6]
      o[i + 7] = (k * (m * a[i + 7])) - b[i + 7]
    }
  },
  '((k*a)*(m*b))+l': ({ o, a, b, k: ks, m: ms, l: ls }, n) => {
    const k = ks[0]
    const m = ms[0]
    const l = ls[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = ((k * a[i]) * (m * b[i])) + l
      o[i + 1] = ((k * a[i + 1]) * (m * b[i + 1])) + l
      o[i + 2] = ((k * a[i + 2]) * (m * b[i + 2])) + l
      o[i + 3] = ((k * a[i + 3]) * (m * b[i + 3])) + l
      o[i + 4] = ((k * a[i + 4]) * (m * b[i + 4])) + l
      o[i + 5] = ((k * a[i + 5]) * (m * b[i + 5])) + l
      o[i + 6] = ((k * a[i + 6]) * (m * b[i + 6])) + l
      o[i + 7] = ((k * a[i + 7]) * (m * b[i + 7])) + l
    }
  },
  '((k*a)*(m*b))+(l*c)': ({ o, a, b, c, k: ks, m: ms, l: ls }, n) => {
    const k = ks[0]
    const m = ms[0]
    const l = ls[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = ((k * a[i]) * (m * b[i])) + (l * c[i])
      o[i + 1] = ((k * a[i + 1]) * (m * b[i + 1])) + (l * c[i + 1])
      o[i + 2] = ((k * a[i + 2]) * (m * b[i + 2])) + (l * c[i + 2])
      o[i + 3] = ((k * a[i + 3]) * (m * b[i + 3])) + (l * c[i + 3])
      o[i + 4] = ((k * a[i + 4]) * (m * b[i + 4])) + (l * c[i + 4])
      o[i + 5] = ((k * a[i + 5]) * (m * b[i + 5])) + (l * c[i + 5])
      o[i + 6] = ((k * a[i + 6]) * (m * b[i + 6])) + (l * c[i + 6])
      o[i + 7] = ((k * a[i + 7]) * (m * b[i + 7])) + (l * c[i + 7])
    }
  },
  '(k*((m*a)*(l*b)))-(p*c)': ({ o, a, b, c, k: ks, m: ms, l: ls, p: ps }, n) => {
    const k = ks[0]
    const m = ms[0]
    const l = ls[0]
    const p = ps[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (k * ((m * a[i]) * (l * b[i]))) - (p * c[i])
      o[i + 1] = (k * ((m * a[i + 1]) * (l * b[i + 1]))) - (p * c[i + 1])
      o[i + 2] = (k * ((m * a[i + 2]) * (l * b[i + 2]))) - (p * c[i + 2])
      o[i + 3] = (k * ((m * a[i + 3]) * (l * b[i + 3]))) - (p * c[i + 3])
      o[i + 4] = (k * ((m * a[i + 4]) * (l * b[i + 4]))) - (p * c[i + 4])
      o[i + 5] = (k * ((m * a[i + 5]) * (l * b[i + 5]))) - (p * c[i + 5])
      o[i + 6] = (k * ((m * a[i + 6]) * (l * b[i + 6]))) - (p * c[i + 6])
      o[i + 7] = (k * ((m * a[i + 7]) * (l * b[i + 7]))) - (p * c[i + 7])
    }
  },
  '(k*(a*b))-(m*c)': ({ o, a, b, c, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (k * (a[i] * b[i])) - (m * c[i])
      o[i + 1] = (k * (a[i + 1] * b[i + 1])) - (m * c[i + 1])
      o[i + 2] = (k * (a[i + 2] * b[i + 2])) - (m * c[i + 2])
      o[i + 3] = (k * (a[i + 3] * b[i + 3])) - (m * c[i + 3])
      o[i + 4] = (k * (a[i + 4] * b[i + 4])) - (m * c[i + 4])
      o[i + 5] = (k * (a[i + 5] * b[i + 5])) - (m * c[i + 5])
      o[i + 6] = (k * (a[i + 6] * b[i + 6])) - (m * c[i + 6])
      o[i + 7] = (k * (a[i + 7] * b[i + 7])) - (m * c[i + 7])
    }
  },
  'k*(a*b)': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = k * (a[i] * b[i])
      o[i + 1] = k * (a[i + 1] * b[i + 1])
      o[i + 2] = k * (a[i + 2] * b[i + 2])
      o[i + 3] = k * (a[i + 3] * b[i + 3])
      o[i + 4] = k * (a[i + 4] * b[i + 4])
      o[i + 5] = k * (a[i + 5] * b[i + 5])
      o[i + 6] = k * (a[i + 6] * b[i + 6])
      o[i + 7] = k * (a[i + 7] * b[i + 7])
    }
  },
  'k*(a*a)': ({ o, a, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      o[i] = k * (a0 * a0)
      const a1 = a[i + 1]
      o[i + 1] = k * (a1 * a1)
      const a2 = a[i + 2]
      o[i + 2] = k * (a2 * a2)
      const a3 = a[i + 3]
      o[i + 3] = k * (a3 * a3)
      const a4 = a[i + 4]
      o[i + 4] = k * (a4 * a4)
      const a5 = a[i + 5]
      o[i + 5] = k * (a5 * a5)
      const a6 = a[i + 6]
      o[i + 6] = k * (a6 * a6)
      const a7 = a[i + 7]
      o[i + 7] = k * (a7 * a7)
    }
  },
  'k*(m*a)': ({ o, a, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = k * (m * a[i])
      o[i + 1] = k * (m * a[i + 1])
      o[i + 2] = k * (m * a[i + 2])
      o[i + 3] = k * (m * a[i + 3])
      o[i + 4] = k * (m * a[i + 4])
      o[i + 5] = k * (m * a[i + 5])
      o[i + 6] = k * (m * a[i + 6])
      o[i + 7] = k * (m * a[i + 7])
    }
  },
  'a*(k*b)': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = a[i] * (k * b[i])
      o[i + 1] = a[i + 1] * (k * b[i + 1])
      o[i + 2] = a[i + 2] * (k * b[i + 2])
      o[i + 3] = a[i + 3] * (k * b[i + 3])
      o[i + 4] = a[i + 4] * (k * b[i + 4])
      o[i + 5] = a[i + 5] * (k * b[i + 5])
      o[i + 6] = a[i + 6] * (k * b[i + 6])
      o[i + 7] = a[i + 7] * (k * b[i + 7])
    }
  },
  'a*(b*c)': ({ o, a, b, c }, n) => {
    for (let i = 0; i < n; i += 8) {
      o[i] = a[i] * (b[i] * c[i])
      o[i + 1] = a[i + 1] * (b[i + 1] * c[i + 1])
      o[i + 2] = a[i + 2] * (b[i + 2] * c[i + 2])
      o[i + 3] = a[i + 3] * (b[i + 3] * c[i + 3])
      o[i + 4] = a[i + 4] * (b[i + 4] * c[i + 4])
      o[i + 5] = a[i + 5] * (b[i + 5] * c[i + 5])
      o[i + 6] = a[i + 6] * (b[i + 6] * c[i + 6])
      o[i + 7] = a[i + 7] * (b[i + 7] * c[i + 7])
    }
  },
  'a*(a*a)': ({ o, a }, n) => {
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      o[i] = a0 * (a0 * a0)
      const a1 = a[i + 1]
      o[i + 1] = a1 * (a1 * a1)
      const a2 = a[i + 2]
      o[i + 2] = a2 * (a2 * a2)
      const a3 = a[i + 3]
      o[i + 3] = a3 * (a3 * a3)
      const a4 = a[i + 4]
      o[i + 4] = a4 * (a4 * a4)
      const a5 = a[i + 5]
      o[i + 5] = a5 * (a5 * a5)
      const a6 = a[i + 6]
      o[i + 6] = a6 * (a6 * a6)
      const a7 = a[i + 7]
      o[i + 7] = a7 * (a7 * a7)
    }
  },
  '(a*a)*(a*a)': ({ o, a }, n) => {
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      o[i] = (a0 * a0) * (a0 * a0)
      const a1 = a[i + 1]
      o[i + 1] = (a1 * a1) * (a1 * a1)
      const a2 = a[i + 2]
      o[i + 2] = (a2 * a2) * (a2 * a2)
      const a3 = a[i + 3]
      o[i + 3] = (a3 * a3) * (a3 * a3)
      const a4 = a[i + 4]
      o[i + 4] = (a4 * a4) * (a4 * a4)
      const a5 = a[i + 5]
      o[i + 5] = (a5 * a5) * (a5 * a5)
      const a6 = a[i + 6]
      o[i + 6] = (a6 * a6) * (a6 * a6)
      const a7 = a[i + 7]
      o[i + 7] = (a7 * a7) * (a7 * a7)
    }
  },
  '(a*a)*(b*b)': ({ o, a, b }, n) => {
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      const b0 = b[i]
      o[i] = (a0 * a0) * (b0 * b0)
      const a1 = a[i + 1]
      const b1 = b[i + 1]
      o[i + 1] = (a1 * a1) * (b1 * b1)
      const a2 = a[i + 2]
      const b2 = b[i + 2]
      o[i + 2] = (a2 * a2) * (b2 * b2)
      const a3 = a[i + 3]
      const b3 = b[i + 3]
      o[i + 3] = (a3 * a3) * (b3 * b3)
      const a4 = a[i + 4]
      const b4 = b[i + 4]
      o[i + 4] = (a4 * a4) * (b4 * b4)
      const a5 = a[i + 5]
      const b5 = b[i + 5]
      o[i + 5] = (a5 * a5) * (b5 * b5)
      const a6 = a[i + 6]
      const b6 = b[i + 6]
      o[i + 6] = (a6 * a6) * (b6 * b6)
      const a7 = a[i + 7]
      const b7 = b[i + 7]
      o[i + 7] = (a7 * a7) * (b7 * b7)
    }
  },
  '(k*a)*(m*b)': ({ o, a, b, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (k * a[i]) * (m * b[i])
      o[i + 1] = (k * a[i + 1]) * (m * b[i + 1])
      o[i + 2] = (k * a[i + 2]) * (m * b[i + 2])
      o[i + 3] = (k * a[i + 3]) * (m * b[i + 3])
      o[i + 4] = (k * a[i + 4]) * (m * b[i + 4])
      o[i + 5] = (k * a[i + 5]) * (m * b[i + 5])
      o[i + 6] = (k * a[i + 6]) * (m * b[i + 6])
      o[i + 7] = (k * a[i + 7]) * (m * b[i + 7])
    }
  },
  'a*(k*(m*b))': ({ o, a, b, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = a[i] * (k * (m * b[i]))
      o[i + 1] = a[i + 1] * (k * (m * b[i + 1]))
      o[i + 2] = a[i + 2] * (k * (m * b[i + 2]))
      o[i + 3] = a[i + 3] * (k * (m * b[i + 3]))
      o[i + 4] = a[i + 4] * (k * (m * b[i + 4]))
      o[i + 5] = a[i + 5] * (k * (m * b[i + 5]))
      o[i + 6] = a[i + 6] * (k * (m * b[i + 6]))
      o[i + 7] = a[i + 7] * (k * (m * b[i + 7]))
    }
  },
  'k*(a*(m*b))': ({ o, a, b, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = k * (a[i] * (m * b[i]))
      o[i + 1] = k * (a[i + 1] * (m * b[i + 1]))
      o[i + 2] = k * (a[i + 2] * (m * b[i + 2]))
      o[i + 3] = k * (a[i + 3] * (m * b[i + 3]))
      o[i + 4] = k * (a[i + 4] * (m * b[i + 4]))
      o[i + 5] = k * (a[i + 5] * (m * b[i + 5]))
      o[i + 6] = k * (a[i + 6] * (m * b[i + 6]))
      o[i + 7] = k * (a[i + 7] * (m * b[i + 7]))
    }
  },
  'k*(a+b)': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = k * (a[i] + b[i])
      o[i + 1] = k * (a[i + 1] + b[i + 1])
      o[i + 2] = k * (a[i + 2] + b[i + 2])
      o[i + 3] = k * (a[i + 3] + b[i + 3])
      o[i + 4] = k * (a[i + 4] + b[i + 4])
      o[i + 5] = k * (a[i + 5] + b[i + 5])
      o[i + 6] = k * (a[i + 6] + b[i + 6])
      o[i + 7] = k * (a[i + 7] + b[i + 7])
    }
  },
  'k*(a-b)': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = k * (a[i] - b[i])
      o[i + 1] = k * (a[i + 1] - b[i + 1])
      o[i + 2] = k * (a[i + 2] - b[i + 2])
      o[i + 3] = k * (a[i + 3] - b[i + 3])
      o[i + 4] = k * (a[i + 4] - b[i + 4])
      o[i + 5] = k * (a[i + 5] - b[i + 5])
      o[i + 6] = k * (a[i + 6] - b[i + 6])
      o[i + 7] = k * (a[i + 7] - b[i + 7])
    }
  },
  'k*(a+m)': ({ o, a, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = k * (a[i] + m)
      o[i + 1] = k * (a[i + 1] + m)
      o[i + 2] = k * (a[i + 2] + m)
      o[i + 3] = k * (a[i + 3] + m)
      o[i + 4] = k * (a[i + 4] + m)
      o[i + 5] = k * (a[i + 5] + m)
      o[i + 6] = k * (a[i + 6] + m)
      o[i + 7] = k * (a[i + 7] + m)
    }
  },
  'k*(a-m)': ({ o, a, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = k * (a[i] - m)
      o[i + 1] = k * (a[i + 1] - m)
      o[i + 2] = k * (a[i + 2] - m)
      o[i + 3] = k * (a[i + 3] - m)
      o[i + 4] = k * (a[i + 4] - m)
      o[i + 5] = k * (a[i + 5] - m)
      o[i + 6] = k * (a[i + 6] - m)
      o[i + 7] = k * (a[i + 7] - m)
    }
  },
  'a*(b+k)': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = a[i] * (b[i] + k)
      o[i + 1] = a[i + 1] * (b[i + 1] + k)
      o[i + 2] = a[i + 2] * (b[i + 2] + k)
      o[i + 3] = a[i + 3] * (b[i + 3] + k)
      o[i + 4] = a[i + 4] * (b[i + 4] + k)
      o[i + 5] = a[i + 5] * (b[i + 5] + k)
      o[i + 6] = a[i + 6] * (b[i + 6] + k)
      o[i + 7] = a[i + 7] * (b[i + 7] + k)
    }
  },
  'a*(b-k)': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = a[i] * (b[i] - k)
      o[i + 1] = a[i + 1] * (b[i + 1] - k)
      o[i + 2] = a[i + 2] * (b[i + 2] - k)
      o[i + 3] = a[i + 3] * (b[i + 3] - k)
      o[i + 4] = a[i + 4] * (b[i + 4] - k)
      o[i + 5] = a[i + 5] * (b[i + 5] - k)
      o[i + 6] = a[i + 6] * (b[i + 6] - k)
      o[i + 7] = a[i + 7] * (b[i + 7] - k)
    }
  },
  'a*(k-b)': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = a[i] * (k - b[i])
      o[i + 1] = a[i + 1] * (k - b[i + 1])
      o[i + 2] = a[i + 2] * (k - b[i + 2])
      o[i + 3] = a[i + 3] * (k - b[i + 3])
      o[i + 4] = a[i + 4] * (k - b[i + 4])
      o[i + 5] = a[i + 5] * (k - b[i + 5])
      o[i + 6] = a[i + 6] * (k - b[i + 6])
      o[i + 7] = a[i + 7] * (k - b[i + 7])
    }
  },
  'a*(b+c)': ({ o, a, b, c }, n) => {
    for (let i = 0; i < n; i += 8) {
      o[i] = a[i] * (b[i] + c[i])
      o[i + 1] = a[i + 1] * (b[i + 1] + c[i + 1])
      o[i + 2] = a[i + 2] * (b[i + 2] + c[i + 2])
      o[i + 3] = a[i + 3] * (b[i + 3] + c[i + 3])
      o[i + 4] = a[i + 4] * (b[i + 4] + c[i + 4])
      o[i + 5] = a[i + 5] * (b[i + 5] + c[i + 5])
      o[i + 6] = a[i + 6] * (b[i + 6] + c[i + 6])
      o[i + 7] = a[i + 7] * (b[i + 7] + c[i + 7])
    }
  },
  'a*(b-c)': ({ o, a, b, c }, n) => {
    for (let i = 0; i < n; i += 8) {
      o[i] = a[i] * (b[i] - c[i])
      o[i + 1] = a[i + 1] * (b[i + 1] - c[i + 1])
      o[i + 2] = a[i + 2] * (b[i + 2] - c[i + 2])
      o[i + 3] = a[i + 3] * (b[i + 3] - c[i + 3])
      o[i + 4] = a[i + 4] * (b[i + 4] - c[i + 4])
      o[i + 5] = a[i + 5] * (b[i + 5] - c[i + 5])
      o[i + 6] = a[i + 6] * (b[i + 6] - c[i + 6])
      o[i + 7] = a[i + 7] * (b[i + 7] - c[i + 7])
    }
  },
  '(a-k)*(a-k)': ({ o, a, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      o[i] = (a0 - k) * (a0 - k)
      const a1 = a[i + 1]
      o[i + 1] = (a1 - k) * (a1 - k)
      const a2 = a[i + 2]
      o[i + 2] = (a2 - k) * (a2 - k)
      const a3 = a[i + 3]
      o[i + 3] = (a3 - k) * (a3 - k)
      const a4 = a[i + 4]
      o[i + 4] = (a4 - k) * (a4 - k)
      const a5 = a[i + 5]
      o[i + 5] = (a5 - k) * (a5 - k)
      const a6 = a[i + 6]
      o[i + 6] = (a6 - k) * (a6 - k)
      const a7 = a[i + 7]
      o[i + 7] = (a7 - k) * (a7 - k)
    }
  },
  '(a-b)*(a-b)': ({ o, a, b }, n) => {
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      const b0 = b[i]
      o[i] = (a0 - b0) * (a0 - b0)
      const a1 = a[i + 1]
      const b1 = b[i + 1]
      o[i + 1] = (a1 - b1) * (a1 - b1)
      const a2 = a[i + 2]
      const b2 = b[i + 2]
      o[i + 2] = (a2 - b2) * (a2 - b2)
      const a3 = a[i + 3]
      const b3 = b[i + 3]
      o[i + 3] = (a3 - b3) * (a3 - b3)
      const a4 = a[i + 4]
      const b4 = b[i + 4]
      o[i + 4] = (a4 - b4) * (a4 - b4)
      const a5 = a[i + 5]
      const b5 = b[i + 5]
      o[i + 5] = (a5 - b5) * (a5 - b5)
      const a6 = a[i + 6]
      const b6 = b[i + 6]
      o[i + 6] = (a6 - b6) * (a6 - b6)
      const a7 = a[i + 7]
      const b7 = b[i + 7]
      o[i + 7] = (a7 - b7) * (a7 - b7)
    }
  },
  'a-(k*(b+c))': ({ o, a, b, c, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = a[i] - (k * (b[i] + c[i]))
      o[i + 1] = a[i + 1] - (k * (b[i + 1] + c[i + 1]))
      o[i + 2] = a[i + 2] - (k * (b[i + 2] + c[i + 2]))
      o[i + 3] = a[i + 3] - (k * (b[i + 3] + c[i + 3]))
      o[i + 4] = a[i + 4] - (k * (b[i + 4] + c[i + 4]))
      o[i + 5] = a[i + 5] - (k * (b[i + 5] + c[i + 5]))
      o[i + 6] = a[i + 6] - (k * (b[i + 6] + c[i + 6]))
      o[i + 7] = a[i + 7] - (k * (b[i + 7] + c[i + 7]))
    }
  },
  'a-(k*((m*a)+b))': ({ o, a, b, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      o[i] = a0 - (k * ((m * a0) + b[i]))
      const a1 = a[i + 1]
      o[i + 1] = a1 - (k * ((m * a1) + b[i + 1]))
      const a2 = a[i + 2]
      o[i + 2] = a2 - (k * ((m * a2) + b[i + 2]))
      const a3 = a[i + 3]
      o[i + 3] = a3 - (k * ((m * a3) + b[i + 3]))
      const a4 = a[i + 4]
      o[i + 4] = a4 - (k * ((m * a4) + b[i + 4]))
      const a5 = a[i + 5]
      o[i + 5] = a5 - (k * ((m * a5) + b[i + 5]))
      const a6 = a[i + 6]
      o[i + 6] = a6 - (k * ((m * a6) + b[i + 6]))
      const a7 = a[i + 7]
      o[i + 7] = a7 - (k * ((m * a7) + b[i + 7]))
    }
  },
  '(a+b)+c': ({ o, a, b, c }, n) => {
    for (let i = 0; i < n; i += 8) {
      o[i] = (a[i] + b[i]) + c[i]
      o[i + 1] = (a[i + 1] + b[i + 1]) + c[i + 1]
      o[i + 2] = (a[i + 2] + b[i + 2]) + c[i + 2]
      o[i + 3] = (a[i + 3] + b[i + 3]) + c[i + 3]
      o[i + 4] = (a[i + 4] + b[i + 4]) + c[i + 4]
      o[i + 5] = (a[i + 5] + b[i + 5]) + c[i + 5]
      o[i + 6] = (a[i + 6] + b[i + 6]) + c[i + 6]
      o[i + 7] = (a[i + 7] + b[i + 7]) + c[i + 7]
    }
  },
  '(a+b)-c': ({ o, a, b, c }, n) => {
    for (let i = 0; i < n; i += 8) {
      o[i] = (a[i] + b[i]) - c[i]
      o[i + 1] = (a[i + 1] + b[i + 1]) - c[i + 1]
      o[i + 2] = (a[i + 2] + b[i + 2]) - c[i + 2]
      o[i + 3] = (a[i + 3] + b[i + 3]) - c[i + 3]
      o[i + 4] = (a[i + 4] + b[i + 4]) - c[i + 4]
      o[i + 5] = (a[i + 5] + b[i + 5]) - c[i + 5]
      o[i + 6] = (a[i + 6] + b[i + 6]) - c[i + 6]
      o[i + 7] = (a[i + 7] + b[i + 7]) - c[i + 7]
    }
  },
  '(a-b)+c': ({ o, a, b, c }, n) => {
    for (let i = 0; i < n; i += 8) {
      o[i] = (a[i] - b[i]) + c[i]
      o[i + 1] = (a[i + 1] - b[i + 1]) + c[i + 1]
      o[i + 2] = (a[i + 2] - b[i + 2]) + c[i + 2]
      o[i + 3] = (a[i + 3] - b[i + 3]) + c[i + 3]
      o[i + 4] = (a[i + 4] - b[i + 4]) + c[i + 4]
      o[i + 5] = (a[i + 5] - b[i + 5]) + c[i + 5]
      o[i + 6] = (a[i + 6] - b[i + 6]) + c[i + 6]
      o[i + 7] = (a[i + 7] - b[i + 7]) + c[i + 7]
    }
  },
  '(a+b)+k': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (a[i] + b[i]) + k
      o[i + 1] = (a[i + 1] + b[i + 1]) + k
      o[i + 2] = (a[i + 2] + b[i + 2]) + k
      o[i + 3] = (a[i + 3] + b[i + 3]) + k
      o[i + 4] = (a[i + 4] + b[i + 4]) + k
      o[i + 5] = (a[i + 5] + b[i + 5]) + k
      o[i + 6] = (a[i + 6] + b[i + 6]) + k
      o[i + 7] = (a[i + 7] + b[i + 7]) + k
    }
  },
  '(a+b)-k': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (a[i] + b[i]) - k
      o[i + 1] = (a[i + 1] + b[i + 1]) - k
      o[i + 2] = (a[i + 2] + b[i + 2]) - k
      o[i + 3] = (a[i + 3] + b[i + 3]) - k
      o[i + 4] = (a[i + 4] + b[i + 4]) - k
      o[i + 5] = (a[i + 5] + b[i + 5]) - k
      o[i + 6] = (a[i + 6] + b[i + 6]) - k
      o[i + 7] = (a[i + 7] + b[i + 7]) - k
    }
  },
  '(a-b)+k': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (a[i] - b[i]) + k
      o[i + 1] = (a[i + 1] - b[i + 1]) + k
      o[i + 2] = (a[i + 2] - b[i + 2]) + k
      o[i + 3] = (a[i + 3] - b[i + 3]) + k
      o[i + 4] = (a[i + 4] - b[i + 4]) + k
      o[i + 5] = (a[i + 5] - b[i + 5]) + k
      o[i + 6] = (a[i + 6] - b[i + 6]) + k
      o[i + 7] = (a[i + 7] - b[i + 7]) + k
    }
  },
  '(a+k)+m': ({ o, a, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (a[i] + k) + m
      o[i + 1] = (a[i + 1] + k) + m
      o[i + 2] = (a[i + 2] + k) + m
      o[i + 3] = (a[i + 3] + k) + m
      o[i + 4] = (a[i + 4] + k) + m
      o[i + 5] = (a[i + 5] + k) + m
      o[i + 6] = (a[i + 6] + k) + m
      o[i + 7] = (a[i + 7] + k) + m
    }
  },
  '(a+k)-m': ({ o, a, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (a[i] + k) - m
      o[i + 1] = (a[i + 1] + k) - m
      o[i + 2] = (a[i + 2] + k) - m
      o[i + 3] = (a[i + 3] + k) - m
      o[i + 4] = (a[i + 4] + k) - m
      o[i + 5] = (a[i + 5] + k) - m
      o[i + 6] = (a[i + 6] + k) - m
      o[i + 7] = (a[i + 7] + k) - m
    }
  },
  '((a+k)-m)*((a+k)-m)': ({ o, a, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      o[i] = ((a0 + k) - m) * ((a0 + k) - m)
      const a1 = a[i + 1]
      o[i + 1] = ((a1 + k) - m) * ((a1 + k) - m)
      const a2 = a[i + 2]
      o[i + 2] = ((a2 + k) - m) * ((a2 + k) - m)
      const a3 = a[i + 3]
      o[i + 3] = ((a3 + k) - m) * ((a3 + k) - m)
      const a4 = a[i + 4]
      o[i + 4] = ((a4 + k) - m) * ((a4 + k) - m)
      const a5 = a[i + 5]
      o[i + 5] = ((a5 + k) - m) * ((a5 + k) - m)
      const a6 = a[i + 6]
      o[i + 6] = ((a6 + k) - m) * ((a6 + k) - m)
      const a7 = a[i + 7]
      o[i + 7] = ((a7 + k) - m) * ((a7 + k) - m)
    }
  },
  '(((a+k)-m)*((a+k)-m))+b': ({ o, a, b, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      o[i] = (((a0 + k) - m) * ((a0 + k) - m)) + b[i]
      const a1 = a[i + 1]
      o[i + 1] = (((a1 + k) - m) * ((a1 + k) - m)) + b[i + 1]
      const a2 = a[i + 2]
      o[i + 2] = (((a2 + k) - m) * ((a2 + k) - m)) + b[i + 2]
      const a3 = a[i + 3]
      o[i + 3] = (((a3 + k) - m) * ((a3 + k) - m)) + b[i + 3]
      const a4 = a[i + 4]
      o[i + 4] = (((a4 + k) - m) * ((a4 + k) - m)) + b[i + 4]
      const a5 = a[i + 5]
      o[i + 5] = (((a5 + k) - m) * ((a5 + k) - m)) + b[i + 5]
      const a6 = a[i + 6]
      o[i + 6] = (((a6 + k) - m) * ((a6 + k) - m)) + b[i + 6]
      const a7 = a[i + 7]
      o[i + 7] = (((a7 + k) - m) * ((a7 + k) - m)) + b[i + 7]
    }
  },
  'a/(b+k)': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = a[i] / (b[i] + k)
      o[i + 1] = a[i + 1] / (b[i + 1] + k)
      o[i + 2] = a[i + 2] / (b[i + 2] + k)
      o[i + 3] = a[i + 3] / (b[i + 3] + k)
      o[i + 4] = a[i + 4] / (b[i + 4] + k)
      o[i + 5] = a[i + 5] / (b[i + 5] + k)
      o[i + 6] = a[i + 6] / (b[i + 6] + k)
      o[i + 7] = a[i + 7] / (b[i + 7] + k)
    }
  },
  'k/(a+m)': ({ o, a, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = k / (a[i] + m)
      o[i + 1] = k / (a[i + 1] + m)
      o[i + 2] = k / (a[i + 2] + m)
      o[i + 3] = k / (a[i + 3] + m)
      o[i + 4] = k / (a[i + 4] + m)
      o[i + 5] = k / (a[i + 5] + m)
      o[i + 6] = k / (a[i + 6] + m)
      o[i + 7] = k / (a[i + 7] + m)
    }
  },
  '(a*a)/k': ({ o, a, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      o[i] = (a0 * a0) / k
      const a1 = a[i + 1]
      o[i + 1] = (a1 * a1) / k
      const a2 = a[i + 2]
      o[i + 2] = (a2 * a2) / k
      const a3 = a[i + 3]
      o[i + 3] = (a3 * a3) / k
      const a4 = a[i + 4]
      o[i + 4] = (a4 * a4) / k
      const a5 = a[i + 5]
      o[i + 5] = (a5 * a5) / k
      const a6 = a[i + 6]
      o[i + 6] = (a6 * a6) / k
      const a7 = a[i + 7]
      o[i + 7] = (a7 * a7) / k
    }
  },
  '(k*a)/m': ({ o, a, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (k * a[i]) / m
      o[i + 1] = (k * a[i + 1]) / m
      o[i + 2] = (k * a[i + 2]) / m
      o[i + 3] = (k * a[i + 3]) / m
      o[i + 4] = (k * a[i + 4]) / m
      o[i + 5] = (k * a[i + 5]) / m
      o[i + 6] = (k * a[i + 6]) / m
      o[i + 7] = (k * a[i + 7]) / m
    }
  },
  'a-(k*(b/(c+m)))': ({ o, a, b, c, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = a[i] - (k * (b[i] / (c[i] + m)))
      o[i + 1] = a[i + 1] - (k * (b[i + 1] / (c[i + 1] + m)))
      o[i + 2] = a[i + 2] - (k * (b[i + 2] / (c[i + 2] + m)))
      o[i + 3] = a[i + 3] - (k * (b[i + 3] / (c[i + 3] + m)))
      o[i + 4] = a[i + 4] - (k * (b[i + 4] / (c[i + 4] + m)))
      o[i + 5] = a[i + 5] - (k * (b[i + 5] / (c[i + 5] + m)))
      o[i + 6] = a[i + 6] - (k * (b[i + 6] / (c[i + 6] + m)))
      o[i + 7] = a[i + 7] - (k * (b[i + 7] / (c[i + 7] + m)))
    }
  },
  'a-(k*((b/m)/(c+l)))': ({ o, a, b, c, k: ks, m: ms, l: ls }, n) => {
    const k = ks[0]
    const m = ms[0]
    const l = ls[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = a[i] - (k * ((b[i] / m) / (c[i] + l)))
      o[i + 1] = a[i + 1] - (k * ((b[i + 1] / m) / (c[i + 1] + l)))
      o[i + 2] = a[i + 2] - (k * ((b[i + 2] / m) / (c[i + 2] + l)))
      o[i + 3] = a[i + 3] - (k * ((b[i + 3] / m) / (c[i + 3] + l)))
      o[i + 4] = a[i + 4] - (k * ((b[i + 4] / m) / (c[i + 4] + l)))
      o[i + 5] = a[i + 5] - (k * ((b[i + 5] / m) / (c[i + 5] + l)))
      o[i + 6] = a[i + 6] - (k * ((b[i + 6] / m) / (c[i + 6] + l)))
      o[i + 7] = a[i + 7] - (k * ((b[i + 7] / m) / (c[i + 7] + l)))
    }
  },
}

export const PAIRS: Readonly<Record<string, Kernel>> = {
  '(k*a)+(m*((l*b)+c)); b-(p*o)': ({ o, o2, a, b, c, k: ks, m: ms, l: ls, p: ps }, n) => {
    const k = ks[0]
    const m = ms[0]
    const l = ls[0]
    const p = ps[0]
    for (let i = 0; i < n; i += 8) {
      const b0 = b[i]
      const first0 = (k * a[i]) + (m * ((l * b0) + c[i]))
      o2[i] = b0 - (p * first0)
      o[i] = first0
      const b1 = b[i + 1]
      const first1 = (k * a[i + 1]) + (m * ((l * b1) + c[i + 1]))
      o2[i + 1] = b1 - (p * first1)
      o[i + 1] = first1
      const b2 = b[i + 2]
      const first2 = (k * a[i + 2]) + (m * ((l * b2) + c[i + 2]))
      o2[i + 2] = b2 - (p * first2)
      o[i + 2] = first2
      const b3 = b[i + 3]
      const first3 = (k * a[i + 3]) + (m * ((l * b3) + c[i + 3]))
      o2[i + 3] = b3 - (p * first3)
      o[i + 3] = first3
      const b4 = b[i + 4]
      const first4 = (k * a[i + 4]) + (m * ((l * b4) + c[i + 4]))
      o2[i + 4] = b4 - (p * first4)
      o[i + 4] = first4
      const b5 = b[i + 5]
      const first5 = (k * a[i + 5]) + (m * ((l * b5) + c[i + 5]))
      o2[i + 5] = b5 - (p * first5)
      o[i + 5] = first5
      const b6 = b[i + 6]
      const first6 = (k * a[i + 6]) + (m * ((l * b6) + c[i + 6]))
      o2[i + 6] = b6 - (p * first6)
      o[i + 6] = first6
      const b7 = b[i + 7]
      const first7 = (k * a[i + 7]) + (m * ((l * b7) + c[i + 7]))
      o2[i + 7] = b7 - (p * first7)
      o[i + 7] = first7
    }
  },
  '(k*a)+(m*b); c-(l*o)': ({ o, o2, a, b, c, k: ks, m: ms, l: ls }, n) => {
    const k = ks[0]
    const m = ms[0]
    const l = ls[0]
    for (let i = 0; i < n; i += 8) {
      const first0 = (k * a[i]) + (m * b[i])
      o2[i] = c[i] - (l * first0)
      o[i] = first0
      const first1 = (k * a[i + 1]) + (m * b[i + 1])
      o2[i + 1] = c[i + 1] - (l * first1)
      o[i + 1] = first1
      const first2 = (k * a[i + 2]) + (m * b[i + 2])
      o2[i + 2] = c[i + 2] - (l * first2)
      o[i + 2] = first2
      const first3 = (k * a[i + 3]) + (m * b[i + 3])
      o2[i + 3] = c[i + 3] - (l * first3)
      o[i + 3] = first3
      const first4 = (k * a[i + 4]) + (m * b[i + 4])
      o2[i + 4] = c[i + 4] - (l * first4)
      o[i + 4] = first4
      const first5 = (k * a[i + 5]) + (m * b[i + 5])
      o2[i + 5] = c[i + 5] - (l * first5)
      o[i + 5] = first5
      const first6 = (k * a[i + 6]) + (m * b[i + 6])
      o2[i + 6] = c[i + 6] - (l * first6)
      o[i + 6] = first6
      const first7 = (k * a[i + 7]) + (m * b[i + 7])
      o2[i + 7] = c[i + 7] - (l * first7)
      o[i + 7] = first7
    }
  },
  '(k*a)+b; c-(m*o)': ({ o, o2, a, b, c, k: ks, m: ms }, n) => {
    const k = ks[0]
    const m = ms[0]
    for (let i = 0; i < n; i += 8) {
      const first0 = (k * a[i]) + b[i]
      o2[i] = c[i] - (m * first0)
      o[i] = first0
      const first1 = (k * a[i + 1]) + b[i + 1]
      o2[i + 1] = c[i + 1] - (m * first1)
      o[i + 1] = first1
      const first2 = (k * a[i + 2]) + b[i + 2]
      o2[i + 2] = c[i + 2] - (m * first2)
      o[i + 2] = first2
      const first3 = (k * a[i + 3]) + b[i + 3]
      o2[i + 3] = c[i + 3] - (m * first3)
      o[i + 3] = first3
      const first4 = (k * a[i + 4]) + b[i + 4]
      o2[i + 4] = c[i + 4] - (m * first4)
      o[i + 4] = first4
      const first5 = (k * a[i + 5]) + b[i + 5]
      o2[i + 5] = c[i + 5] - (m * first5)
      o[i + 5] = first5
      const first6 = (k * a[i + 6]) + b[i + 6]
      o2[i + 6] = c[i + 6] - (m * first6)
      o[i + 6] = first6
      const first7 = (k * a[i + 7]) + b[i + 7]
      o2[i + 7] = c[i + 7] - (m * first7)
      o[i + 7] = first7
    }
  },
  '(a*a)+(b*b); c+o': ({ o, o2, a, b, c }, n) => {
    for (let i = 0; i < n; i += 8) {
      const a0 = a[i]
      const b0 = b[i]
      const first0 = (a0 * a0) + (b0 * b0)
      o2[i] = c[i] + first0
      o[i] = first0
      const a1 = a[i + 1]
      const b1 = b[i + 1]
      const first1 = (a1 * a1) + (b1 * b1)
      o2[i + 1] = c[i + 1] + first1
      o[i + 1] = first1
      const a2 = a[i + 2]
      const b2 = b[i + 2]
      const first2 = (a2 * a2) + (b2 * b2)
      o2[i + 2] = c[i + 2] + first2
      o[i + 2] = first2
      const a3 = a[i + 3]
      const b3 = b[i + 3]
      const first3 = (a3 * a3) + (b3 * b3)
      o2[i + 3] = c[i + 3] + first3
      o[i + 3] = first3
      const a4 = a[i + 4]
      const b4 = b[i + 4]
      const first4 = (a4 * a4) + (b4 * b4)
      o2[i + 4] = c[i + 4] + first4
      o[i + 4] = first4
      const a5 = a[i + 5]
      const b5 = b[i + 5]
      const first5 = (a5 * a5) + (b5 * b5)
      o2[i + 5] = c[i + 5] + first5
      o[i + 5] = first5
      const a6 = a[i + 6]
      const b6 = b[i + 6]
      const first6 = (a6 * a6) + (b6 * b6)
      o2[i + 6] = c[i + 6] + first6
      o[i + 6] = first6
      const a7 = a[i + 7]
      const b7 = b[i + 7]
      const first7 = (a7 * a7) + (b7 * b7)
      o2[i + 7] = c[i + 7] + first7
      o[i + 7] = first7
    }
  },
}
