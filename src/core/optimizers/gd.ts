import { rate, WEIGHT_DECAY } from './hyper.ts'
import type { DeclaredOptimizer, MethodAbout } from './optimizer.ts'

/** torch.optim.SGD without momentum: x ← x − η (g + ω x). The default rate is ten times PyTorch's, so that steps can be seen. */
export const gd: DeclaredOptimizer = {
  id: 'gd',
  name: 'Gradient descent',
  short: 'GD',
  family: 'First order',
  hyper: { lr: rate(0.01), weight_decay: WEIGHT_DECAY },
  update: {
    d: 'g + weight_decay*x',
    x: 'x - lr*d',
  },
  tex: { d: 'd' },
  rate: 'lr',
  // One step multiplies by 1 - η(λ+ω), which must stay above -1.
  stableBelow: '2/(lambda+weight_decay)',
}

export const about: MethodAbout = {
  source: 'A. Cauchy, Méthode générale pour la résolution des systèmes d’équations simultanées, 1847',
  note: 'A step straight down the slope, as long as the slope is steep. The measure of all other methods.',
  cost: 'one slope',
}
