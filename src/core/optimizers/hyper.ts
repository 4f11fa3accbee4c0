/** Fields that several methods share, so that the same name means the same everywhere. Names are PyTorch's arguments. */
import type { NumberField } from '../fields.ts'

/** The learning rate. PyTorch sets no upper limit; above 1e6 a slip of the finger is likelier than an intention. */
export function rate(initial: number): NumberField {
  return {
    kind: 'number', label: 'Learning rate', tex: '\\eta', default: initial, min: 0, minOpen: true, max: 1e6, slider: [1e-3, 1],
    scale: 'log', note: 'How far one step goes. Larger is faster, until steps overshoot.',
  }
}

/**
 * L2 penalty, coupled: it is added to the gradient (PyTorch's weight_decay, not AdamW's). Methods that have none in PyTorch nor in optax
 * (sign descent, heavy ball with friction, Rprop) have none here; decoupled decay can stand around them.
 */
export const WEIGHT_DECAY: NumberField = {
  kind: 'number', label: 'Weight decay', tex: '\\omega', default: 0, min: 0, max: 1e6, slider: [0, 0.5], scale: 'linear',
  note: 'Adds $\\omega x$ to the gradient, which pulls towards the origin.',
}

/** A decay factor that must stay below 1, e.g. β of a moving average. */
export function decay(label: string, tex: string, initial: number, note: string): NumberField {
  return {
    kind: 'number', label, tex, default: initial, min: 0, max: 1, maxOpen: true, slider: [0, 0.999], scale: 'linear', note,
  }
}

/** How fast the mean of the gradients forgets, as in Adam. */
export const BETA1: NumberField = decay('Decay of the mean', '\\beta_1', 0.9, 'How long past gradients are remembered.')

/** How fast the mean of their squares forgets, as in Adam. */
export const BETA2: NumberField = decay('Decay of the square', '\\beta_2', 0.999, 'How long the size of past gradients is remembered.')

/** How much of the velocity survives a step. */
export function velocity(initial: number): NumberField {
  return {
    kind: 'number', label: 'Momentum', tex: '\\beta', default: initial, min: 0, max: 1, slider: [0, 0.99], scale: 'linear',
    note: 'How much of the last velocity is kept. At 1 nothing slows a run down.',
  }
}

/** Added to the root so that nothing divides by zero; outside the root, as in PyTorch. */
export const EPS: NumberField = {
  kind: 'number', label: 'Epsilon', tex: '\\varepsilon', default: 1e-8, min: 0, max: 1e6, slider: [1e-10, 1], scale: 'log',
  note: 'Keeps the fraction from dividing by zero; where it is large the method comes close to plain descent.',
}
