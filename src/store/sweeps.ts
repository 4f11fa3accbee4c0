/** The sweep map beside the results: which one is wanted, the grids that have come so far, and how far the work is. Loaded with its panel. */
import { createStore } from 'zustand/vanilla'
import { useStore as useZustand } from 'zustand'
import { cellExperiment, changesGround, isPlain, sweepTiles, turnsOf, type SweepAnswer, type SweepJob, type Turn } from '../core/ensembles/sweep.ts'
import { sameChance } from '../core/experiment/chance.ts'
import type { Experiment, SweepAxis, SweepChoice } from '../core/experiment/experiment.ts'
import { knobOf, knobsOf } from '../core/experiment/knobs.ts'
import { sameMethodOf } from '../core/experiment/methods.ts'
import { sameDisturbance } from '../core/experiment/noise.ts'
import { refuseSweep } from '../core/experiment/sweep.ts'
import type { Issue } from '../core/issue.ts'
import { makeSweepWorker } from '../worker/page.ts'
import { EMPTY, isWhole, missing, sameShape, wholeOf } from './basin-grids.ts'
import { tryCommit } from './commit.ts'
import { setSweep } from './looking.ts'
import { NO_WORK, type MapWork } from './map-work.ts'
import { sameGround, sameMethod, sameValues } from './same.ts'
import { store } from './store.ts'
import { createTiled, type TiledParts } from './tiled.ts'
import { whileLooked } from './while-looked.ts'

/** One resolution of a map; cells that have not come yet are EMPTY. */
export interface SweepGrid {
  readonly job: SweepJob
  readonly turns: readonly Turn[]
  readonly shape: readonly number[]
  readonly fate: Int16Array
  readonly steps: Uint32Array
  readonly end: Float64Array
  readonly loss: Float64Array
  /** Cells that have come. */
  filled: number
}

export interface Sweeps {
  /** Rises with every cell that comes. */
  readonly revision: number
  readonly job: SweepJob | undefined
  /** From coarse to fine, the later over the earlier; the first may be of the range before. */
  readonly grids: readonly SweepGrid[]
  /** The finest whole grid. */
  readonly whole: SweepGrid | undefined
  readonly work: MapWork
  /** Why there is no map, as a sentence. */
  readonly says: string | undefined
  /** The ranges that were zoomed away from, the last one last. */
  readonly past: readonly (readonly SweepAxis[])[]
}

const NOTHING: Sweeps = { revision: 0, job: undefined, grids: [], whole: undefined, work: NO_WORK, says: undefined, past: [] }

export const sweeps = createStore<Sweeps>()(() => NOTHING)

export function useSweeps<T>(selector: (state: Sweeps) => T): T {
  return useZustand(sweeps, selector)
}

/** Ranges that can be gone back to, and the pause that parts two of them, in ms. */
const PAST = 50
const BURST = 500

let zoomed = -Infinity

const tiled = createTiled<SweepJob, SweepAnswer>({
  makeWorker: makeSweepWorker,
  tiles: sweepTiles,
  first: (all) => all.filter(({ shape }) => shape === all[0].shape),
  missing: (job, tiles) => missing(sweeps.getState().grids, job, tiles),
  work: () => sweeps.getState().work,
  tell: (work, says) => sweeps.setState({ work, ...(says !== undefined && { says }) }),
  receive(answer, work) {
    const { grids, job, revision } = sweeps.getState()
    if (job === undefined) return
    const next = withAnswer(grids, job, answer)
    sweeps.setState({ revision: revision + 1, grids: next, whole: wholeOf(next), work })
  },
})

/** Keeps the map at the present experiment for as long as somebody looks at it. Returns the way to look away. */
export const startSweeps = whileLooked((parts?: TiledParts<SweepJob, SweepAnswer>) => {
  const close = tiled.open(parts)
  const stop = store.subscribe(refresh)
  refresh()
  return () => {
    stop()
    close()
    sweeps.setState({ ...NOTHING, revision: sweeps.getState().revision + 1 }, true)
  }
})

/** Gives up the work; what has come stays. */
export const cancelSweeps = tiled.cancel

/** Goes on where it was given up. */
export function resumeSweeps(): void {
  const { job } = sweeps.getState()
  if (job !== undefined) begin(job, false)
}

/** Shows other ranges; those before can be gone back to. */
export function zoomSweep(axes: readonly SweepAxis[]): Issue | undefined {
  const before = store.getState().experiment.sweep?.axes
  const issue = setSweep({ axes })
  if (issue || before === undefined) return issue
  const now = performance.now()
  // Turns of the wheel that follow each other are one way.
  if (now - zoomed > BURST) sweeps.setState(({ past }) => ({ past: [...past, before].slice(-PAST) }))
  zoomed = now
  return undefined
}

/** Back to the ranges before the last zoom. */
export function zoomBack(): void {
  const axes = sweeps.getState().past.at(-1)
  if (axes === undefined) return
  zoomed = -Infinity
  sweeps.setState(({ past }) => ({ past: past.slice(0, -1) }))
  setSweep({ axes })
}

