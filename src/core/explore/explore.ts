/**
 * An Experiment -> what happens, as a stream of events. Pure: the same experiment gives the same events, and the worker, the
 * command line, the tests and an exporter all pull the same generator.
 */
import { accelerated } from '../engine/accelerated.ts'
import { undefinedBecause } from '../engine/domain.ts'
import { enclosed } from '../engine/enclosed.ts'
import { createMachine, type Machine } from '../engine/wasm/machine.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { sampled, type Sampled } from '../experiment/batch.ts'
import { methodOf } from '../experiment/methods.ts'
import { resolve, type Resolved } from '../experiment/resolve.ts'
import type { Height } from '../objectives/objective.ts'
import type { Steppers } from '../optimizers/update.ts'
import { findCritical } from './critical.ts'
import { beginDescent, type Descent, type Floor } from './descent.ts'
import { judge } from './ending.ts'
import type { CriticalReport, Event, Notice, PathKey, RunEnding, Samples, Surface } from './events.ts'
import { heightOf } from './height.ts'
import { createLeaper, type Leaper } from './leaps.ts'
import { reportAt } from './report.ts'
import { Restarts } from './restarts.ts'
import { diagonal, type Finished, type Scene } from './scene.ts'
import { sameGround, samePath, sameStart } from './since.ts'
import { COARSE, CURVE, FINE, sampleFull, sampleSurface } from './surface.ts'
import { pace, SLICE_POINTS } from './work.ts'
import { say, sayDomain } from './words.ts'

/** Events and, between them, undefined where it is a good moment to pause. */
type Stream<T> = Generator<Event | undefined, T, void>

/** The parts of an exploration, in the order they come. */
export type Part = 'at' | 'runs' | 'surface' | 'critical'

export interface ExploreOptions {
  /** Computes these parts only; all of them where absent. */
  readonly only?: readonly Part[]
  /** What an earlier exploration of the same ground found out; filled in by this one. See `createExplorer`. */
  readonly memory?: Memory
}

/** What explorations of one ground can hand on to each other. Belongs to whoever calls; the core keeps none itself. */
export interface Memory {
  ground?: Ground
  /** What its landscapes run on once there is much to do. */
  machine?: Machine
  /** Makes it; the host's own where absent. */
  readonly makeMachine?: () => Machine | undefined
  /** Update formulas that were compiled. */
  steppers?: Steppers
}

export interface Ground {
  readonly experiment: Experiment
  readonly scene: Scene
  readonly resolved: Resolved
  readonly height: Height
  /** What takes several steps of a method at once. */
  readonly leaper: Leaper
  /** Whether the surface in full has been given; absent where nobody began. */
  full?: boolean
  /** The landscape for batches of its data, once somebody asked for it. */
  sampled?: Sampled
  /** The work on the critical points, which goes on where it was abandoned, and its result. */
  work?: Generator<CriticalReport | undefined, CriticalReport, void>
  critical?: CriticalReport
}

/**
 * Explores `e`. Yields events in this order: reports on the starts; a quick surface; paths in chunks, short ones first, all runs side
 * by side; the endings; `runs-done`; the final surface; the critical points, more than once where they take a while; and the
 * endings once more where the critical points changed them: a later ending replaces the earlier one. Between events it yields undefined at least every 4 ms or so of
 * work: a good moment to pause or to abandon the generator.
 *
 * With `since`, the experiment whose results the receiver holds complete, only what differs is computed: a path that is not sent
 * again is unchanged, and so are surface, critical points and reports.
 */
export function* explore(e: Experiment, since?: Experiment, options: ExploreOptions = {}): Stream<void> {
  const wants = (part: Part): boolean => options.only === undefined || options.only.includes(part)
  const { ground, quick } = yield* groundOf(e, options.memory)
  const held = since !== undefined && sameGround(e, since) ? since : undefined
  if (wants('at')) yield* reports(e, ground, held)
  if (wants('surface') && held === undefined) yield* quickSurface(e, ground, quick)
  const { memory = {} } = options
  const finished = wants('runs') ? yield* runs(e, ground, held, (memory.steppers ??= new WeakMap())) : []
  const endings = yield* judged(finished, ground)
  if (wants('runs')) yield { type: 'runs-done' }
  if (wants('surface') && held === undefined) yield* surfaces(e, ground)
  if (wants('surface') && (held === undefined || ground.full === false)) yield* fullSurface(e, ground)
  const pending = ground.work !== undefined || (ground.critical === undefined && finished.length > 0)
  if (wants('critical') && (held === undefined || pending)) {
    yield* critical(e, ground, held)
    yield* judged(finished, ground, endings)
  }
}

/**
 * An `explore` that remembers the ground it worked on last, its compiled formula and its critical points, so that a drag of the
 * start compiles nothing and its first verdicts already name the minima.
 */
export function createExplorer(): (e: Experiment, since?: Experiment) => Stream<void> {
  const memory: Memory = {}
  return (e, since) => explore(e, since, { memory })
}

