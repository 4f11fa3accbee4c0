import { rate } from './hyper.ts'
import type { DeclaredOptimizer, MethodAbout } from './optimizer.ts'

/**
 * torch.optim.Rprop: each coordinate has a step length h of its own, which begins as lr. After a change of sign the coordinate rests
 * for one step and its slope counts as 0 in the next comparison.
 */
export const rprop: DeclaredOptimizer = {
  id: 'rprop',
  name: 'Rprop',
  short: 'Rprop',
  family: 'Adaptive rates',
  hyper: {
    lr: { ...rate(0.01), label: 'First step', note: 'Length of the first step along each axis; later ones find their own.' },
    eta_minus: {
      kind: 'number', label: 'Shrinks by', tex: '\\eta^{-}', default: 0.5, min: 0, max: 1, minOpen: true, maxOpen: true,
      slider: [0.1, 0.9], scale: 'linear', note: 'Factor of the step length after the slope has changed its sign.',
    },
    eta_plus: {
      kind: 'number', label: 'Grows by', tex: '\\eta^{+}', default: 1.2, min: 1, max: 1e6, minOpen: true, slider: [1.01, 2], scale: 'linear',
      note: 'Factor of the step length while the slope keeps its sign.',
    },
    step_min: { ...rate(1e-6), label: 'Shortest step', tex: 'h_{min}', slider: [1e-8, 1], note: 'No step is shorter than this.' },
    step_max: { ...rate(50), label: 'Longest step', tex: 'h_{max}', slider: [1e-2, 100], note: 'No step is longer than this.' },
  },
  update: {
    s: 'sign(g*q)',
    k: 'if(s > 0, eta_plus, if(s < 0, eta_minus, 1))',
    h: 'min(max(if(t < 2, lr, h)*k, step_min), step_max)',
    q: 'if(s < 0, 0, g)',
    x: 'x - h*sign(q)',
  },
  tex: { s: 's', k: 'k', h: 'h', q: 'q' },
}

export const about: MethodAbout = {
  source: 'M. Riedmiller and H. Braun, A direct adaptive method for faster backpropagation learning: the RPROP algorithm, 1993, eqs. (4)-(6)',
  note:
    'Looks at the signs of the slope only: steps grow while the sign stays and shrink when it turns. Superb with exact slopes, ' +
    'lost with noisy ones.',
  cost: 'one slope',
}
