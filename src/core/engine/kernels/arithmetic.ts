/**
 * One operation per pass.
 * Unrolled by eight: V8 does not unroll loops over typed arrays, and a pass costs half as much this way. Keys spell what is
 * computed: a, b, c, d are registers, k and m one number for all lanes.
 */
import type { Kernel } from './kernel.ts'

export const ARITHMETIC: Readonly<Record<string, Kernel>> = {
  'a+b': ({ o, a, b }, n) => {
    for (let i = 0; i < n; i += 8) {
      o[i] = a[i] + b[i]
      o[i + 1] = a[i + 1] + b[i + 1]
      o[i + 2] = a[i + 2] + b[i + 2]
      o[i + 3] = a[i + 3] + b[i + 3]
      o[i + 4] = a[i + 4] + b[i + 4]
      o[i + 5] = a[i + 5] + b[i + 5]
      o[i + 6] = a[i + 6] + b[i + 6]
      o[i + 7] = a[i + 7] + b[i + 7]
    }
  },
  'a-b': ({ o, a, b }, n) => {
    for (let i = 0; i < n; i += 8) {
      o[i] = a[i] - b[i]
      o[i + 1] = a[i + 1] - b[i + 1]
      o[i + 2] = a[i + 2] - b[i + 2]
      o[i + 3] = a[i + 3] - b[i + 3]
      o[i + 4] = a[i + 4] - b[i + 4]
      o[i + 5] = a[i + 5] - b[i + 5]
      o[i + 6] = a[i + 6] - b[i + 6]
      o[i + 7] = a[i + 7] - b[i + 7]
    }
  },
  'a*b': ({ o, a, b }, n) => {
    for (let i = 0; i < n; i += 8) {
      o[i] = a[i] * b[i]
      o[i + 1] = a[i + 1] * b[i + 1]
      o[i + 2] = a[i + 2] * b[i + 2]
      o[i + 3] = a[i + 3] * b[i + 3]
      o[i + 4] = a[i + 4] * b[i + 4]
      o[i + 5] = a[i + 5] * b[i + 5]
      o[i + 6] = a[i + 6] * b[i + 6]
      o[i + 7] = a[i + 7] * b[i + 7]
    }
  },
  'a/b': ({ o, a, b }, n) => {
    for (let i = 0; i < n; i += 8) {
      o[i] = a[i] / b[i]
      o[i + 1] = a[i + 1] / b[i + 1]
      o[i + 2] = a[i + 2] / b[i + 2]
      o[i + 3] = a[i + 3] / b[i + 3]
      o[i + 4] = a[i + 4] / b[i + 4]
      o[i + 5] = a[i + 5] / b[i + 5]
      o[i + 6] = a[i + 6] / b[i + 6]
      o[i + 7] = a[i + 7] / b[i + 7]
    }
  },
  'a*a': ({ o, a }, n) => {
    for (let i = 0; i < n; i += 8) {
      o[i] = a[i] * a[i]
      o[i + 1] = a[i + 1] * a[i + 1]
      o[i + 2] = a[i + 2] * a[i + 2]
      o[i + 3] = a[i + 3] * a[i + 3]
      o[i + 4] = a[i + 4] * a[i + 4]
      o[i + 5] = a[i + 5] * a[i + 5]
      o[i + 6] = a[i + 6] * a[i + 6]
      o[i + 7] = a[i + 7] * a[i + 7]
    }
  },
  'a+k': ({ o, a, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = a[i] + k
      o[i + 1] = a[i + 1] + k
      o[i + 2] = a[i + 2] + k
      o[i + 3] = a[i + 3] + k
      o[i + 4] = a[i + 4] + k
      o[i + 5] = a[i + 5] + k
      o[i + 6] = a[i + 6] + k
      o[i + 7] = a[i + 7] + k
    }
  },
  'a-k': ({ o, a, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = a[i] - k
      o[i + 1] = a[i + 1] - k
      o[i + 2] = a[i + 2] - k
      o[i + 3] = a[i + 3] - k
      o[i + 4] = a[i + 4] - k
      o[i + 5] = a[i + 5] - k
      o[i + 6] = a[i + 6] - k
      o[i + 7] = a[i + 7] - k
    }
  },
  'k-a': ({ o, a, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = k - a[i]
      o[i + 1] = k - a[i + 1]
      o[i + 2] = k - a[i + 2]
      o[i + 3] = k - a[i + 3]
      o[i + 4] = k - a[i + 4]
      o[i + 5] = k - a[i + 5]
      o[i + 6] = k - a[i + 6]
      o[i + 7] = k - a[i + 7]
    }
  },
  'k*a': ({ o, a, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = k * a[i]
      o[i + 1] = k * a[i + 1]
      o[i + 2] = k * a[i + 2]
      o[i + 3] = k * a[i + 3]
      o[i + 4] = k * a[i + 4]
      o[i + 5] = k * a[i + 5]
      o[i + 6] = k * a[i + 6]
      o[i + 7] = k * a[i + 7]
    }
  },
  'a/k': ({ o, a, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = a[i] / k
      o[i + 1] = a[i + 1] / k
      o[i + 2] = a[i + 2] / k
      o[i + 3] = a[i + 3] / k
      o[i + 4] = a[i + 4] / k
      o[i + 5] = a[i + 5] / k
      o[i + 6] = a[i + 6] / k
      o[i + 7] = a[i + 7] / k
    }
  },
  'k/a': ({ o, a, k: ks }, n) => {
    const k = ks[0]
    for (let i = 0; i < n; i += 8) {
      o[i] = k / a[i]
      o[i + 1] = k / a[i + 1]
      o[i + 2] = k / a[i + 2]
      o[i + 3] = k / a[i + 3]
      o[i + 4] = k / a[i + 4]
      o[i + 5] = k / a[i + 5]
      o[i + 6] = k / a[i + 6]
      o[i + 7] = k / a[i + 7]
    }
  },
  '-a': ({ o, a }, n) => {
    for (let i = 0; i < n; i += 8) {
      o[i] = -a[i]
      o[i + 1] = -a[i + 1]
      o[i + 2] = -a[i + 2]
      o[i + 3] = -a[i + 3]
      o[i + 4] = -a[i + 4]
      o[i + 5] = -a[i + 5]
      o[i + 6] = -a[i + 6]
      o[i + 7] = -a[i + 7]
    }
  },
}
