/** How a run ended, and why, in one sentence with numbers. */
import { judgeStep } from './broken-step.ts'
import type { PathKey, RunEnding } from './events.ts'
import { sayAverage, sayClimb, sayRestarts } from './found.ts'
import { eigenvaluesAt, nearestMinimum, overLimit, rateAt, rateTex, reason, type Judgement } from './judgement.ts'
import { atMinimum, judgeRest } from './rest.ts'
import { distanceTo, iterate, type Finished, type Scene } from './scene.ts'
import { settle } from './settle.ts'
import { scheduleName } from '../experiment/schedule.ts'
import { sayLimit } from './say-limit.ts'
import { judgeFinished, judgeSearch } from './search.ts'
import { judgeUnrest } from './unrest.ts'
import { say, sayPoint } from './words.ts'

/** Loss beyond which a run counts as diverged, or a million times the loss at the start where that is more. */
const FAR = 1e12
/** Growth of the loss (beside the start and the range of the domain) that counts as diverging while it still goes on. */
const GROWTH = 1e3

/** The ending of a finished run. Called again once the critical points are known, it names them by letter. */
export function judge(key: PathKey, run: Finished, scene: Scene): RunEnding {
  const judgement = judgementOf(run, scene)
  const says = [sayRestarts(run, scene) ?? judgement.says(), sayClimb(run), sayAverage(run, scene)].filter((sentence) => sentence !== undefined).join(' ')
  return { type: 'ending', ...key, ...judgement, says, steps: run.track.count - 1, costs: { ...(run.ends ?? run.walk).costs } }
}

/** The same without its sentence, for one of many runs that nobody reads about. */
export function judgementOf(run: Finished, scene: Scene): Judgement {
  return judgeStart(run, scene) ?? judgeBroken(run, scene) ?? judgeFar(run, scene) ?? judgeFinished(run, scene) ?? judgeRunning(run, scene)
}

function judgeRunning(run: Finished, scene: Scene): Judgement {
  return run.walk.order === 0 ? judgeSearch(run, scene) : judgeRest(run, scene) ?? judgeUnrest(run, scene)
}

function judgeStart({ track, gradient, walk }: Finished, scene: Scene): Judgement | undefined {
  if (track.count > 1) return undefined
  const x = iterate(track, 0)
  const [f] = track.f
  const undefinedHere = (what: string, otherwise: string): Judgement => ({
    ending: 'undefined', verdict: 'undefined', step: 0, word: 'Undefined', says: () => `${what} at the start: ${reason(scene, x) ?? otherwise}`,
  })
  if (Number.isNaN(f)) return undefinedHere('No value', 'the formula is undefined there.')
  if (!Number.isFinite(f)) return undefinedHere('Infinite', 'the formula has no finite value there.')
  if (walk.order > 0 && !gradient.every(Number.isFinite)) return undefinedHere('No slope', 'the derivative does not exist there.')
  return undefined
}

/** Runs that met a value that is not finite. */
function judgeBroken(run: Finished, scene: Scene): Judgement | undefined {
  const { track, gradient } = run
  const last = track.count - 1
  const x = iterate(track, last)
  const f = track.f[last]
  const blind = run.walk.order === 0
  if (x.every(Number.isFinite) && Number.isFinite(f) && (blind || gradient.every(Number.isFinite))) return undefined
  const rate = judgeRate(run, x)
  if (rate !== undefined) return rate
  const step = judgeStep(run, scene)
  if (step !== undefined) return step
  if (overflowed(run, scene, x, f)) return diverged(run, scene)
  if (blind && f !== -Infinity) {
    const says = (): string => `None of the ${run.walk.costs.values} points it tried has a value: ${reason(scene, x) ?? 'the formula is undefined there.'}`
    return { ending: 'undefined', verdict: 'undefined', step: last, word: 'Undefined', says }
  }
  const where = (): string => `Step ${last} landed at ${sayPoint(x)}`
  if (Number.isFinite(f)) {
    const settled = settle(run, scene)
    if (settled !== undefined) return { ending: 'converged', verdict: 'minimum', step: settled.step, word: 'Converged', says: () => atMinimum(settled, scene) }
    const says = (): string => `${where()}, which has no slope: ${reason(scene, x) ?? 'the derivative does not exist there.'}`
    return { ending: 'undefined', verdict: 'undefined', step: last, word: 'Undefined', says }
  }
  const says = (): string => `${where()}: ${reason(scene, x) ?? 'the formula has no value there.'}`
  return { ending: 'left-domain', verdict: 'left-domain', step: last, word: 'Left the domain', says }
}

