/** A method without slopes run to its end on a landscape of the catalogue, with chance that follows a seed. */
import { resolve } from '../../../src/core/experiment/resolve.ts'
import { experimentOn } from '../../../src/core/experiment/create.ts'
import { beginWalk, type Walk } from '../../../src/core/explore/walk.ts'
import { defaults } from '../../../src/core/fields.ts'
import type { Box, Landscape } from '../../../src/core/landscape.ts'
import { normal, uniform } from '../../../src/core/math/random.ts'
import { optimizerById } from '../../../src/core/optimizers/index.ts'

export interface Search {
  readonly seed?: number
  readonly steps?: number
  readonly start?: readonly number[]
  readonly domain?: Box
  readonly hyper?: Readonly<Record<string, number>>
  /** Looks at the walk after each step. */
  readonly watch?: (x: Float64Array, walk: Walk, t: number) => void
}

export interface Searched {
  readonly x: Float64Array
  readonly f: number
  readonly steps: number
  readonly walk: Walk
}

/** The landscape of an entry of the catalogue at its default parameters, its start and its domain. */
export function entry(id: string): { landscape: Landscape; start: readonly number[]; domain: Box } {
  const e = experimentOn(id)
  return { landscape: resolve(e).landscape, start: e.starts[0], domain: e.domain }
}

/** Runs `method` for `steps` steps, or until its own rule stops it. */
export function searched(method: string, on: ReturnType<typeof entry>, { seed = 1, steps = 1000, start = on.start, domain = on.domain, hyper, watch }: Search = {}): Searched {
  const optimizer = optimizerById(method)
  if (optimizer === undefined) throw new RangeError(`no optimizer ${method}`)
  const walk = beginWalk(optimizer, {
    landscape: on.landscape,
    setting: {
      start: Float64Array.from(start), hyper: { ...defaults(optimizer.hyper), ...hyper }, domain, steps, exact: true,
      uniform: (...keys) => uniform(seed, ...keys), normal: (...keys) => normal(seed, ...keys),
    },
  })
  const x = Float64Array.from(start)
  let t = 0
  while (t < steps && walk.finished() === undefined) {
    walk.step(x, new Float64Array(x.length), ++t)
    watch?.(x, walk, t)
  }
  return { x, f: on.landscape.value(x), steps: t, walk }
}
