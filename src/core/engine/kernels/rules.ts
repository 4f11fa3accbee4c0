/**
 * One step of each declared method as a loop: its key spells what is computed. Printed from tests/rule-files.ts: change that, or the
 * declaration of the method, then run `npm run functions`. Rounded as the interpreter rounds, operation by operation.
 */
import { BINARY, UNARY } from '../../formula/scalar.ts'
import { select } from '../../math/piecewise.ts'
import type { Rule } from '../rule.ts'

const { abs, sign, sqrt } = UNARY
const { min, max, lt, gt } = BINARY

export const RULES: Readonly<Record<string, Rule>> = {
  'x = x - (k1 * (g + (x * k0)))': ({ x: xs, g: gs, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      xs[i] = x - (k1 * (g + (x * k0)))
    }
  },
  'x = x - (g * k0)': ({ x: xs, g: gs, shared }, at, n) => {
    const k0 = shared[at]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      xs[i] = x - (g * k0)
    }
  },
  't0 = (k1 * m0) + ((g + (x * k0)) * k2); x = x - (k3 * t0); m0 = t0': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const m0s = memory[0]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const t0 = (k1 * m0) + ((g + (x * k0)) * k2)
      xs[i] = x - (k3 * t0)
      m0s[i] = t0
    }
  },
  't0 = (g + (x * k0)) + (k1 * m0); x = x - (k2 * t0); m0 = t0': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const m0s = memory[0]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const t0 = (g + (x * k0)) + (k1 * m0)
      xs[i] = x - (k2 * t0)
      m0s[i] = t0
    }
  },
  't0 = (k0 * m0) + (g * k1); x = x - (k2 * t0); m0 = t0': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const m0s = memory[0]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const t0 = (k0 * m0) + (g * k1)
      xs[i] = x - (k2 * t0)
      m0s[i] = t0
    }
  },
  't0 = g + (k0 * m0); x = x - (k1 * t0); m0 = t0': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const m0s = memory[0]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const t0 = g + (k0 * m0)
      xs[i] = x - (k1 * t0)
      m0s[i] = t0
    }
  },
  't0 = g + (x * k0); t1 = t0 + (k1 * m0); x = x - (k2 * (t0 + (k1 * t1))); m0 = t1': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const m0s = memory[0]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const t0 = g + (x * k0)
      const t1 = t0 + (k1 * m0)
      xs[i] = x - (k2 * (t0 + (k1 * t1)))
      m0s[i] = t1
    }
  },
  't0 = g + (k0 * m0); x = x - (k1 * (g + (k0 * t0))); m0 = t0': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const m0s = memory[0]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const t0 = g + (k0 * m0)
      xs[i] = x - (k1 * (g + (k0 * t0)))
      m0s[i] = t0
    }
  },
  't0 = g + (x * k0); t1 = (k1 * m0) + (t0 * k2); t2 = (k3 * m1) + (k4 * (t0 * t0)); x = x - (k8 * ((t1 / k5) / (k7 + sqrt(t2 / k6)))); m0 = t1; m1 = t2': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const k5 = shared[at + 5]
    const k6 = shared[at + 6]
    const k7 = shared[at + 7]
    const k8 = shared[at + 8]
    const m0s = memory[0]
    const m1s = memory[1]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const t0 = g + (x * k0)
      const t1 = (k1 * m0) + (t0 * k2)
      const t2 = (k3 * m1) + (k4 * (t0 * t0))
      xs[i] = x - (k8 * ((t1 / k5) / (k7 + sqrt(t2 / k6))))
      m0s[i] = t1
      m1s[i] = t2
    }
  },
  't0 = (k0 * m0) + (g * k1); t1 = (k2 * m1) + (k3 * (g * g)); x = x - (k7 * ((t0 / k4) / (k6 + sqrt(t1 / k5)))); m0 = t0; m1 = t1': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const k5 = shared[at + 5]
    const k6 = shared[at + 6]
    const k7 = shared[at + 7]
    const m0s = memory[0]
    const m1s = memory[1]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const t0 = (k0 * m0) + (g * k1)
      const t1 = (k2 * m1) + (k3 * (g * g))
      xs[i] = x - (k7 * ((t0 / k4) / (k6 + sqrt(t1 / k5))))
      m0s[i] = t0
      m1s[i] = t1
    }
  },
  't0 = g + (x * k0); t1 = (k1 * m0) + (k2 * (t0 * t0)); t2 = (k1 * m1) + (t0 * k2); t3 = (k4 * m2) + (t0 / (k5 + sqrt(t1 - select(k3, t2 * t2, 0)))); x = x - (k6 * t3); m0 = t1; m1 = t2; m2 = t3': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const k5 = shared[at + 5]
    const k6 = shared[at + 6]
    const m0s = memory[0]
    const m1s = memory[1]
    const m2s = memory[2]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const m2 = m2s[i]
      const t0 = g + (x * k0)
      const t1 = (k1 * m0) + (k2 * (t0 * t0))
      const t2 = (k1 * m1) + (t0 * k2)
      const t3 = (k4 * m2) + (t0 / (k5 + sqrt(t1 - select(k3, t2 * t2, 0))))
      xs[i] = x - (k6 * t3)
      m0s[i] = t1
      m1s[i] = t2
      m2s[i] = t3
    }
  },
  't0 = g + (x * k0); t1 = (k1 * m0) + (k2 * (t0 * t0)); t2 = (k1 * m1) + (t0 * k2); t3 = t0 / (k4 + sqrt(t1 - select(k3, t2 * t2, 0))); x = x - (k5 * t3); m0 = t1; m1 = t2; m2 = t3': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const k5 = shared[at + 5]
    const m0s = memory[0]
    const m1s = memory[1]
    const m2s = memory[2]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const t0 = g + (x * k0)
      const t1 = (k1 * m0) + (k2 * (t0 * t0))
      const t2 = (k1 * m1) + (t0 * k2)
      const t3 = t0 / (k4 + sqrt(t1 - select(k3, t2 * t2, 0)))
      xs[i] = x - (k5 * t3)
      m0s[i] = t1
      m1s[i] = t2
      m2s[i] = t3
    }
  },
  't0 = g + (x * k0); t1 = (k1 * m0) + (k2 * (t0 * t0)); t2 = (k3 * m2) + (t0 / (k4 + sqrt(t1))); x = x - (k5 * t2); m0 = t1; m1 = (k1 * m1) + (t0 * k2); m2 = t2': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const k5 = shared[at + 5]
    const m0s = memory[0]
    const m1s = memory[1]
    const m2s = memory[2]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const m2 = m2s[i]
      const t0 = g + (x * k0)
      const t1 = (k1 * m0) + (k2 * (t0 * t0))
      const t2 = (k3 * m2) + (t0 / (k4 + sqrt(t1)))
      xs[i] = x - (k5 * t2)
      m0s[i] = t1
      m1s[i] = (k1 * m1) + (t0 * k2)
      m2s[i] = t2
    }
  },
  't0 = g + (x * k0); t1 = (k1 * m0) + (k2 * (t0 * t0)); t2 = t0 / (k3 + sqrt(t1)); x = x - (k4 * t2); m0 = t1; m1 = (k1 * m1) + (t0 * k2); m2 = t2': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const m0s = memory[0]
    const m1s = memory[1]
    const m2s = memory[2]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const t0 = g + (x * k0)
      const t1 = (k1 * m0) + (k2 * (t0 * t0))
      const t2 = t0 / (k3 + sqrt(t1))
      xs[i] = x - (k4 * t2)
      m0s[i] = t1
      m1s[i] = (k1 * m1) + (t0 * k2)
      m2s[i] = t2
    }
  },
  't0 = (k0 * m0) + (k1 * (g * g)); t1 = (k0 * m1) + (g * k1); t2 = (k3 * m2) + (g / (k4 + sqrt(t0 - select(k2, t1 * t1, 0)))); x = x - (k5 * t2); m0 = t0; m1 = t1; m2 = t2': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const k5 = shared[at + 5]
    const m0s = memory[0]
    const m1s = memory[1]
    const m2s = memory[2]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const m2 = m2s[i]
      const t0 = (k0 * m0) + (k1 * (g * g))
      const t1 = (k0 * m1) + (g * k1)
      const t2 = (k3 * m2) + (g / (k4 + sqrt(t0 - select(k2, t1 * t1, 0))))
      xs[i] = x - (k5 * t2)
      m0s[i] = t0
      m1s[i] = t1
      m2s[i] = t2
    }
  },
  't0 = (k0 * m0) + (k1 * (g * g)); t1 = (k0 * m1) + (g * k1); t2 = g / (k3 + sqrt(t0 - select(k2, t1 * t1, 0))); x = x - (k4 * t2); m0 = t0; m1 = t1; m2 = t2': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const m0s = memory[0]
    const m1s = memory[1]
    const m2s = memory[2]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const t0 = (k0 * m0) + (k1 * (g * g))
      const t1 = (k0 * m1) + (g * k1)
      const t2 = g / (k3 + sqrt(t0 - select(k2, t1 * t1, 0)))
      xs[i] = x - (k4 * t2)
      m0s[i] = t0
      m1s[i] = t1
      m2s[i] = t2
    }
  },
  't0 = (k0 * m0) + (k1 * (g * g)); t1 = (k2 * m2) + (g / (k3 + sqrt(t0))); x = x - (k4 * t1); m0 = t0; m1 = (k0 * m1) + (g * k1); m2 = t1': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const m0s = memory[0]
    const m1s = memory[1]
    const m2s = memory[2]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const m2 = m2s[i]
      const t0 = (k0 * m0) + (k1 * (g * g))
      const t1 = (k2 * m2) + (g / (k3 + sqrt(t0)))
      xs[i] = x - (k4 * t1)
      m0s[i] = t0
      m1s[i] = (k0 * m1) + (g * k1)
      m2s[i] = t1
    }
  },
  't0 = (k0 * m0) + (k1 * (g * g)); t1 = g / (k2 + sqrt(t0)); x = x - (k3 * t1); m0 = t0; m1 = (k0 * m1) + (g * k1); m2 = t1': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const m0s = memory[0]
    const m1s = memory[1]
    const m2s = memory[2]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const t0 = (k0 * m0) + (k1 * (g * g))
      const t1 = g / (k2 + sqrt(t0))
      xs[i] = x - (k3 * t1)
      m0s[i] = t0
      m1s[i] = (k0 * m1) + (g * k1)
      m2s[i] = t1
    }
  },
  't0 = (k1 * m0) - (k2 * (g + (x * k0))); x = x + t0; m0 = t0': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const m0s = memory[0]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const t0 = (k1 * m0) - (k2 * (g + (x * k0)))
      xs[i] = x + t0
      m0s[i] = t0
    }
  },
  't0 = (k0 * m0) - (g * k1); x = x + t0; m0 = t0': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const m0s = memory[0]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const t0 = (k0 * m0) - (g * k1)
      xs[i] = x + t0
      m0s[i] = t0
    }
  },
  't0 = g + (x * k0); t1 = (k1 * m0) + (t0 * k2); x = x - (k5 * ((t0 * k3) + (k4 * t1))); m0 = t1': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const k5 = shared[at + 5]
    const m0s = memory[0]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const t0 = g + (x * k0)
      const t1 = (k1 * m0) + (t0 * k2)
      xs[i] = x - (k5 * ((t0 * k3) + (k4 * t1)))
      m0s[i] = t1
    }
  },
  't0 = (k0 * m0) + (g * k1); x = x - (k4 * ((g * k2) + (k3 * t0))); m0 = t0': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const m0s = memory[0]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const t0 = (k0 * m0) + (g * k1)
      xs[i] = x - (k4 * ((g * k2) + (k3 * t0)))
      m0s[i] = t0
    }
  },
  't0 = (m0 - (g * k0)) / k1; x = x + (k0 * t0); m0 = t0': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const m0s = memory[0]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const t0 = (m0 - (g * k0)) / k1
      xs[i] = x + (k0 * t0)
      m0s[i] = t0
    }
  },
  'x = x - (k0 * sign(g))': ({ x: xs, g: gs, shared }, at, n) => {
    const k0 = shared[at]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      xs[i] = x - (k0 * sign(g))
    }
  },
  'x = (x - (k4 * sign((k0 * m0) + (g * k1)))) - (x * k5); m0 = (k2 * m0) + (g * k3)': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const k5 = shared[at + 5]
    const m0s = memory[0]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      xs[i] = (x - (k4 * sign((k0 * m0) + (g * k1)))) - (x * k5)
      m0s[i] = (k2 * m0) + (g * k3)
    }
  },
  'x = x - (k4 * sign((k0 * m0) + (g * k1))); m0 = (k2 * m0) + (g * k3)': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const m0s = memory[0]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      xs[i] = x - (k4 * sign((k0 * m0) + (g * k1)))
      m0s[i] = (k2 * m0) + (g * k3)
    }
  },
  't0 = (k0 * m0) + (g * k1); t1 = (k2 * m1) + (k3 * (g * g)); x = (x - (x * k6)) - (k8 * ((t0 / k4) / (k7 + sqrt(t1 / k5)))); m0 = t0; m1 = t1': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const k5 = shared[at + 5]
    const k6 = shared[at + 6]
    const k7 = shared[at + 7]
    const k8 = shared[at + 8]
    const m0s = memory[0]
    const m1s = memory[1]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const t0 = (k0 * m0) + (g * k1)
      const t1 = (k2 * m1) + (k3 * (g * g))
      xs[i] = (x - (x * k6)) - (k8 * ((t0 / k4) / (k7 + sqrt(t1 / k5))))
      m0s[i] = t0
      m1s[i] = t1
    }
  },
  't0 = g + (x * k0); t1 = (k1 * m0) + (t0 * k2); t2 = (k3 * m1) + (k4 * (t0 * t0)); t3 = max(m2, t2); x = x - (k8 * ((t1 / k5) / (k7 + sqrt(t3 / k6)))); m0 = t1; m1 = t2; m2 = t3': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const k5 = shared[at + 5]
    const k6 = shared[at + 6]
    const k7 = shared[at + 7]
    const k8 = shared[at + 8]
    const m0s = memory[0]
    const m1s = memory[1]
    const m2s = memory[2]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const m2 = m2s[i]
      const t0 = g + (x * k0)
      const t1 = (k1 * m0) + (t0 * k2)
      const t2 = (k3 * m1) + (k4 * (t0 * t0))
      const t3 = max(m2, t2)
      xs[i] = x - (k8 * ((t1 / k5) / (k7 + sqrt(t3 / k6))))
      m0s[i] = t1
      m1s[i] = t2
      m2s[i] = t3
    }
  },
  't0 = (k0 * m0) + (g * k1); t1 = (k2 * m1) + (k3 * (g * g)); t2 = max(m2, t1); x = x - (k7 * ((t0 / k4) / (k6 + sqrt(t2 / k5)))); m0 = t0; m1 = t1; m2 = t2': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const k5 = shared[at + 5]
    const k6 = shared[at + 6]
    const k7 = shared[at + 7]
    const m0s = memory[0]
    const m1s = memory[1]
    const m2s = memory[2]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const m2 = m2s[i]
      const t0 = (k0 * m0) + (g * k1)
      const t1 = (k2 * m1) + (k3 * (g * g))
      const t2 = max(m2, t1)
      xs[i] = x - (k7 * ((t0 / k4) / (k6 + sqrt(t2 / k5))))
      m0s[i] = t0
      m1s[i] = t1
      m2s[i] = t2
    }
  },
  't0 = g + (x * k0); t1 = (k1 * m0) + (t0 * k2); t2 = max(k3 * m1, k4 + abs(t0)); x = x - (k6 * ((t1 / k5) / t2)); m0 = t1; m1 = t2': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const k5 = shared[at + 5]
    const k6 = shared[at + 6]
    const m0s = memory[0]
    const m1s = memory[1]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const t0 = g + (x * k0)
      const t1 = (k1 * m0) + (t0 * k2)
      const t2 = max(k3 * m1, k4 + abs(t0))
      xs[i] = x - (k6 * ((t1 / k5) / t2))
      m0s[i] = t1
      m1s[i] = t2
    }
  },
  't0 = (k0 * m0) + (g * k1); t1 = max(k2 * m1, k3 + abs(g)); x = x - (k5 * ((t0 / k4) / t1)); m0 = t0; m1 = t1': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const k5 = shared[at + 5]
    const m0s = memory[0]
    const m1s = memory[1]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const t0 = (k0 * m0) + (g * k1)
      const t1 = max(k2 * m1, k3 + abs(g))
      xs[i] = x - (k5 * ((t0 / k4) / t1))
      m0s[i] = t0
      m1s[i] = t1
    }
  },
  't0 = g + (x * k0); t1 = (k1 * m0) + (t0 * k2); t2 = (k3 * m1) + (k4 * (t0 * t0)); t3 = k6 * select(k5, 1, m2); x = x - (k11 * ((((t1 * k7) / (1 - (k7 * t3))) + ((t0 * k8) / (1 - t3))) / (k10 + sqrt(t2 / k9)))); m0 = t1; m1 = t2; m2 = t3': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const k5 = shared[at + 5]
    const k6 = shared[at + 6]
    const k7 = shared[at + 7]
    const k8 = shared[at + 8]
    const k9 = shared[at + 9]
    const k10 = shared[at + 10]
    const k11 = shared[at + 11]
    const m0s = memory[0]
    const m1s = memory[1]
    const m2s = memory[2]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const m2 = m2s[i]
      const t0 = g + (x * k0)
      const t1 = (k1 * m0) + (t0 * k2)
      const t2 = (k3 * m1) + (k4 * (t0 * t0))
      const t3 = k6 * select(k5, 1, m2)
      xs[i] = x - (k11 * ((((t1 * k7) / (1 - (k7 * t3))) + ((t0 * k8) / (1 - t3))) / (k10 + sqrt(t2 / k9))))
      m0s[i] = t1
      m1s[i] = t2
      m2s[i] = t3
    }
  },
  't0 = (k0 * m0) + (g * k1); t1 = (k2 * m1) + (k3 * (g * g)); t2 = k5 * select(k4, 1, m2); x = x - (k10 * ((((t0 * k6) / (1 - (k6 * t2))) + ((g * k7) / (1 - t2))) / (k9 + sqrt(t1 / k8)))); m0 = t0; m1 = t1; m2 = t2': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const k5 = shared[at + 5]
    const k6 = shared[at + 6]
    const k7 = shared[at + 7]
    const k8 = shared[at + 8]
    const k9 = shared[at + 9]
    const k10 = shared[at + 10]
    const m0s = memory[0]
    const m1s = memory[1]
    const m2s = memory[2]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const m2 = m2s[i]
      const t0 = (k0 * m0) + (g * k1)
      const t1 = (k2 * m1) + (k3 * (g * g))
      const t2 = k5 * select(k4, 1, m2)
      xs[i] = x - (k10 * ((((t0 * k6) / (1 - (k6 * t2))) + ((g * k7) / (1 - t2))) / (k9 + sqrt(t1 / k8))))
      m0s[i] = t0
      m1s[i] = t1
      m2s[i] = t2
    }
  },
  't0 = g + (x * k0); t1 = (k1 * m0) + (t0 * k2); t2 = (k3 * m1) + (k4 * (t0 * t0)); x = x - (k10 * (select(k8, k7 / (k6 + sqrt(t2)), 1) * ((t1 / k5) * k9))); m0 = t1; m1 = t2': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const k5 = shared[at + 5]
    const k6 = shared[at + 6]
    const k7 = shared[at + 7]
    const k8 = shared[at + 8]
    const k9 = shared[at + 9]
    const k10 = shared[at + 10]
    const m0s = memory[0]
    const m1s = memory[1]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const t0 = g + (x * k0)
      const t1 = (k1 * m0) + (t0 * k2)
      const t2 = (k3 * m1) + (k4 * (t0 * t0))
      xs[i] = x - (k10 * (select(k8, k7 / (k6 + sqrt(t2)), 1) * ((t1 / k5) * k9)))
      m0s[i] = t1
      m1s[i] = t2
    }
  },
  't0 = (k0 * m0) + (g * k1); t1 = (k2 * m1) + (k3 * (g * g)); x = x - (k9 * (select(k7, k6 / (k5 + sqrt(t1)), 1) * ((t0 / k4) * k8))); m0 = t0; m1 = t1': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const k5 = shared[at + 5]
    const k6 = shared[at + 6]
    const k7 = shared[at + 7]
    const k8 = shared[at + 8]
    const k9 = shared[at + 9]
    const m0s = memory[0]
    const m1s = memory[1]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const t0 = (k0 * m0) + (g * k1)
      const t1 = (k2 * m1) + (k3 * (g * g))
      xs[i] = x - (k9 * (select(k7, k6 / (k5 + sqrt(t1)), 1) * ((t0 / k4) * k8)))
      m0s[i] = t0
      m1s[i] = t1
    }
  },
  't0 = g + (x * k0); t1 = (k3 * select(k1, k2, m0)) + (t0 * k4); t2 = select(k1, k2, m1); t3 = t0 * t0; t4 = t2 - (t3 * (k5 * sign(t2 - t3))); x = x - (k9 * ((t1 / k6) / (k8 + sqrt(t4 / k7)))); m0 = t1; m1 = t4': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const k5 = shared[at + 5]
    const k6 = shared[at + 6]
    const k7 = shared[at + 7]
    const k8 = shared[at + 8]
    const k9 = shared[at + 9]
    const m0s = memory[0]
    const m1s = memory[1]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const t0 = g + (x * k0)
      const t1 = (k3 * select(k1, k2, m0)) + (t0 * k4)
      const t2 = select(k1, k2, m1)
      const t3 = t0 * t0
      const t4 = t2 - (t3 * (k5 * sign(t2 - t3)))
      xs[i] = x - (k9 * ((t1 / k6) / (k8 + sqrt(t4 / k7))))
      m0s[i] = t1
      m1s[i] = t4
    }
  },
  't0 = (k2 * select(k0, k1, m0)) + (g * k3); t1 = select(k0, k1, m1); t2 = g * g; t3 = t1 - (t2 * (k4 * sign(t1 - t2))); x = x - (k8 * ((t0 / k5) / (k7 + sqrt(t3 / k6)))); m0 = t0; m1 = t3': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const k5 = shared[at + 5]
    const k6 = shared[at + 6]
    const k7 = shared[at + 7]
    const k8 = shared[at + 8]
    const m0s = memory[0]
    const m1s = memory[1]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const t0 = (k2 * select(k0, k1, m0)) + (g * k3)
      const t1 = select(k0, k1, m1)
      const t2 = g * g
      const t3 = t1 - (t2 * (k4 * sign(t1 - t2)))
      xs[i] = x - (k8 * ((t0 / k5) / (k7 + sqrt(t3 / k6))))
      m0s[i] = t0
      m1s[i] = t3
    }
  },
  't0 = g + (x * k0); t1 = (k1 * m0) + (t0 * k2); t2 = t0 - t1; t3 = k5 + ((k3 * m1) + (k4 * (t2 * t2))); x = x - (k8 * ((t1 / k6) / (k5 + sqrt(t3 / k7)))); m0 = t1; m1 = t3': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const k5 = shared[at + 5]
    const k6 = shared[at + 6]
    const k7 = shared[at + 7]
    const k8 = shared[at + 8]
    const m0s = memory[0]
    const m1s = memory[1]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const t0 = g + (x * k0)
      const t1 = (k1 * m0) + (t0 * k2)
      const t2 = t0 - t1
      const t3 = k5 + ((k3 * m1) + (k4 * (t2 * t2)))
      xs[i] = x - (k8 * ((t1 / k6) / (k5 + sqrt(t3 / k7))))
      m0s[i] = t1
      m1s[i] = t3
    }
  },
  't0 = (k0 * m0) + (g * k1); t1 = g - t0; t2 = k4 + ((k2 * m1) + (k3 * (t1 * t1))); x = x - (k7 * ((t0 / k5) / (k4 + sqrt(t2 / k6)))); m0 = t0; m1 = t2': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const k5 = shared[at + 5]
    const k6 = shared[at + 6]
    const k7 = shared[at + 7]
    const m0s = memory[0]
    const m1s = memory[1]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const t0 = (k0 * m0) + (g * k1)
      const t1 = g - t0
      const t2 = k4 + ((k2 * m1) + (k3 * (t1 * t1)))
      xs[i] = x - (k7 * ((t0 / k5) / (k4 + sqrt(t2 / k6))))
      m0s[i] = t0
      m1s[i] = t2
    }
  },
  't0 = g + (x * k0); t1 = select(k1, k2, m0) + (t0 * t0); x = x - (k4 * (t0 / (k3 + sqrt(t1)))); m0 = t1': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const m0s = memory[0]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const t0 = g + (x * k0)
      const t1 = select(k1, k2, m0) + (t0 * t0)
      xs[i] = x - (k4 * (t0 / (k3 + sqrt(t1))))
      m0s[i] = t1
    }
  },
  't0 = g + (x * k0); t1 = select(k1, 0, m0) + (t0 * t0); x = x - (k3 * (t0 / (k2 + sqrt(t1)))); m0 = t1': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const m0s = memory[0]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const t0 = g + (x * k0)
      const t1 = select(k1, 0, m0) + (t0 * t0)
      xs[i] = x - (k3 * (t0 / (k2 + sqrt(t1))))
      m0s[i] = t1
    }
  },
  't0 = select(k0, k1, m0) + (g * g); x = x - (k3 * (g / (k2 + sqrt(t0)))); m0 = t0': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const m0s = memory[0]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const t0 = select(k0, k1, m0) + (g * g)
      xs[i] = x - (k3 * (g / (k2 + sqrt(t0))))
      m0s[i] = t0
    }
  },
  't0 = select(k0, 0, m0) + (g * g); x = x - (k2 * (g / (k1 + sqrt(t0)))); m0 = t0': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const m0s = memory[0]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const t0 = select(k0, 0, m0) + (g * g)
      xs[i] = x - (k2 * (g / (k1 + sqrt(t0))))
      m0s[i] = t0
    }
  },
  't0 = g + (x * k0); t1 = (k1 * m0) + (k2 * (t0 * t0)); t2 = t0 * (sqrt(k3 + m1) / sqrt(k3 + t1)); x = x - (k4 * t2); m0 = t1; m1 = (k1 * m1) + (k2 * (t2 * t2))': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const m0s = memory[0]
    const m1s = memory[1]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const t0 = g + (x * k0)
      const t1 = (k1 * m0) + (k2 * (t0 * t0))
      const t2 = t0 * (sqrt(k3 + m1) / sqrt(k3 + t1))
      xs[i] = x - (k4 * t2)
      m0s[i] = t1
      m1s[i] = (k1 * m1) + (k2 * (t2 * t2))
    }
  },
  't0 = (k0 * m0) + (k1 * (g * g)); t1 = g * (sqrt(k2 + m1) / sqrt(k2 + t0)); x = x - (k3 * t1); m0 = t0; m1 = (k0 * m1) + (k1 * (t1 * t1))': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const m0s = memory[0]
    const m1s = memory[1]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const t0 = (k0 * m0) + (k1 * (g * g))
      const t1 = g * (sqrt(k2 + m1) / sqrt(k2 + t0))
      xs[i] = x - (k3 * t1)
      m0s[i] = t0
      m1s[i] = (k0 * m1) + (k1 * (t1 * t1))
    }
  },
  't0 = sign(g * m1); t1 = lt(t0, 0); t2 = min(k5, max(k4, select(gt(t0, 0), k1, select(t1, k0, 1)) * select(k2, k3, m0))); t3 = select(t1, 0, g); x = x - (t2 * sign(t3)); m0 = t2; m1 = t3': ({ x: xs, g: gs, memory, shared }, at, n) => {
    const k0 = shared[at]
    const k1 = shared[at + 1]
    const k2 = shared[at + 2]
    const k3 = shared[at + 3]
    const k4 = shared[at + 4]
    const k5 = shared[at + 5]
    const m0s = memory[0]
    const m1s = memory[1]
    for (let i = 0; i < n; i++) {
      const x = xs[i]
      const g = gs[i]
      const m0 = m0s[i]
      const m1 = m1s[i]
      const t0 = sign(g * m1)
      const t1 = lt(t0, 0)
      const t2 = min(k5, max(k4, select(gt(t0, 0), k1, select(t1, k0, 1)) * select(k2, k3, m0)))
      const t3 = select(t1, 0, g)
      xs[i] = x - (t2 * sign(t3))
      m0s[i] = t2
      m1s[i] = t3
    }
  },
}
