/**
 * Where descents from many starts end. Every answer is the verdict that a single run from there gets: descents that rest at a listed
 * minimum are recognised here by the rule of verdicts (settle.ts), all others are handed to `judge` one by one.
 *
 * A descent of a first-order method of the catalogue at a constant rate, without noise, ends early once it is certain where it rests:
 * within a millionth of each side of the domain of a minimum for 40 steps, counted from a multiple of 20, in the later 20 of them no
 * further away than in the 20 before; or near it for as many, in the later 20 at most half as far away, where steps contract: where 20 of
 * them halve what is left in the end, by the spectral radius of a step at that minimum, so that those that are left bring it within a
 * millionth. Where they push away nothing is certain. It is told to end at the minimum. Adaptive and typed methods take all their steps:
 * theirs can grow again at rest.
 */
import { activeAround } from '../experiment/around.ts'
import { disturbance } from '../experiment/disturbance.ts'
import { rateOf } from '../experiment/rates.ts'
import { methodOf } from '../experiment/methods.ts'
import { declaredById } from '../optimizers/index.ts'
import { beginDescent, type Floor } from '../explore/descent.ts'
import { farLimit, judgementOf } from '../explore/ending.ts'
import type { Judgement } from '../explore/judgement.ts'
import type { Track } from '../explore/run.ts'
import { iterate, type Finished, type Scene } from '../explore/scene.ts'
import type { Values } from '../fields.ts'
import { isDeclared, type CodedOptimizer, type DeclaredOptimizer } from '../optimizers/optimizer.ts'
import { stepperFor, type Stepper, type Steppers } from '../optimizers/update.ts'
import { contractionAt, type Contractions } from './contraction.ts'
import { beginFused, fits, ownOf } from './fused.ts'
import type { Fuser } from './fuser.ts'
import { fateOf, minimaOf, startsOf, type MapJob, type Tile, type TileAnswer } from './job.ts'
import { lookAmong, type Minima } from './minima.ts'
import { createSingle } from './single.ts'
import { beginSwarm, hyperOf, lanesAt, STRETCH, type Lanes, type Swarm, type SwarmWays } from './swarm.ts'
import { tailOf, takeTails } from './tail.ts'
import { createWatch, type Watch } from './watch.ts'

/** Judgements between two pauses. */
const JUDGED = 8

/** What all tiles of a job stand on. */
export interface Ground {
  readonly scene: Scene
  /** Where descents of the job may come to rest, where somebody has looked that up. */
  readonly minima?: Minima
  /** What is known of steps near them. */
  readonly contractions?: Contractions
  readonly floor: Floor & {
    readonly steppers: Steppers
    /** A program of whole steps for so many of them, where that pays and can be had. */
    readonly fuse?: Fuser
  }
}

type Work = Generator<undefined, Fates, void>

/** Descents of one run that are told apart by where they start, and may be by their hyper-parameters. */
export interface Descents {
  /** One column per coordinate. */
  readonly starts: readonly Float64Array[]
  /** Hyper-parameters that are not those of the run: columns with one entry per descent. */
  readonly own?: Readonly<Record<string, Float64Array>>
  /** The seed of each, where it is not the experiment's: of its noise, and of the chances that its method takes. */
  readonly seeds?: readonly number[]
  /** Which start of the experiment they all stand for: noise and chance go by it; the first where absent. */
  readonly start?: number
  /** True where all steps are taken, so that last iterate and loss are those of a single run to the bit. */
  readonly whole?: boolean
  /**
   * True where nobody asks for verdicts, which take longer than descents. A descent whose loss has passed the limit of verdicts, or is no
   * number, then ends there and is Diverged; all others are Out of steps.
   */
  readonly plain?: boolean
}

/** What became of each descent: as in TileAnswer, and the loss at its last iterate. */
export interface Fates extends Pick<TileAnswer, 'fate' | 'steps' | 'end'> {
  readonly loss: Float64Array<ArrayBuffer>
  /** Of methods with code: evaluations asked for after `steps` steps. Those of formulas ask for as many in each. */
  readonly calls?: Float64Array<ArrayBuffer>
}

/** The answer for one tile, with pauses. The experiment's run must have a method (`refuseMap`). */
export function* computeTile(job: MapJob, tile: Tile, ground: Ground): Generator<undefined, TileAnswer, void> {
  const { domain } = job.experiment
  const { fate, steps, end } = yield* fatesOf(job, { starts: startsOf(domain, tile) }, ground)
  return { ...tile, fate, steps, end }
}

/** What becomes of descents, with pauses. The experiment's run must have a method (`refuseMap`). */
export function* fatesOf(job: MapJob, descents: Descents, ground: Ground): Work {
  const { experiment: e, run } = job
  const method = methodOf(e, e.runs[run].optimizer)
  if (method === undefined) throw new RangeError(`There is no method ${e.runs[run].optimizer} to descend with.`)
  const scene: Scene = { ...ground.scene, critical: job.critical, partial: job.partial }
  const count = descents.starts[0].length
  const answer: Fates = {
    fate: new Int16Array(count), steps: new Uint32Array(count), end: new Float64Array(count * e.domain.length), loss: new Float64Array(count),
  }
  const minima = ground.minima ?? lookAmong(minimaOf(job.critical), e.domain)
  const sheet = { job, scene, minima, contractions: ground.contractions, answer, floor: ground.floor, descents }
  return yield* isDeclared(method) ? together(method, sheet) : oneByOne(method, sheet)
}

