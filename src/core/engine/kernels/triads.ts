/**
 * Two or three operations per pass, rounded one after the other as if apart.
 * Unrolled by eight: V8 does not unroll loops over typed arrays, and a pass costs half as much this way. Keys spell what is
 * computed: a, b, c, d are registers, k and m one number for all lanes.
 */
import type { Kernel } from './kernel.ts'

export const TRIADS: Readonly<Record<string, Kernel>> = {
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
      o[i] = (a[i] * a[i]) + b[i]
      o[i + 1] = (a[i + 1] * a[i + 1]) + b[i + 1]
      o[i + 2] = (a[i + 2] * a[i + 2]) + b[i + 2]
      o[i + 3] = (a[i + 3] * a[i + 3]) + b[i + 3]
      o[i + 4] = (a[i + 4] * a[i + 4]) + b[i + 4]
      o[i + 5] = (a[i + 5] * a[i + 5]) + b[i + 5]
      o[i + 6] = (a[i + 6] * a[i + 6]) + b[i + 6]
      o[i + 7] = (a[i + 7] * a[i + 7]) + b[i + 7]
    }
  },
  'a-(b*b)': ({ o, a, b }, n) => {
    for (let i = 0; i < n; i += 8) {
      o[i] = a[i] - (b[i] * b[i])
      o[i + 1] = a[i + 1] - (b[i + 1] * b[i + 1])
      o[i + 2] = a[i + 2] - (b[i + 2] * b[i + 2])
      o[i + 3] = a[i + 3] - (b[i + 3] * b[i + 3])
      o[i + 4] = a[i + 4] - (b[i + 4] * b[i + 4])
      o[i + 5] = a[i + 5] - (b[i + 5] * b[i + 5])
      o[i + 6] = a[i + 6] - (b[i + 6] * b[i + 6])
      o[i + 7] = a[i + 7] - (b[i + 7] * b[i + 7])
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
      o[i] = (a[i] * a[i]) + k
      o[i + 1] = (a[i + 1] * a[i + 1]) + k
      o[i + 2] = (a[i + 2] * a[i + 2]) + k
      o[i + 3] = (a[i + 3] * a[i + 3]) + k
      o[i + 4] = (a[i + 4] * a[i + 4]) + k
      o[i + 5] = (a[i + 5] * a[i + 5]) + k
      o[i + 6] = (a[i + 6] * a[i + 6]) + k
      o[i + 7] = (a[i + 7] * a[i + 7]) + k
    }
  },
  '(a*a)-k': ({ o, a, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (a[i] * a[i]) - k
      o[i + 1] = (a[i + 1] * a[i + 1]) - k
      o[i + 2] = (a[i + 2] * a[i + 2]) - k
      o[i + 3] = (a[i + 3] * a[i + 3]) - k
      o[i + 4] = (a[i + 4] * a[i + 4]) - k
      o[i + 5] = (a[i + 5] * a[i + 5]) - k
      o[i + 6] = (a[i + 6] * a[i + 6]) - k
      o[i + 7] = (a[i + 7] * a[i + 7]) - k
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
      o[i] = (a[i] * a[i]) + (b[i] * b[i])
      o[i + 1] = (a[i + 1] * a[i + 1]) + (b[i + 1] * b[i + 1])
      o[i + 2] = (a[i + 2] * a[i + 2]) + (b[i + 2] * b[i + 2])
      o[i + 3] = (a[i + 3] * a[i + 3]) + (b[i + 3] * b[i + 3])
      o[i + 4] = (a[i + 4] * a[i + 4]) + (b[i + 4] * b[i + 4])
      o[i + 5] = (a[i + 5] * a[i + 5]) + (b[i + 5] * b[i + 5])
      o[i + 6] = (a[i + 6] * a[i + 6]) + (b[i + 6] * b[i + 6])
      o[i + 7] = (a[i + 7] * a[i + 7]) + (b[i + 7] * b[i + 7])
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
      o[i] = (a[i] * a[i]) + (k * b[i])
      o[i + 1] = (a[i + 1] * a[i + 1]) + (k * b[i + 1])
      o[i + 2] = (a[i + 2] * a[i + 2]) + (k * b[i + 2])
      o[i + 3] = (a[i + 3] * a[i + 3]) + (k * b[i + 3])
      o[i + 4] = (a[i + 4] * a[i + 4]) + (k * b[i + 4])
      o[i + 5] = (a[i + 5] * a[i + 5]) + (k * b[i + 5])
      o[i + 6] = (a[i + 6] * a[i + 6]) + (k * b[i + 6])
      o[i + 7] = (a[i + 7] * a[i + 7]) + (k * b[i + 7])
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
      o[i] = k * (a[i] * a[i])
      o[i + 1] = k * (a[i + 1] * a[i + 1])
      o[i + 2] = k * (a[i + 2] * a[i + 2])
      o[i + 3] = k * (a[i + 3] * a[i + 3])
      o[i + 4] = k * (a[i + 4] * a[i + 4])
      o[i + 5] = k * (a[i + 5] * a[i + 5])
      o[i + 6] = k * (a[i + 6] * a[i + 6])
      o[i + 7] = k * (a[i + 7] * a[i + 7])
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
      o[i] = a[i] * (a[i] * a[i])
      o[i + 1] = a[i + 1] * (a[i + 1] * a[i + 1])
      o[i + 2] = a[i + 2] * (a[i + 2] * a[i + 2])
      o[i + 3] = a[i + 3] * (a[i + 3] * a[i + 3])
      o[i + 4] = a[i + 4] * (a[i + 4] * a[i + 4])
      o[i + 5] = a[i + 5] * (a[i + 5] * a[i + 5])
      o[i + 6] = a[i + 6] * (a[i + 6] * a[i + 6])
      o[i + 7] = a[i + 7] * (a[i + 7] * a[i + 7])
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
  '(a+k)+b': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (a[i] + k) + b[i]
      o[i + 1] = (a[i + 1] + k) + b[i + 1]
      o[i + 2] = (a[i + 2] + k) + b[i + 2]
      o[i + 3] = (a[i + 3] + k) + b[i + 3]
      o[i + 4] = (a[i + 4] + k) + b[i + 4]
      o[i + 5] = (a[i + 5] + k) + b[i + 5]
      o[i + 6] = (a[i + 6] + k) + b[i + 6]
      o[i + 7] = (a[i + 7] + k) + b[i + 7]
    }
  },
  '(a+b)+(c+d)': ({ o, a, b, c, d }, n) => {
    for (let i = 0; i < n; i += 8) {
      o[i] = (a[i] + b[i]) + (c[i] + d[i])
      o[i + 1] = (a[i + 1] + b[i + 1]) + (c[i + 1] + d[i + 1])
      o[i + 2] = (a[i + 2] + b[i + 2]) + (c[i + 2] + d[i + 2])
      o[i + 3] = (a[i + 3] + b[i + 3]) + (c[i + 3] + d[i + 3])
      o[i + 4] = (a[i + 4] + b[i + 4]) + (c[i + 4] + d[i + 4])
      o[i + 5] = (a[i + 5] + b[i + 5]) + (c[i + 5] + d[i + 5])
      o[i + 6] = (a[i + 6] + b[i + 6]) + (c[i + 6] + d[i + 6])
      o[i + 7] = (a[i + 7] + b[i + 7]) + (c[i + 7] + d[i + 7])
    }
  },
  '(a-k)*(a-k)': ({ o, a, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = (a[i] - k) * (a[i] - k)
      o[i + 1] = (a[i + 1] - k) * (a[i + 1] - k)
      o[i + 2] = (a[i + 2] - k) * (a[i + 2] - k)
      o[i + 3] = (a[i + 3] - k) * (a[i + 3] - k)
      o[i + 4] = (a[i + 4] - k) * (a[i + 4] - k)
      o[i + 5] = (a[i + 5] - k) * (a[i + 5] - k)
      o[i + 6] = (a[i + 6] - k) * (a[i + 6] - k)
      o[i + 7] = (a[i + 7] - k) * (a[i + 7] - k)
    }
  },
  '(a+b)*(a+b)': ({ o, a, b }, n) => {
    for (let i = 0; i < n; i += 8) {
      o[i] = (a[i] + b[i]) * (a[i] + b[i])
      o[i + 1] = (a[i + 1] + b[i + 1]) * (a[i + 1] + b[i + 1])
      o[i + 2] = (a[i + 2] + b[i + 2]) * (a[i + 2] + b[i + 2])
      o[i + 3] = (a[i + 3] + b[i + 3]) * (a[i + 3] + b[i + 3])
      o[i + 4] = (a[i + 4] + b[i + 4]) * (a[i + 4] + b[i + 4])
      o[i + 5] = (a[i + 5] + b[i + 5]) * (a[i + 5] + b[i + 5])
      o[i + 6] = (a[i + 6] + b[i + 6]) * (a[i + 6] + b[i + 6])
      o[i + 7] = (a[i + 7] + b[i + 7]) * (a[i + 7] + b[i + 7])
    }
  },
  '(a-b)*(a-b)': ({ o, a, b }, n) => {
    for (let i = 0; i < n; i += 8) {
      o[i] = (a[i] - b[i]) * (a[i] - b[i])
      o[i + 1] = (a[i + 1] - b[i + 1]) * (a[i + 1] - b[i + 1])
      o[i + 2] = (a[i + 2] - b[i + 2]) * (a[i + 2] - b[i + 2])
      o[i + 3] = (a[i + 3] - b[i + 3]) * (a[i + 3] - b[i + 3])
      o[i + 4] = (a[i + 4] - b[i + 4]) * (a[i + 4] - b[i + 4])
      o[i + 5] = (a[i + 5] - b[i + 5]) * (a[i + 5] - b[i + 5])
      o[i + 6] = (a[i + 6] - b[i + 6]) * (a[i + 6] - b[i + 6])
      o[i + 7] = (a[i + 7] - b[i + 7]) * (a[i + 7] - b[i + 7])
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
  '((a*a)+b)-k': ({ o, a, b, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = ((a[i] * a[i]) + b[i]) - k
      o[i + 1] = ((a[i + 1] * a[i + 1]) + b[i + 1]) - k
      o[i + 2] = ((a[i + 2] * a[i + 2]) + b[i + 2]) - k
      o[i + 3] = ((a[i + 3] * a[i + 3]) + b[i + 3]) - k
      o[i + 4] = ((a[i + 4] * a[i + 4]) + b[i + 4]) - k
      o[i + 5] = ((a[i + 5] * a[i + 5]) + b[i + 5]) - k
      o[i + 6] = ((a[i + 6] * a[i + 6]) + b[i + 6]) - k
      o[i + 7] = ((a[i + 7] * a[i + 7]) + b[i + 7]) - k
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
}