/** A run that its schedule ended: the last step had no finite rate. */
function judgeRate(run: Finished, x: Float64Array): Judgement | undefined {
  const last = run.track.count - 1
  const rate = rateAt(run)
  const { schedule } = run
  if (schedule === undefined || Number.isFinite(rate) || x.every(Number.isFinite)) return undefined
  const says = (): string => `The schedule ${scheduleName(schedule)} gives step ${last} no finite rate: at t = ${last - 1} it is ${say(rate)}.`
  return { ending: 'undefined', verdict: 'undefined', step: last, word: 'Undefined', says }
}

/** Whether the value broke because numbers grew too large, and not because the formula is undefined at that place. */
function overflowed({ track }: Finished, scene: Scene, x: Float64Array, f: number): boolean {
  const last = track.count - 1
  if (!x.every(Number.isFinite)) return true
  const limit = farLimit(track.f[0])
  if (last > 0 && (Math.abs(track.f[last - 1]) > limit || track.slope[last - 1] > limit)) return true
  const away = distanceTo(track, last, iterate(track, 0))
  const far = 1e3 * scene.size
  if (!(away > far) || Number.isFinite(f)) return false
  // The same direction, but only 1000 diagonals out: where the formula has a value there, only the size of the step broke it.
  const nearer = x.map((v, i) => track.x[i] + (v - track.x[i]) * (far / away))
  return Number.isFinite(scene.landscape.value(nearer))
}

/** Runs that are finite to the end but have left for good. */
function judgeFar(run: Finished, scene: Scene): Judgement | undefined {
  const { track } = run
  const last = track.count - 1
  const f = track.f[last]
  const scale = Math.max(Math.abs(track.f[0]), scene.range)
  if (Math.abs(f) > farLimit(track.f[0])) return diverged(run, scene)
  const growing =
    last >= 4 && Math.abs(f) > GROWTH * scale && Math.abs(f) > 1.01 * Math.abs(track.f[last - 4]) &&
    track.f.subarray(0, last).every((v) => (f > 0 ? v <= f : v >= f))
  return scale > 0 && growing ? diverged(run, scene, GROWTH * scale) : undefined
}

export const farLimit = (start: number): number => Math.max(FAR, 1e6 * Math.abs(start))

function diverged(run: Finished, scene: Scene, limit = farLimit(run.track.f[0])): Judgement {
  const { track } = run
  let step = track.count - 1
  while (step > 1 && !(Math.abs(track.f[step - 1]) <= limit)) step--
  return { ending: 'diverged', verdict: 'diverged', step, word: 'Diverged', says: () => sayDiverged(run, scene, limit, step) }
}

/** How far the loss went by which step, and which limit the rate is over, where it is over one. */
function sayDiverged(run: Finished, scene: Scene, limit: number, step: number): string {
  const { track } = run
  const early = limit < FAR
  if (track.f[step] < 0) {
    const soFar = `Loss is ${say(track.f[track.count - 1])} and falls ever faster: there is no lowest point in sight.`
    const says = `Loss fell below ${say(-limit)} at step ${step}: this function has no lowest point that way.`
    return early ? soFar : says
  }
  const passed = early ? `Loss grew ${GROWTH}-fold by step ${step}` : `Loss passed ${say(limit)} at step ${step}`
  const start = iterate(track, 0)
  const atMinimum = overLimit(run, scene, nearestMinimum(start, scene)?.eigenvalues, step)
  const over = atMinimum ?? overLimit(run, scene, eigenvaluesAt(scene, start), step)
  if (over === undefined) return `${passed}. Try ${run.optimizer.hyper.lr === undefined ? 'smaller steps' : `a smaller ${rateTex(run)}`}.`
  return `${passed}: ${rateTex(run)} = ${say(rateAt(run, step))} is over ${sayLimit(run.optimizer, run.hyper, over)}.`
}
