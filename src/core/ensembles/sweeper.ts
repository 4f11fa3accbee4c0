/** Tiles of sweep maps: runs that can descend side by side do, the others one swarm after the other. */
import type { Machine } from '../engine/wasm/machine.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { methodOf } from '../experiment/methods.ts'
import { findCritical } from '../explore/critical.ts'
import type { CriticalPoint } from '../explore/events.ts'
import type { Scene } from '../explore/scene.ts'
import { orderOf } from '../optimizers/optimizer.ts'
import { fatesOf, type Fates } from './fates.ts'
import { createFooting } from './footing.ts'
import { FATES, type Tile } from './job.ts'
import { cellValues, changesGround, hasOwnMinima, isPlain, turnsOf, type SweepAnswer, type SweepJob, type Turn } from './sweep.ts'

/**
 * A maker of tiles. What it gives depends on the job and the tile alone; pauses come every few milliseconds.
 * @param makeMachine what much work runs on, the host's own where absent
 */
export function createSweeper(makeMachine?: () => Machine | undefined): (job: SweepJob, tile: Tile) => Generator<undefined, SweepAnswer, void> {
  const standOn = createFooting(makeMachine)
  /** The minima of the landscape before, which cells that follow each other may share. */
  let latest: { readonly scene: Scene; readonly found: Found } | undefined
  return function* (job, tile) {
    const { experiment: e, choice } = job
    const turns = turnsOf(job)
    const { run, start } = choice
    const n = e.domain.length
    const count = tile.to - tile.from
    const answer: SweepAnswer = { ...tile, fate: new Int16Array(count), steps: new Uint32Array(count), end: new Float64Array(count * n), loss: new Float64Array(count) }
    const other = changesGround(turns)
    const own = hasOwnMinima(job, turns)
    const plain = isPlain(choice)
    for (const { experiment, cells } of groups(e, turns, tile)) {
      const ground = yield* standOn(experiment, other ? NONE : job.critical)
      const { scene } = ground
      const asks = other && !plain && (own || asksForMinima(experiment, run, scene))
      if (asks && latest?.scene !== scene) latest = { scene, found: yield* criticalOf(experiment, scene) }
      const { critical, partial } = !other ? job : asks && latest !== undefined ? latest.found : UNKNOWN
      const descents = { ...columns(experiment, turns, tile, cells, start), start, whole: true, plain }
      const fates = yield* fatesOf({ experiment, run, critical, partial }, descents, critical === NONE || !other ? ground : { ...ground, minima: undefined, contractions: undefined })
      put(answer, fates, cells, n, other && !own)
      yield undefined
    }
    return answer
  }
}

/** What is known of the critical points of a landscape. */
type Found = Pick<SweepJob, 'critical' | 'partial'>

const NONE: readonly CriticalPoint[] = []
const UNKNOWN: Found = { critical: NONE, partial: true }

interface Group {
  /** The experiment with those values that its cells share. */
  readonly experiment: Experiment
  /** Positions in the tile. */
  readonly cells: readonly number[]
}

/** The cells of a tile, those together whose runs may descend side by side. */
function groups(e: Experiment, turns: readonly Turn[], { shape, from, to }: Tile): readonly Group[] {
  const found = new Map<string, { readonly values: readonly number[]; readonly cells: number[] }>()
  for (let cell = from; cell < to; cell++) {
    const values = cellValues(turns, shape, cell)
    const key = values.filter((_, i) => !turns[i].lanes).join()
    const group = found.get(key) ?? { values, cells: [] }
    group.cells.push(cell - from)
    found.set(key, group)
  }
  return Array.from(found.values(), ({ values, cells }) => ({
    cells, experiment: turns.reduce((to, { knob, lanes }, i) => (lanes ? to : knob.at(to, values[i])), e),
  }))
}

/** Where the runs of a group start, and the hyper-parameters that are their own. */
function columns(e: Experiment, turns: readonly Turn[], { shape, from }: Tile, cells: readonly number[], start: number) {
  const rows = cells.map((cell) => cellValues(turns, shape, from + cell))
  const places = turns.map(({ knob }, i) => ({ knob, i })).filter(({ knob }) => knob.turns === 'start')
  const own = turns.flatMap(({ knob, lanes }, i) => (lanes && knob.turns === 'hyper' ? [[knob.id, Float64Array.from(rows, (values) => values[i])] as const] : []))
  return {
    starts: columnsOf(rows.map((values) => places.reduce((to, { knob, i }) => knob.at(to, values[i]), e).starts[start])),
    own: Object.fromEntries(own),
  }
}

const columnsOf = (points: readonly (readonly number[])[]): Float64Array[] => points[0].map((_, i) => Float64Array.from(points, (x) => x[i]))

/** Whether verdicts ask for minima that need no letters: where calculus alone does not find them, at kinks and for methods that see values only. */
function asksForMinima(e: Experiment, run: number, { landscape }: Scene): boolean {
  const method = methodOf(e, e.runs[run].optimizer)
  return (landscape.creases?.() ?? []).length > 0 || method === undefined || orderOf(method) === 0
}

function* criticalOf(e: Experiment, { landscape, coordinates }: Scene): Generator<undefined, Found, void> {
  const work = findCritical(landscape, coordinates, e.domain)
  for (;;) {
    const { done, value } = work.next()
    if (done) return { critical: value.points, partial: value.partial ?? false }
    yield undefined
  }
}

/** @param bare true where minima have no letters */
function put(answer: SweepAnswer, fates: Fates, cells: readonly number[], n: number, bare: boolean): void {
  cells.forEach((to, k) => {
    answer.fate[to] = bare && fates.fate[k] >= 0 ? FATES[0].fate : fates.fate[k]
    answer.steps[to] = fates.steps[k]
    answer.loss[to] = fates.loss[k]
    for (let i = 0; i < n; i++) answer.end[to * n + i] = fates.end[k * n + i]
  })
}