interface Sheet {
  readonly job: MapJob
  readonly scene: Scene
  readonly minima: Minima
  readonly contractions: Ground['contractions']
  readonly answer: Fates
  readonly floor: Ground['floor']
  readonly descents: Descents
}

/** Notes what became of a run by its verdict; the track begins at iterate `by`. */
function byVerdict({ scene, answer, job, descents: { plain } }: Sheet, cell: number, finished: Finished, by: number): void {
  const { track } = finished
  const last = track.count - 1
  const { verdict, step } = plain === true ? plainly(track) : judgementOf(finished, scene)
  const end = iterate(track, last)
  const near = verdict === 'minimum' ? nearest(job, end) : -1
  answer.fate[cell] = near >= 0 ? near : fateOf(verdict)
  answer.steps[cell] = by + (verdict === 'minimum' ? step : last)
  answer.end.set(end, cell * end.length)
  answer.loss[cell] = track.f[last]
}

/** What stands for the verdict where nobody asks for it. */
function plainly({ f, count }: Track): Pick<Judgement, 'verdict' | 'step'> {
  return { verdict: Math.abs(f[count - 1]) <= farLimit(f[0]) ? 'moving' : 'diverged', step: count - 1 }
}

/** The minimum of any kind that a run rests at, which may be a little further from it where the point is flat. */
function nearest({ critical, experiment: { domain } }: MapJob, end: Float64Array): number {
  const within = (x: readonly number[]): boolean => x.every((v, i) => Math.abs(v - end[i]) <= 1e-2 * (domain[i][1] - domain[i][0]))
  const far = (x: readonly number[]): number => Math.hypot(...x.map((v, i) => v - end[i]))
  const all = minimaOf(critical)
  return all.reduce((best, { x }, m) => (within(x) && (best < 0 || far(x) < far(all[best].x)) ? m : best), -1)
}

/** Methods of formulas: all descents side by side. */
function* together(method: DeclaredOptimizer, sheet: Sheet): Work {
  const { job: { experiment: e, run }, answer, scene, minima, floor, descents: { starts, own, seeds, start = 0, whole = false, plain = false } } = sheet
  const entry = e.runs[run]
  const { hyper } = entry
  const stepper = stepperFor(method, hyper, floor.steppers, Object.keys(own ?? {}))
  const noises = (seeds ?? [e.seed]).map((seed) => disturbance({ ...e, seed }, start, floor.rows))
  const disturb = noises[0] && ((id: number) => noises[seeds === undefined ? 0 : id])
  const rate = rateOf(entry)
  const ways: SwarmWays = { landscape: scene.landscape, stepper, hyper, own, disturb, rate, around: activeAround(entry) }
  // To make the program and to look at all starts each take a while, of a long formula.
  function* begin(lanes: Lanes): Generator<undefined, Swarm, void> {
    const program = fits(lanes, ways) && floor.fuse !== undefined ? yield* floor.fuse(stepper, ownOf(ways), lanes.ids.length * (e.steps - lanes.t)) : undefined
    yield undefined
    if (scene.landscape.prepare !== undefined) yield* scene.landscape.prepare(1)
    const swarm = program === undefined ? beginSwarm(lanes, ways) : beginFused(lanes, ways, program)
    yield undefined
    return swarm
  }
  const count = starts[0].length
  const all = lanesAt(starts, stepper)
  const swarm = yield* begin(all)
  const single = createSingle(method, sheet, ways)
  const startOf = (id: number): number[] => starts.map((column) => column[id])
  const steady = declaredById(method.id) === method && method.family === 'First order'
  const early = !whole && steady && rate === undefined && disturb === undefined
  const known = early && own === undefined && ways.around.length === 0 ? sheet.contractions : undefined
  const watch = createWatch(count, minima, early ? e.steps : undefined, known && contractionsFrom(known, sheet, stepper, hyper))
  const first = swarm.f.slice(0, count)
  const moves = own?.lr === undefined ? new Uint8Array(count).fill(hyper.lr === 0 ? 0 : 1) : Uint8Array.from(own.lr, (rate) => (rate === 0 ? 0 : 1))
  const lanes = { stays: new Uint8Array(count), certain: new Int32Array(count), unknown: new Uint8Array(count), broken: [] }
  const tail = tailOf(e.steps)
  let late = all
  let length = 0
  for (;;) {
    if (swarm.t === tail) late = swarm.lanes()
    const gone = sift(swarm, { watch, answer, first, moves, over: swarm.t >= e.steps, length, plain }, lanes)
    for (const [j, k] of lanes.broken.entries()) {
      const id = swarm.ids[k]
      const { finished, by } = single.broken(swarm.before(k), startOf(id), first[id])
      byVerdict(sheet, id, finished, by)
      if (j % JUDGED === 0) yield undefined
    }
    if (gone > 0) swarm.keep(lanes.stays)
    if (swarm.count === 0) break
    length = Math.min(STRETCH, e.steps - swarm.t)
    yield* swarm.advance(length)
  }
  swarm.end()
  const positions: number[] = []
  late.ids.forEach((id, k) => { if (lanes.unknown[id] === 1) positions.push(k) })
  yield* takeTails(late, positions, e.steps, scene.landscape, begin, (end) => {
    byVerdict(sheet, end.id, single.ended(end, startOf(end.id), first[end.id], late.t), late.t)
  })
  return answer
}

