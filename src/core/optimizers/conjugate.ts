/** Nonlinear conjugate gradients: what their kinds share. */
import { dot } from '../math/vectors.ts'
import { descent, type Move } from './descent.ts'
import type { Begin } from './optimizer.ts'

/** The last direction and its share β of the next; before the first step there is none. */
interface Own {
  last: Float64Array | undefined
  beta: number
}

/**
 * Directions p = −g + β p (Nocedal & Wright, algorithm 5.4), with β from the gradient before and after each step. A direction that
 * leads up is replaced by −g. The directions have no length to go by: each step tries min(1, 1/‖g‖) of it first.
 */
/* @__NO_SIDE_EFFECTS__ */
export function conjugate(beta: (move: Move) => number): Begin {
  return descent<Own>({
    fresh: () => ({ last: undefined, beta: 0 }),
    direction: (gradient, { last, beta: share }) => gradient.map((g, i) => (last === undefined ? -g : share * last[i] - g)),
    share: (_own, gradient) => Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))),
    learn(own, move) {
      own.last = move.direction
      own.beta = beta(move)
    },
    shows: ({ beta: share }) => ({ beta: [share] }),
  })
}