/** The ground of `e`, and the quick look at it where it had to be taken. */
export function* groundOf(e: Experiment, memory: Memory = {}): Stream<{ ground: Ground; quick?: Samples }> {
  if (memory.ground !== undefined && sameGround(memory.ground.experiment, e)) return { ground: memory.ground }
  const resolved = resolve(e)
  yield undefined
  const { coordinates, expression, data } = resolved
  const machineFor = (): Machine | undefined => (memory.machine ??= (memory.makeMachine ?? createMachine)())
  const fast = accelerated(resolved.landscape, expression, coordinates, e.params, data, machineFor)
  const landscape = enclosed(fast, expression, coordinates, e.params, data)
  if (landscape.prepare !== undefined) yield* landscape.prepare(e.domain.length === 1 ? 2 : 0)
  const quick = yield* sampleSurface(landscape, e.domain, COARSE, 0)
  const scene: Scene = {
    landscape, coordinates, domain: e.domain, size: diagonal(e.domain),
    range: Number.isFinite(quick.high - quick.low) ? quick.high - quick.low : 0,
    because: (x) => undefinedBecause(expression, coordinates, e.params, x, data),
  }
  const ground = (memory.ground = { experiment: e, scene, resolved, height: resolved.objective?.height ?? heightOf(quick.f), leaper: createLeaper(resolved, e.params, machineFor) })
  return { ground, quick }
}

function* reports(e: Experiment, { scene }: Ground, held: Experiment | undefined): Stream<void> {
  for (const [start, x] of e.starts.entries()) {
    if (held !== undefined && sameStart(e, held, start)) continue
    yield { type: 'at', start, report: reportAt(scene.landscape, x, { size: scene.size, because: () => scene.because(x) }) }
  }
}

interface Done {
  readonly key: PathKey
  /** The run as it is once it has taken its last step. */
  readonly run: Finished
}

function* runs(e: Experiment, ground: Ground, held: Experiment | undefined, steppers: Steppers): Stream<Done[]> {
  const floor: Floor = { landscape: ground.scene.landscape, rows: () => (ground.sampled ??= sampled(ground.resolved, e)), steppers, leaper: ground.leaper }
  const begun: (Descent | Restarts)[] = []
  for (const [run, { optimizer: id, around }] of e.runs.entries()) {
    const method = methodOf(e, id)
    if (method === undefined) continue
    for (const start of e.starts.keys()) {
      const key = { run, start }
      if (held !== undefined && samePath(e, held, key)) continue
      begun.push(around?.restarts === undefined
        ? beginDescent(e, key, method, floor)
        : new Restarts(key, around.restarts.restarts, (restart) => beginDescent(e, key, method, floor, restart)))
    }
  }
  let active = begun
  while (active.length > 0) {
    for (const one of active) {
      yield* one.advance(pace(floor.landscape, Math.ceil(SLICE_POINTS / one.work), 2))
      yield undefined
    }
    active = active.filter((one) => !one.done)
  }
  return begun
}

/** Judges every finished run and yields the endings that differ from those given `before`. */
function* judged(finished: readonly Done[], ground: Ground, before: readonly RunEnding[] = []): Stream<RunEnding[]> {
  const scene: Scene = { ...ground.scene, critical: ground.critical?.points, partial: ground.critical?.partial }
  const endings: RunEnding[] = []
  for (const [i, { key, run }] of finished.entries()) {
    const ending = judge(key, run, scene)
    const earlier = before[i]
    const same = earlier?.says === ending.says && earlier.verdict === ending.verdict && earlier.step === ending.step
    if (!same) yield ending
    endings.push(ending)
    yield undefined
  }
  return endings
}

/** The quick surface, unless it would be as fine as the final one. */
function* quickSurface(e: Experiment, { scene: { landscape }, height }: Ground, quick?: Samples): Stream<void> {
  const samples = quick ?? (yield* sampleSurface(landscape, e.domain, COARSE, 0))
  if (samples.f.length !== CURVE) yield { type: 'surface', ...samples, height } satisfies Surface
}

function* surfaces(e: Experiment, ground: Ground): Stream<void> {
  const { scene, resolved, height } = ground
  ground.full = false
  const samples = yield* sampleSurface(scene.landscape, e.domain, FINE, 1)
  const says = remark(samples, scene, resolved.formula)
  if (says !== undefined) yield { type: 'notice', says } satisfies Notice
  yield { type: 'surface', ...samples, height } satisfies Surface
}

/** The surface in full, once for a ground: also where the stream that was to bring it was abandoned. */
function* fullSurface(e: Experiment, ground: Ground): Stream<void> {
  const samples = yield* sampleFull(ground.scene.landscape, e.domain)
  if (samples !== undefined) yield { type: 'surface', ...samples, height: ground.height } satisfies Surface
  ground.full = true
}

/** A sentence about a surface that is nothing to descend on. */
function remark(surface: Samples, scene: Scene, formula: string): string | undefined {
  const where = sayDomain(scene.coordinates, scene.domain)
  if (surface.undefinedCount === surface.f.length) {
    const why = scene.because(scene.domain.map(([lo, hi]) => (lo + hi) / 2))?.replace(/;[^;]*$/, '.') ?? 'move the domain.'
    return `${formula} has no value anywhere in ${where}: ${why}`
  }
  if (surface.low === surface.high && surface.undefinedCount === 0) {
    return `${formula} is ${say(surface.low)} everywhere in ${where}: on level ground no optimizer moves.`
  }
  return undefined
}

function* critical(e: Experiment, ground: Ground, held: Experiment | undefined): Stream<void> {
  if (ground.critical !== undefined) {
    if (held === undefined) yield ground.critical
    return
  }
  const { landscape, coordinates } = ground.scene
  const work = (ground.work ??= findCritical(landscape, coordinates, e.domain))
  // Not yield*, which would end the work where this stream is abandoned.
  for (;;) {
    const { done, value } = work.next()
    if (done) {
      ground.work = undefined
      yield (ground.critical = value)
      return
    }
    yield value
  }
}
