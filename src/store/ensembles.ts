/** The ensemble beside the results: which one is wanted, the tries that have come so far, and how far the work is. Loaded with its panel. */
import { createStore } from 'zustand/vanilla'
import { useStore as useZustand } from 'zustand'
import { firstSeed } from '../core/ensembles/draws.ts'
import { ensembleTiles, refuseTries, tryExperiment, type EnsembleAnswer, type EnsembleJob } from '../core/ensembles/ensemble.ts'
import { summaryOf, type Summary } from '../core/ensembles/summary.ts'
import type { Experiment } from '../core/experiment/experiment.ts'
import { sameMethodOf } from '../core/experiment/methods.ts'
import { sameNoise } from '../core/experiment/noise.ts'
import type { Issue } from '../core/issue.ts'
import { makeEnsembleWorker } from '../worker/page.ts'
import { EMPTY } from './basin-grids.ts'
import { tryCommit } from './commit.ts'
import { NO_WORK, type MapWork } from './map-work.ts'
import { sameChoice, sameGround, sameMethod, sameValues } from './same.ts'
import { store } from './store.ts'
import { createTiled, type TiledParts } from './tiled.ts'
import { whileLooked } from './while-looked.ts'

/** The tries of a job: try `k` of run `r` is cell `r * count + k`; what has not come yet is EMPTY. Filled in place. */
export interface Tries {
  readonly job: EnsembleJob
  /** Tries of each run. */
  readonly count: number
  readonly fate: Int16Array
  readonly steps: Uint32Array
  readonly calls: Float64Array
  readonly end: Float64Array
  readonly loss: Float64Array
}

export interface Ensembles {
  /** Rises with every try that comes. */
  readonly revision: number
  readonly job: EnsembleJob | undefined
  /** Of the job before, on the same landscape, until there are any of this one. */
  readonly tries: Tries | undefined
  readonly work: MapWork
  /** Why there is no ensemble, as a sentence. */
  readonly says: string | undefined
}

const NOTHING: Ensembles = { revision: 0, job: undefined, tries: undefined, work: NO_WORK, says: undefined }

export const ensembles = createStore<Ensembles>()(() => NOTHING)

export function useEnsembles<T>(selector: (state: Ensembles) => T): T {
  return useZustand(ensembles, selector)
}

const tiled = createTiled<EnsembleJob, EnsembleAnswer>({
  makeWorker: makeEnsembleWorker,
  tiles: ensembleTiles,
  // Those of the run that is shown.
  first: (all) => all.filter(({ from, shape: [count] }) => Math.floor(from / count) === Math.floor(all[0].from / count)),
  missing(job, tiles) {
    const { tries } = ensembles.getState()
    return tries?.job === job ? tiles.filter(({ from }) => tries.fate[from] === EMPTY) : tiles
  },
  work: () => ensembles.getState().work,
  tell: (work, says) => ensembles.setState({ work, ...(says !== undefined && { says }) }),
  receive(answer, work) {
    const { tries: before, job, revision } = ensembles.getState()
    if (job === undefined) return
    const tries = before?.job === job ? before : noTries(job, answer.shape)
    tries.fate.set(answer.fate, answer.from)
    tries.steps.set(answer.steps, answer.from)
    tries.calls.set(answer.calls, answer.from)
    tries.end.set(answer.end, answer.from * job.experiment.domain.length)
    tries.loss.set(answer.loss, answer.from)
    ensembles.setState({ revision: revision + 1, tries, work })
  },
})

function noTries(job: EnsembleJob, [count, runs]: readonly number[]): Tries {
  const cells = count * runs
  const column = (): Float64Array => new Float64Array(cells)
  const end = new Float64Array(cells * job.experiment.domain.length)
  return { job, count, fate: new Int16Array(cells).fill(EMPTY), steps: new Uint32Array(cells), calls: column(), end, loss: column() }
}