/** By minimum, looked up where it is not known. */
function contractionsFrom(known: Contractions, { job: { critical }, scene }: Sheet, stepper: Stepper, hyper: Values): (m: number) => number {
  const minima = minimaOf(critical)
  const found = known.get(hyper) ?? new Float64Array(minima.length).fill(-1)
  known.set(hyper, found)
  return (m) => {
    if (found[m] < 0) found[m] = contractionAt(scene.landscape, minima[m].x, stepper, hyper)
    return found[m]
  }
}

const [DIVERGED, MOVING] = [fateOf('diverged'), fateOf('moving')]

/** What is known of a swarm whose lanes are sifted. */
interface Known {
  readonly watch: Watch
  readonly answer: Fates
  /** By descent: the loss at the start, and whether its steps have any length. */
  readonly first: Float64Array
  readonly moves: Uint8Array
  /** Whether it has taken all its steps; those of its last stretch. */
  readonly over: boolean
  readonly length: number
  readonly plain: boolean
}

/**
 * Answers for the lanes that rest at a minimum for certain, or have left for good; of the others, notes which stay, which broke off, and
 * which have come to nothing after all steps, by descent. Gives how many do not stay. Apart from the generator: V8 makes better code of a plain function.
 */
function sift(
  swarm: Swarm, { watch, answer, first, moves, over, length, plain }: Known,
  { stays, certain, unknown, broken }: { readonly stays: Uint8Array; readonly certain: Int32Array; readonly unknown: Uint8Array; readonly broken: number[] },
): number {
  const { count, t, ids, x, f, finite } = swarm
  const found = plain ? 0 : watch.look(swarm, length, certain)
  stays.fill(1, 0, count)
  broken.length = 0
  for (let k = finite.indexOf(0); k >= 0 && k < count; k = finite.indexOf(0, k + 1)) {
    stays[k] = 0
    broken.push(k)
  }
  let gone = broken.length
  /** Whether there is an answer for a lane that is finite. Of a run that is finite to its end, verdicts look first whether it is near. */
  const ended = (k: number, isCertain: boolean): boolean => {
    const id = ids[k]
    const far = Math.abs(f[k]) > farLimit(first[id])
    const rests = !plain && !far && moves[id] === 1 && watch.rests(id, t)
    if (!rests && !(plain ? over || far : over && far)) return false
    answer.fate[id] = rests ? watch.minimum(id) : far ? DIVERGED : MOVING
    answer.steps[id] = rests ? watch.since(id) : t
    answer.loss[id] = f[k]
    for (let i = 0; i < x.length; i++) answer.end[id * x.length + i] = isCertain ? watch.place(id, i) : x[i][k]
    return true
  }
  const end = (k: number, isCertain: boolean): void => {
    if (stays[k] === 0) return
    if (ended(k, isCertain)) stays[k] = 0
    else if (over) {
      unknown[ids[k]] = 1
      stays[k] = 0
    }
    gone += 1 - stays[k]
  }
  for (let j = 0; j < found; j++) end(certain[j], true)
  if (over || plain) for (let k = 0; k < count; k++) end(k, false)
  return gone
}

/** Methods with code: one descent after the other. */
function* oneByOne(method: CodedOptimizer, sheet: Sheet): Work {
  const { job: { experiment: e, run }, answer: all, floor, descents: { starts, own, seeds, start = 0 } } = sheet
  const answer = { ...all, calls: new Float64Array(all.fate.length) }
  for (let cell = 0; cell < all.fate.length; cell++) {
    const x = starts.map((column) => column[cell])
    const runs = e.runs.with(run, { ...e.runs[run], hyper: hyperOf({ hyper: e.runs[run].hyper, own }, cell) })
    const descent = beginDescent({ ...e, runs, starts: e.starts.with(start, x), seed: seeds?.[cell] ?? e.seed }, { run, start }, method, floor)
    const { costs } = descent.run.walk
    const asked = [0]
    descent.trajectory.quiet = true
    while (!descent.done) {
      // One step of a method with code may be thousands of evaluations, or a large system of equations.
      descent.advance(1)
      asked.push(costs.values + costs.gradients + costs.hessians)
      yield undefined
    }
    byVerdict(sheet, cell, descent.run, 0)
    answer.calls[cell] = asked[answer.steps[cell]]
    yield undefined
  }
  return answer
}
