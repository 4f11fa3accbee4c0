/** Small experiments and landscapes for the tests of explore. */
import { compileEnclosed } from '../../../src/core/engine/enclosed.ts'
import { experimentOn } from '../../../src/core/experiment/create.ts'
import type { Experiment } from '../../../src/core/experiment/experiment.ts'
import { explore, type ExploreOptions } from '../../../src/core/explore/explore.ts'
import type { Event, RunEnding } from '../../../src/core/explore/events.ts'
import { defaults, type Values } from '../../../src/core/fields.ts'
import { parse } from '../../../src/core/formula/parse.ts'
import type { Box, Landscape } from '../../../src/core/landscape.ts'
import { objectiveById } from '../../../src/core/objectives/index.ts'
import { optimizerById, OPTIMIZERS } from '../../../src/core/optimizers/index.ts'
import type { Setting } from '../../../src/core/optimizers/optimizer.ts'

export type RunSpec = readonly [id: string, hyper: Readonly<Record<string, number>>]

/** An experiment on a landscape of the catalogue, or on a formula where `domain` is given. */
export function experiment(land: string, start: readonly number[], runs: readonly RunSpec[], steps: number, domain?: Box): Experiment {
  const objective = objectiveById(land)
  return {
    ...experimentOn('himmelblau'),
    landscape: objective === undefined ? { kind: 'formula', text: land } : { kind: 'catalogue', id: land },
    params: objective === undefined ? {} : defaults(objective.params),
    domain: domain ?? objective?.domain ?? [],
    starts: [start],
    runs: runs.map(([id, hyper]) => {
      const optimizer = optimizerById(id)
      if (optimizer === undefined) throw new RangeError(`no optimizer ${id}`)
      return { optimizer: id, hyper: { ...defaults(optimizer.hyper), ...hyper }, shown: true }
    }),
    steps,
  }
}

/** `e` with one run of every method of the catalogue, at a rate of 0.01 where it has one. */
export function withAll(e: Experiment): Experiment {
  const runs = OPTIMIZERS.map(({ id, hyper }) => ({ optimizer: id, hyper: { ...defaults(hyper), ...(hyper.lr && { lr: 0.01 }) }, shown: true }))
  return { ...e, runs }
}

export function events(e: Experiment, since?: Experiment, options?: ExploreOptions): Event[] {
  const all: Event[] = []
  for (const event of explore(e, since, options)) if (event !== undefined) all.push(event)
  return all
}

/** A setting for methods that are begun by hand; what they take by chance is always one half. */
export function settingFor(start: readonly number[], hyper: Values): Setting {
  return {
    start: Float64Array.from(start), hyper, domain: start.map((): [number, number] => [-5, 5]), steps: 100, exact: true, uniform: () => 0.5, normal: () => 0.5,
  }
}

/** The last ending of each run from the first start. */
export function endings(e: Experiment): RunEnding[] {
  const last: RunEnding[] = []
  for (const event of events(e, undefined, { only: ['runs', 'critical'] })) if (event.type === 'ending' && event.start === 0) last[event.run] = event
  return last
}

/** The ending of one run on one landscape. */
export function endingOf(land: string, start: readonly number[], run: RunSpec, steps: number, domain?: Box): RunEnding {
  return endings(experiment(land, start, [run], steps, domain))[0]
}

export function landscapeOf(formula: string, coordinates: readonly string[]): Landscape {
  const parsed = parse(formula)
  if (!parsed.ok) throw new SyntaxError(parsed.issues[0].says)
  return compileEnclosed(parsed.value, coordinates, {})
}

/** Runs a generator that only pauses to its end. */
export { atOnce as finish } from '../../../src/core/at-once.ts'
