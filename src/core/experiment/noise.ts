/**
 * What is random in an experiment: four things that people call noise, which do different things to a landscape. All of it is
 * keyed by the experiment's seed and by where it is asked for, never drawn in sequence: every method meets the same noise (common
 * random numbers), and slicing, resuming or reordering changes nothing.
 */
import { ROW_LIMIT } from '../data/data-set.ts'
import type { Field, Fields, Values } from '../fields.ts'
import type { Expression } from '../formula/ast.ts'
import { randomLattice } from '../math/random-lattice.ts'
import { normal } from '../math/random.ts'
import type { Experiment, Noise, NoiseKind } from './experiment.ts'
import { freshDomain } from './fresh.ts'
import type { Ground } from './ground.ts'

/** One kind of noise: what it is called and what can be set; what it does is told in noise-notes.ts. */
export interface NoiseModel {
  readonly kind: NoiseKind
  readonly name: string
  readonly fields: Fields
  /** True where it changes the landscape itself: surface, derivatives and critical points see it. */
  readonly ground: boolean
}

const sd = (note: string): Field => ({
  kind: 'number', label: 'Standard deviation', tex: '\\sigma', default: 0.5, min: 0, max: 1e6, slider: [0.01, 100], scale: 'log', note,
})

/** Every kind, in the order of the menu. */
export const NOISE_MODELS: readonly NoiseModel[] = [
  {
    kind: 'offset',
    name: 'One number',
    fields: { sd: sd('Standard deviation of the number that is added.') },
    ground: true,
  },
  {
    kind: 'fresh',
    name: 'Fresh at each step',
    fields: {
      sd: sd('Standard deviation of what is added to each component of the slope, and to each value.'),
      decay: {
        kind: 'boolean', label: 'Fades to nothing', tex: 'd', default: false,
        note: 'The noise shrinks in a straight line and is gone at the last step.',
      },
    },
    ground: false,
  },
  {
    kind: 'field',
    name: 'Frozen field',
    fields: {
      sd: sd('Standard deviation of the bumps’ height, over the plane.'),
      grain: {
        kind: 'number', label: 'Grain', tex: '\\delta', default: 0.025, min: 1e-4, max: 10, slider: [0.005, 0.5], scale: 'log',
        note: 'Distance between bumps, as a share of the width of the landscape’s own domain.',
      },
    },
    ground: true,
  },
  {
    kind: 'batch',
    name: 'Mini-batches',
    fields: {
      size: {
        kind: 'number', label: 'Batch size', tex: 'B', default: 1, min: 1, max: ROW_LIMIT, slider: [1, 64], scale: 'integer',
        note: 'Rows that one step sees. Twice as many halve the variance of the slope; all of them leave no noise.',
      },
    },
    ground: false,
  },
]

export const noiseModel = (kind: string): NoiseModel | undefined => NOISE_MODELS.find((model) => model.kind === kind)

/** First key of each use of the seed, so that no two uses meet the same numbers; 2, 4 and 5 are in disturbance.ts and batch.ts. */
const OFFSET = 1
const FIELD = 3

/** `expression` with the noise that is part of the ground. */
export function roughened(expression: Expression, ground: Ground, { noise, seed }: Pick<Experiment, 'noise' | 'seed'>): Expression {
  if (noise === undefined || noiseModel(noise.kind)?.ground !== true || noise.values.sd === 0) return expression
  const shift = noise.kind === 'offset' ? noise.values.sd * normal(seed, OFFSET) : undefined
  const right = shift === undefined ? field(ground, noise.values, seed) : literal(Math.abs(shift))
  return { kind: 'operation', operator: shift !== undefined && shift < 0 ? '-' : '+', left: expression, right, column: 1 }
}

/**
 * The frozen field: sd times a cubic B-spline whose coefficients are normal numbers keyed by their place. Its spacing is `grain`
 * times the width of the landscape's own domain, whatever part of it is shown.
 */
function field(ground: Ground, { sd: size, grain }: Values, seed: number): Expression {
  const spacing = freshDomain(ground).map(([low, high]) => grain * (high - low))
  const lattice = randomLattice(spacing, (i, j) => normal(seed, FIELD, i, j))
  const args = ground.coordinates.map((name): Expression => ({ kind: 'name', name, column: 1 }))
  const call: Expression = { kind: 'call', name: 'noise', args, lattice, column: 1 }
  return { kind: 'operation', operator: '*', left: literal(size), right: call, column: 1 }
}

const literal = (value: number): Expression => ({ kind: 'number', value, column: 1 })

/** Whether the noise of the ground is the same. */
export function sameRoughness(a: Experiment, b: Experiment): boolean {
  const [one, other] = [a, b].map(({ noise }) => (noise !== undefined && noiseModel(noise.kind)?.ground ? noise : undefined))
  return sameNoise(one, other) && (one === undefined || a.seed === b.seed)
}

/** Whether runs meet the same noise on the same ground. */
export function sameDisturbance(a: Experiment, b: Experiment): boolean {
  return sameNoise(a.noise, b.noise) && (a.noise === undefined || a.seed === b.seed)
}

export function sameNoise(a: Noise | undefined, b: Noise | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.kind === b.kind && sameValues(a.values, b.values))
}

function sameValues(a: Values, b: Values): boolean {
  return Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((name) => Object.is(a[name], b[name]))
}