/** Makes the run of a cell the run of the experiment, as one undoable edit. */
export function loadCell({ turns, shape }: SweepGrid, cell: number): Issue | undefined {
  return tryCommit(() => cellExperiment(store.getState().experiment, turns, shape, cell), 'sweep')
}

function refresh(): void {
  const { experiment: e, results, session } = store.getState()
  const { sweep: choice } = e
  if (choice === undefined) return
  const now = sweeps.getState()
  const says = refuseSweep(e, choice)
  if (says !== undefined) {
    if (now.says !== says) put({ job: undefined, says })
    return
  }
  const other = changesGround(turnsOf({ experiment: e, choice }))
  const { critical, delivered } = results
  const known = critical?.done === true && delivered?.critical !== undefined && sameGround(delivered.critical, e)
  // Without the minima of this ground no run has an end; losses need none.
  if (!known && !other && !isPlain(choice) && !(now.job !== undefined && sameJob(now.job, { experiment: e, choice }))) return
  const job: SweepJob = { experiment: e, choice, critical: known && !other ? critical.points : NONE, partial: !known || other || (critical.partial ?? false) }
  if (now.job !== undefined && sameJob(now.job, job)) {
    if (now.job.choice.show !== choice.show) sweeps.setState({ revision: now.revision + 1 })
    if (tiled.coarse() && !session.dragging && now.work.state !== 'working') begin(now.job, false)
    return
  }
  if (!tiled.waits(refresh)) begin(job, session.dragging)
}

const NONE: SweepJob['critical'] = []

/** Gives up what is under way; a picture over the same quantities stays until there is another. */
function put(next: Pick<Sweeps, 'job' | 'says'>): void {
  tiled.cancel()
  const { revision, whole, past } = sweeps.getState()
  const kept = whole !== undefined && next.job !== undefined && sameKind(whole.job.choice, next.job.choice) ? whole : undefined
  sweeps.setState({ ...NOTHING, past, revision: revision + 1, ...next, grids: kept ? [kept] : [], whole: kept }, true)
}

const sameKind = (a: SweepChoice, b: SweepChoice): boolean => a.axes.map(({ of }) => of).join() === b.axes.map(({ of }) => of).join()

function begin(job: SweepJob, first: boolean): void {
  if (sweeps.getState().job !== job) put({ job, says: undefined })
  tiled.begin(job, first)
}

/** The grids with one more answer; what lies under a whole grid of this job falls away. Columns are filled in place. */
export function withAnswer(grids: readonly SweepGrid[], job: SweepJob, answer: SweepAnswer): readonly SweepGrid[] {
  const found = grids.find((one) => one.job === job && sameShape(one.shape, answer.shape))
  const cells = answer.shape.reduce((product, n) => product * n, 1)
  const n = job.experiment.domain.length
  const grid = found ?? {
    job, turns: turnsOf(job), shape: answer.shape, fate: new Int16Array(cells).fill(EMPTY), steps: new Uint32Array(cells),
    end: new Float64Array(cells * n), loss: new Float64Array(cells), filled: 0,
  }
  grid.fate.set(answer.fate, answer.from)
  grid.steps.set(answer.steps, answer.from)
  grid.end.set(answer.end, answer.from * n)
  grid.loss.set(answer.loss, answer.from)
  grid.filled += answer.to - answer.from
  const all = found === undefined ? [...grids, grid] : grids
  const whole = all.findLastIndex((one) => one.job === job && isWhole(one))
  return whole > 0 ? all.slice(whole) : all
}

/** Whether two jobs give the same cells: whatever is not swept is the same. */
export function sameJob(a: Pick<SweepJob, 'experiment' | 'choice'>, b: Pick<SweepJob, 'experiment' | 'choice'>): boolean {
  if (!sameChoice(a.choice, b.choice)) return false
  const [one, other] = [neutral(a), neutral(b)]
  const [run, twin] = [one.runs[a.choice.run], other.runs[a.choice.run]]
  const [x, y] = [one.starts[a.choice.start], other.starts[a.choice.start]]
  return (
    run !== undefined && twin !== undefined && one.steps === other.steps && sameGround(one, other) && sameDisturbance(one, other)
    && sameMethod(run, twin) && sameMethodOf(one, other, run.optimizer) && sameChance(one, other, run) && x.every((v, i) => Object.is(v, y[i]))
  )
}

function sameChoice(a: SweepChoice, b: SweepChoice): boolean {
  const numbers = ({ low, high }: SweepAxis) => ({ low, high })
  return a.run === b.run && a.start === b.start && a.size === b.size && isPlain(a) === isPlain(b) && a.axes.length === b.axes.length
    && a.axes.every((axis, i) => axis.of === b.axes[i].of && axis.scale === b.axes[i].scale && sameValues(numbers(axis), numbers(b.axes[i])))
}

/** The experiment with what is swept at the low ends, so that it does not matter where it stands. */
function neutral({ experiment, choice }: Pick<SweepJob, 'experiment' | 'choice'>): Experiment {
  const knobs = knobsOf(experiment, choice)
  return choice.axes.reduce((e, { of, low }) => knobOf(knobs, of)?.at(e, low) ?? e, experiment)
}
