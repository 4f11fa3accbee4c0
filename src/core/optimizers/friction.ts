import { rate } from './hyper.ts'
import type { DeclaredOptimizer, MethodAbout } from './optimizer.ts'

/**
 * A ball of mass 1 with friction γ, x'' = −γ x' − ∇f(x), in steps of time √η: v ← (v − √η g)/(1 + γ√η), x ← x + √η v (symplectic
 * Euler, the friction taken implicitly so that it damps at any rate). As a recurrence in x it is the heavy ball with
 * β = 1/(1 + γ√η) and the rate βη; what friction takes away is never given back, so no run climbs above its start for small η.
 */
export const friction: DeclaredOptimizer = {
  id: 'friction',
  name: 'Heavy ball with friction',
  short: 'Friction',
  family: 'First order',
  hyper: {
    lr: rate(0.01),
    friction: {
      kind: 'number', label: 'Friction', tex: '\\gamma', default: 1, min: 0, max: 1e6, slider: [0, 5], scale: 'linear',
      note: 'Share of the velocity that is lost per unit of time; at 0 nothing slows a run down.',
    },
  },
  update: {
    h: 'sqrt(lr)',
    v: '(v - h*g)/(1 + friction*h)',
    x: 'x + h*v',
  },
  tex: { h: 'h', v: 'v' },
  rate: 'momentum',
  // x'' = (1 + d - dηλ)x' - dx with d = 1/(1 + γ√η): a root passes -1 at ηλ = 2(2 + γ√η), a quadratic in √η.
  stableBelow: '((friction + sqrt(friction^2 + 4*lambda))/lambda)^2',
}

export const about: MethodAbout = {
  source: 'H. Attouch, X. Goudou and P. Redont, The heavy ball with friction method, Commun. Contemp. Math. 2, 2000, eq. (HBF)',
  note: 'A ball that rolls through time and loses energy by friction: it shows what momentum can climb, and what it never can.',
  cost: 'one slope',
}