/** Keeps the ensemble at the present experiment for as long as somebody looks at it. Returns the way to look away. */
export const startEnsembles = whileLooked((parts?: TiledParts<EnsembleJob, EnsembleAnswer>) => {
  const close = tiled.open(parts)
  const stop = store.subscribe(refresh)
  refresh()
  return () => {
    stop()
    close()
    ensembles.setState({ ...NOTHING, revision: ensembles.getState().revision + 1 }, true)
  }
})

/** Gives up the work; what has come stays. */
export const cancelEnsembles = tiled.cancel

/** Goes on where it was given up. */
export function resumeEnsembles(): void {
  const { job } = ensembles.getState()
  if (job !== undefined) tiled.begin(job, false)
}

/** What the tries of run `run` come to, of those that have come; `revision` says how many that may be. */
export const summarised = (tries: Tries, run: number, target: string | undefined, _revision: number): Summary => {
  const cells = Array.from({ length: tries.count }, (_, k) => run * tries.count + k).filter((cell) => tries.fate[cell] !== undefined && tries.fate[cell] !== EMPTY)
  return summaryOf(tries, cells, tries.job, target)
}

/** Makes try `k` of run `run` the run of the experiment, as one undoable edit; the ensemble stays the same. */
export function loadTry({ job: { choice } }: Tries, run: number, k: number): Issue | undefined {
  return tryCommit(() => {
    const e = store.getState().experiment
    return tryExperiment(e, { ...choice, ...e.ensemble }, run, k)
  }, 'ensemble')
}

function refresh(): void {
  const { experiment: e, results, session } = store.getState()
  const { ensemble: choice } = e
  if (choice === undefined) return
  const now = ensembles.getState()
  const says = refuseTries(e, choice, choice.run)
  if (says !== undefined) {
    if (now.says !== says) put(e, { job: undefined, says })
    return
  }
  const { critical, delivered } = results
  if (critical?.done !== true || !delivered?.critical || !sameGround(delivered.critical, e)) {
    // Without the minima of this ground no try has an end.
    if (now.job !== undefined && !sameGround(now.job.experiment, e)) put(e, { job: undefined, says: undefined })
    return
  }
  const job: EnsembleJob = { experiment: e, choice, critical: critical.points, partial: critical.partial ?? false }
  if (now.job !== undefined && sameJob(now.job, job)) {
    if (tiled.coarse() && !session.dragging && now.work.state !== 'working') tiled.begin(now.job, false)
    return
  }
  if (tiled.waits(refresh)) return
  put(e, { job, says: undefined })
  tiled.begin(job, session.dragging)
}

/** Gives up what is under way; tries on the same landscape stay until there are others. */
function put(e: Experiment, next: Pick<Ensembles, 'job' | 'says'>): void {
  tiled.cancel()
  const { revision, tries } = ensembles.getState()
  const before = tries?.job.experiment
  const kept = before !== undefined && next.says === undefined && before.domain.length === e.domain.length && sameChoice(before.landscape, e.landscape)
  ensembles.setState({ ...NOTHING, revision: revision + 1, ...next, tries: kept ? tries : undefined }, true)
}

/**
 * Whether two jobs give the same tries; whose ends are shown and what counts as success does not matter. The experiment's own seed is in
 * the first seed, or in the ground.
 */
export function sameJob(a: EnsembleJob, b: EnsembleJob): boolean {
  const [one, other] = [a.experiment, b.experiment]
  const from = ({ starts }: Experiment, { start }: EnsembleJob['choice']): readonly number[] => starts[start]
  const numbers = ({ experiment, choice }: EnsembleJob) => ({ n: choice.n, spread: choice.spread, start: choice.start, seed: firstSeed(experiment, choice) })
  const about = a.choice.draw === 'normal' || a.choice.draw === 'seeds'
  return (
    a.critical === b.critical && a.choice.draw === b.choice.draw && sameValues(numbers(a), numbers(b))
    && (!about || from(one, a.choice).every((v, i) => Object.is(v, from(other, b.choice)[i])))
    && one.steps === other.steps && sameGround(one, other) && sameNoise(one.noise, other.noise)
    && one.runs.length === other.runs.length && one.runs.every((run, i) => sameMethod(run, other.runs[i]) && sameMethodOf(one, other, run.optimizer))
  )
}
