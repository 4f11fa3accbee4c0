/**
 * One operation per pass. Printed from tests/kernel-files.ts: change that, then run `npm run functions`.
 * Unrolled by eight: V8 does not unroll loops over typed arrays, and a pass costs half as much this way. Keys spell what is computed:
 * a, b, c, d are registers, k, m, l, p one number for all lanes; behind a semicolon stands a second result, in which o is the first.
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
      const a0 = a[i]
      o[i] = a0 * a0
      const a1 = a[i + 1]
      o[i + 1] = a1 * a1
      const a2 = a[i + 2]
      o[i + 2] = a2 * a2
      const a3 = a[i + 3]
      o[i + 3] = a3 * a3
      const a4 = a[i + 4]
      o[i + 4] = a4 * a4
      const a5 = a[i + 5]
      o[i + 5] = a5 * a5
      const a6 = a[i + 6]
      o[i + 6] = a6 * a6
      const a7 = a[i + 7]
      o[i + 7] = a7 * a7
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
