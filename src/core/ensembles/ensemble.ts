/**
 * Ensembles as values: the runs of an experiment again and again, from other starts or under other seeds. All runs meet the same tries, so
 * that they can be compared in pairs, and a try is an experiment that can be looked at alone.
 */
import type { EnsembleChoice, Experiment } from '../experiment/experiment.ts'
import { noiseModel } from '../experiment/noise.ts'
import { methodOf } from '../experiment/methods.ts'
import type { CriticalPoint } from '../explore/events.ts'
import { isDeclared } from '../optimizers/optimizer.ts'
import { drawsOf, firstSeed, seedMatters } from './draws.ts'
import type { Fates } from './fates.ts'
import { refuseMap, type Tile } from './job.ts'

export interface EnsembleJob {
  readonly experiment: Experiment
  readonly choice: EnsembleChoice
  /** The critical points that are known, and whether there are more of them. */
  readonly critical: readonly CriticalPoint[]
  readonly partial: boolean
}

/**
 * What became of each try, after the last step of it: to the bit what that run alone gives. The shape is tries by runs: try k of run r is
 * cell r * tries + k.
 */
export interface EnsembleAnswer extends Tile, Fates {
  /** Evaluations that the method had asked for after `steps` steps. */
  readonly calls: Float64Array<ArrayBuffer>
}

type Asked = Pick<EnsembleJob, 'experiment' | 'choice'>

/** Why run `run` has no ensemble, as a sentence; undefined where it has one. */
export function refuseTries(e: Experiment, { draw }: Pick<EnsembleChoice, 'draw'>, run: number): string | undefined {
  if (e.runs[run] === undefined) return 'An ensemble repeats the runs of optimizers. Add an optimizer.'
  const says = refuseMap(e, run)
  if (says !== undefined) return says.replace('so there is no map of them', 'so they cannot be tried from others')
  if (draw !== 'seeds' || seedMatters(e, run)) return undefined
  const ground = e.noise !== undefined && noiseModel(e.noise.kind)?.ground === true
  if (ground) return 'Each seed of this noise makes another landscape, with minima of its own. A sweep over seed shows them; or draw starts here.'
  return 'Nothing about this run is random, so every seed gives the same. Draw starts, or add noise that is fresh at each step.'
}

/** The runs that are tried, the one that is shown first. */
export function triedRuns({ experiment: e, choice }: Asked): readonly number[] {
  const others = Array.from(e.runs.keys()).filter((run) => run !== choice.run)
  return [choice.run, ...others].filter((run) => refuseTries(e, choice, run) === undefined)
}

/** Tries of the first tile, so that something is drawn at once, and of the others: fewer where runs do not descend side by side. */
const TILES = { formulas: [256, 2048], random: [128, 256], code: [16, 32] } as const

/** The tiles of a job in the order they are wanted: those of the run that is shown, then the others'. */
export function ensembleTiles(job: Asked): Tile[] {
  const { experiment: e } = job
  const { count } = drawsOf(e, job.choice)
  const shape = [count, e.runs.length]
  return triedRuns(job).flatMap((run) => {
    const method = methodOf(e, e.runs[run].optimizer)
    const pace = method === undefined || !isDeclared(method) ? 'code' : seedMatters(e, run) ? 'random' : 'formulas'
    const [first, size] = TILES[pace]
    const tiles: Tile[] = []
    for (let from = 0; from < count; from += tiles.length === 1 ? first : size) {
      tiles.push({ shape, from: run * count + from, to: run * count + Math.min(count, from + (tiles.length === 0 ? first : size)) })
    }
    return tiles
  })
}

/** The experiment in which run `run` is try `k`. What the ensemble draws stays the same, but about the start it moves with that. */
export function tryExperiment(e: Experiment, choice: EnsembleChoice, run: number, k: number): Experiment {
  const draws = drawsOf(e, choice)
  const seed = draws.seed(k, run)
  const moved = choice.draw === 'seeds' ? e.starts : e.starts.with(choice.start, draws.start(k))
  const ensemble = seed === e.seed ? choice : { ...choice, seed: firstSeed(e, choice) }
  return { ...e, starts: moved, seed, ensemble }
}
