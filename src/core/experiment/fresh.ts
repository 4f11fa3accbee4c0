/** What an experiment is where nothing was said: the defaults that links leave out and that a new landscape starts with. */
import { differentiate } from '../autodiff/oracle.ts'
import { defaults, type Values } from '../fields.ts'
import type { Box } from '../landscape.ts'
import type { Objective } from '../objectives/objective.ts'
import { optimizerById } from '../optimizers/index.ts'
import type { Optimizer } from '../optimizers/optimizer.ts'
import type { Run } from './experiment.ts'
import type { Ground } from './ground.ts'
import { STEPS } from './settings.ts'

/** The domain of a typed formula, along each coordinate. */
const TYPED_DOMAIN: readonly [number, number] = [-5, 5]
/** The methods of a fresh list. */
const FRESH = ['gd', 'momentum', 'adam']
/** Places to try for a start, as shares of the domain along x and y: off the middle, where symmetric functions have no slope. */
const PLACES: readonly (readonly [number, number])[] = [
  [0.75, 0.7], [0.3, 0.25], [0.9, 0.85], [0.6, 0.55], [0.1, 0.15], [0.75, 0.3], [0.25, 0.7], [0.5, 0.5],
]

/** Rows of data that a place is tried on: every link that is written asks, and where there is a slope shows on few. */
const ROWS = 50

export function freshDomain({ objective, coordinates }: Ground): Box {
  return objective?.domain ?? coordinates.map(() => TYPED_DOMAIN)
}

export function freshSteps({ objective }: Ground): number {
  return objective?.suggested.steps ?? STEPS.default
}

/** The landscape's own start where the domain has it, or else a place where the formula has a value and, if possible, a slope. */
export function freshStart(ground: Ground, params: Values, domain: Box): readonly number[] {
  const own = ground.objective?.start
  if (own !== undefined && own.every((v, i) => v >= domain[i][0] && v <= domain[i][1])) return own
  const places = PLACES.map((place) => domain.map(([low, high], i) => rounded(low + (high - low) * place[i], low, high)))
  const { expression, coordinates, data } = ground
  const rows = data && { ...data, rows: Math.min(data.rows, ROWS) }
  let withValue: readonly number[] | undefined
  for (const place of places) {
    const { f, gradient } = differentiate(expression, coordinates, params, place, rows)
    if (!Number.isFinite(f)) continue
    if (gradient.every(Number.isFinite) && gradient.some((g) => g !== 0)) return place
    withValue ??= place
  }
  return withValue ?? places[0]
}

export function freshRuns({ objective }: Ground): readonly Run[] {
  return FRESH.flatMap((id) => {
    const optimizer = optimizerById(id)
    return optimizer === undefined ? [] : [freshRun(optimizer, objective)]
  })
}

/** A run of a method with its defaults, at the rate that suits the landscape. */
export function freshRun(optimizer: Optimizer, objective?: Objective): Run {
  const hyper = defaults(optimizer.hyper)
  const lr = suggestedRate(optimizer, objective)
  return { optimizer: optimizer.id, hyper: lr === undefined ? hyper : { ...hyper, lr }, shown: true }
}

/** The learning rate that suits a method on a landscape of the catalogue. */
export function suggestedRate(optimizer: Optimizer, objective: Pick<Objective, 'suggested'> | undefined): number | undefined {
  const rate = optimizer.rate && objective?.suggested[optimizer.rate]
  return rate === undefined ? undefined : Number((rate * (optimizer.rateTimes ?? 1)).toPrecision(3))
}

/** `v` with about three digits of the width, where that stays inside. */
function rounded(v: number, low: number, high: number): number {
  const decimals = Math.max(0, 2 - exponent(high - low))
  const short = decimals <= 100 ? Number(v.toFixed(decimals)) : v
  return short >= low && short <= high ? short : v
}

/** The power of ten of a positive number, from its digits: Math.log10 may differ between browsers, and links depend on this. */
const exponent = (v: number): number => Number(v.toExponential().split('e')[1])
