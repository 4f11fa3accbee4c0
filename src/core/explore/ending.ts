/** How a run ended, and why, in one sentence with numbers. */
import type { CriticalPoint, PathKey, RunEnding, Ending, Verdict } from './events.ts'
import { curvature, largest } from './classify.ts'
import { cycleOf, type Cycle } from './cycle.ts'
import { classifyFlat, lowerNear, polish } from './flat-point.ts'
import { distanceTo, inside, iterate, type Finished, type Scene } from './scene.ts'
import { settle, staysNear, type Settled } from './settle.ts'
import { stableRate, stableRateTex } from './stability.ts'
import { say, sayPercent, sayPoint } from './words.ts'

/** Loss beyond which a run counts as diverged, or a million times the loss at the start where that is more. */
const FAR = 1e12
/** Growth of the loss (beside the start and the range of the domain) that counts as diverging while it still goes on. */
const GROWTH = 1e3
/** Steps over which progress is measured. */
const PROGRESS = 100

interface Judgement {
  readonly ending: Ending
  readonly verdict: Verdict
  readonly step: number
  readonly word: string
  readonly says: string
}

/** The ending of a finished run. Called again once the critical points are known, it names them by letter. */
export function judge(key: PathKey, run: Finished, scene: Scene): RunEnding {
  const judgement = judgeStart(run, scene) ?? judgeBroken(run, scene) ?? judgeFar(run, scene) ?? judgeRest(run, scene) ?? judgeUnrest(run, scene)
  return { type: 'ending', ...key, ...judgement, steps: run.track.count - 1, calls: run.calls }
}

function judgeStart({ track, gradient }: Finished, scene: Scene): Judgement | undefined {
  if (track.count > 1) return undefined
  const x = iterate(track, 0)
  const why = reason(scene, x)
  const undefinedHere = (says: string): Judgement => ({ ending: 'undefined', verdict: 'undefined', step: 0, word: 'Undefined', says })
  if (Number.isNaN(track.f[0])) return undefinedHere(`No value at the start: ${why ?? 'the formula is undefined there.'}`)
  if (!Number.isFinite(track.f[0])) return undefinedHere(`Infinite at the start: ${why ?? 'the formula has no finite value there.'}`)
  if (!gradient.every(Number.isFinite)) return undefinedHere(`No slope at the start: ${why ?? 'the derivative does not exist there.'}`)
  return undefined
}

/** Runs that met a value that is not finite. */
function judgeBroken(run: Finished, scene: Scene): Judgement | undefined {
  const { track, gradient } = run
  const last = track.count - 1
  const x = iterate(track, last)
  const f = track.f[last]
  if (x.every(Number.isFinite) && Number.isFinite(f) && gradient.every(Number.isFinite)) return undefined
  if (overflowed(run, scene, x, f)) return diverged(run, scene)
  const where = `Step ${last} landed at ${sayPoint(x)}`
  if (Number.isFinite(f)) {
    const why = reason(scene, x) ?? 'the derivative does not exist there.'
    return { ending: 'undefined', verdict: 'undefined', step: last, word: 'Undefined', says: `${where}, which has no slope: ${why}` }
  }
  const why = reason(scene, x) ?? 'the formula has no value there.'
  return { ending: 'left-domain', verdict: 'left-domain', step: last, word: 'Left the domain', says: `${where}: ${why}` }
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
  const growing = last >= 4 && Math.abs(f) > GROWTH * scale && track.f.subarray(0, last).every((v) => (f > 0 ? v <= f : v >= f))
  return scale > 0 && growing ? diverged(run, scene, GROWTH * scale) : undefined
}

const farLimit = (start: number): number => Math.max(FAR, 1e6 * Math.abs(start))

function diverged(run: Finished, scene: Scene, limit = farLimit(run.track.f[0])): Judgement {
  const { track } = run
  let step = track.count - 1
  while (step > 1 && !(Math.abs(track.f[step - 1]) <= limit)) step--
  const shared = { ending: 'diverged', verdict: 'diverged', step, word: 'Diverged' } as const
  const early = limit < FAR
  if (track.f[step] < 0) {
    const fell = early ? `Loss is ${say(track.f[track.count - 1])} and falls ever faster` : `Loss fell below ${say(-limit)} at step ${step}`
    return { ...shared, says: `${fell}: this function has no lowest point that way.` }
  }
  const passed = early ? `Loss grew ${GROWTH}-fold by step ${step}` : `Loss passed ${say(limit)} at step ${step}`
  const over = overLimit(run, scene, nearestMinimum(iterate(track, 0), scene)?.eigenvalues) ?? overLimit(run, scene, eigenvaluesAt(scene, iterate(track, 0)))
  if (over === undefined) return { ...shared, says: `${passed}. Try a smaller ${rateTex(run)}.` }
  return { ...shared, says: `${passed}: ${rateTex(run)} = ${say(run.hyper.lr)} is over ${stableRateTex(run.optimizer, run.hyper)} = ${say(over)}.` }
}

/** Runs that came to rest at a flat point. */
function judgeRest(run: Finished, scene: Scene): Judgement | undefined {
  if (run.hyper.lr === 0 && run.track.slope[0] !== 0 && run.track.count > 1) {
    const says = `${rateTex(run)} is 0, so the ball never moves.`
    return { ending: 'out-of-steps', verdict: 'moving', step: run.track.count - 1, word: 'Never moves', says }
  }
  const settled = settle(run, scene)
  if (settled === undefined) return balanced(run, scene)
  const { point, step } = settled
  if (point.kind === 'minimum') return { ending: 'converged', verdict: 'minimum', step, word: 'Converged', says: atMinimum(settled, scene) }
  if (point.kind === 'saddle') {
    return { ending: 'stalled', verdict: 'saddle', step, word: 'Stuck at saddle', says: 'Slope is zero, but one direction still goes down.' }
  }
  if (point.kind === 'maximum') {
    return { ending: 'stalled', verdict: 'maximum', step, word: 'Stuck at a top', says: 'Slope is zero, but every way leads down.' }
  }
  return { ending: 'stalled', verdict: 'flat', step, word: 'Stuck where flat', says: atDegenerate(settled, scene) }
}

/** Rest on a slope: weight decay pulls towards the origin as hard as the slope pulls down. */
function balanced(run: Finished, scene: Scene): Judgement | undefined {
  const { track, hyper } = run
  const last = track.count - 1
  if (!(hyper.weight_decay > 0) || last < 1) return undefined
  const x = iterate(track, last)
  if (!staysNear(run, scene, x, 1e-6 * scene.size) || track.slope[last] === 0) return undefined
  let step = last
  while (step > 0 && distanceTo(track, step - 1, x) <= 1e-3 * scene.size) step--
  const says = `Weight decay balances a slope of ${say(track.slope[last])} at ${sayPoint(x)} after ${step} steps.`
  return { ending: 'stalled', verdict: 'plateau', step, word: 'Held by decay', says }
}

function atMinimum({ point, known, step }: Settled, scene: Scene): string {
  const name = known !== undefined && known.letter !== '' ? `minimum ${known.letter}` : `the minimum at ${sayPoint(point.x)}`
  const when = step === 0 ? `Starts at ${name} and stays there.` : `At ${name} after ${step} ${step === 1 ? 'step' : 'steps'}.`
  if (!inside(scene.domain, point.x)) return `At a minimum outside the domain, ${sayPoint(point.x)}, after ${step} steps.`
  const deeper = scene.critical?.find((c) => c.letter === 'A' && known !== undefined && !known.lowest && c.f < known.f)
  return deeper === undefined ? when : `${when} A lies deeper.`
}

function atDegenerate({ point }: Settled, scene: Scene): string {
  if (point.eigenvalues.every((v) => v === 0) && isFlatAround(point.x, point.f, scene)) return 'Slope is exactly zero on level ground, so no step is taken.'
  const lower = lowerNear(scene.landscape, point, 1e-3 * scene.size)
  if (scene.landscape.dimension > 1) {
    const all = largest(point.eigenvalues) <= 1e-3 * typicalCurvature(scene)
    const which = all ? 'both curvatures' : 'one curvature'
    return lower === undefined
      ? `Slope and ${which} are zero: the test cannot tell if this is lowest.`
      : `Slope and ${which} are zero, but lower ground is near.`
  }
  if (lower === undefined) return 'Slope and curvature are zero: the test cannot tell if this is lowest.'
  return `Slope and curvature are zero, but it still goes down to the ${lower[0] < point.x[0] ? 'left' : 'right'}.`
}

/** The curvature of a bowl as high as the landscape and as wide as its domain. */
function typicalCurvature(scene: Scene): number {
  return scene.range / (scene.size * scene.size)
}

function isFlatAround(x: Float64Array, f: number, scene: Scene): boolean {
  return x.every((_, i) => [-1, 1].every((side) => scene.landscape.value(x.map((v, k) => (k === i ? v + side * 1e-3 * scene.size : v))) === f))
}

/** Runs that used up their steps without coming to rest. */
function judgeUnrest(run: Finished, scene: Scene): Judgement {
  const { track } = run
  const last = track.count - 1
  const moving = { ending: 'out-of-steps', verdict: 'moving', step: last, word: 'Still moving' } as const
  if (last === 0) return { ...moving, word: 'No steps', says: 'No steps were asked for. Give it more steps.' }
  const cycle = cycleOf(track, 1e-6 * scene.size)
  if (cycle !== undefined) {
    return { ending: 'out-of-steps', verdict: 'oscillating', step: last, word: 'Oscillating', says: circling(run, scene, cycle) }
  }
  const window = Math.min(PROGRESS, last)
  const before = track.f[last - window]
  const fall = before - track.f[last]
  const slopeIsSmall = track.slope[last] * scene.size < 0.01 * scene.range
  // Slow: under 1 % of the range of the landscape in 1000 steps at this pace, and under 5 % of what loss there is.
  const slow = fall * 10 < 0.01 * scene.range * (window / PROGRESS) && fall <= 0.05 * Math.abs(before)
  const over = `in the last ${window} steps`
  const fell = before > 0 && track.f[last] > 0 ? sayPercent(fall / before) : say(fall)
  if (fall >= 0 && slow && slopeIsSmall && !bowlAhead(run, scene)) {
    const says = fall === 0 ? `Loss did not fall ${over}, and the slope is small.` : `Loss fell only ${fell} ${over}, and the slope is small.`
    return { ending: 'stalled', verdict: 'plateau', step: last, word: 'Plateau', says }
  }
  if (track.f[last] > track.f[last - 1]) {
    const near = nearestMinimum(iterate(track, last), scene)
    const past = near === undefined ? 'its lowest point so far' : named(near)
    return { ...moving, says: `Overshoots ${past} and swings back. Give it more steps.` }
  }
  if (slow && !slopeIsSmall) return { ...moving, says: `Loss fell only ${fell} ${over}: steps are tiny. Try a larger ${rateTex(run)}.` }
  if (!inside(scene.domain, iterate(track, last))) {
    return { ...moving, says: `Loss is still falling, outside the domain at ${sayPoint(iterate(track, last))}.` }
  }
  const number = before > 0 && track.f[last] > 0 ? `, ${fell} ${over}` : ''
  return { ...moving, says: `Loss is still falling${number}. Give it more steps.` }
}

/** Whether the ground ahead is a bowl whose bottom lies within the domain's size: then a small slope is only the way in. */
function bowlAhead({ track }: Finished, scene: Scene): boolean {
  const x = iterate(track, track.count - 1)
  const eigenvalues = eigenvaluesAt(scene, x)
  const bottom = eigenvalues.length > 0 && eigenvalues[0] > 0 ? polish(scene.landscape, x, scene.size) : undefined
  if (bottom === undefined) return false
  // The far end of tanh is flat too, to the last digit, but nothing rises beyond it.
  const f = scene.landscape.value(bottom) + 1e-9 * scene.range
  return bottom.every((_, i) => [-0.05, 0.05].every((share) => scene.landscape.value(bottom.map((v, k) => (k === i ? v + share * scene.size : v))) > f))
}

function circling(run: Finished, scene: Scene, cycle: Cycle): string {
  const { track } = run
  const last = track.count - 1
  const near = nearestMinimum(cycle.centre, scene)
  const place = near === undefined ? sayPoint(cycle.centre) : named(near)
  if (cycle.kind === 'wander') return `Hovers round ${place} without settling: steps stay near ${say(cycle.stride, 2)} long.`
  const over = near?.kind === 'minimum' ? overLimit(run, scene, near.eigenvalues) : undefined
  if (cycle.growth > 1.05 && over !== undefined) {
    return `Swings grow: ${rateTex(run)} = ${say(run.hyper.lr)} is over ${stableRateTex(run.optimizer, run.hyper)} = ${say(over)}.`
  }
  if (cycle.growth > 1.05) return `Swings grow wider across ${place}. Try a smaller ${rateTex(run)}.`
  if (cycle.kind === 'swap' && track.dimension === 1) {
    const ends = [track.x[last - 1], track.x[last]].toSorted((a, b) => a - b)
    return `Swaps between ${say(ends[0])} and ${say(ends[1])} for ever.`
  }
  if (near?.kind === 'kink minimum') return `Jumps across the kink at ${place}: the slope does not fade there.`
  if (over === undefined) return `Jumps to and fro across ${place}. Try a smaller ${rateTex(run)}.`
  const share = run.hyper.lr / over - 1
  return `Jumps across ${place}: ${rateTex(run)} is ${share < 0.0005 ? 'just' : sayPercent(share)} over ${stableRateTex(run.optimizer, run.hyper)}.`
}

/** The stable rate for the largest of `eigenvalues`, where the run's rate is over it (or at it, to rounding). */
function overLimit(run: Finished, scene: Scene, eigenvalues: readonly number[] | undefined): number | undefined {
  if (eigenvalues === undefined || eigenvalues.length < scene.landscape.dimension) return undefined
  const limit = stableRate(run.optimizer, run.hyper, Math.max(...eigenvalues))
  return limit !== undefined && run.hyper.lr >= limit * (1 - 1e-12) ? limit : undefined
}

function eigenvaluesAt(scene: Scene, x: Float64Array): readonly number[] {
  const n = scene.landscape.dimension
  const hessian = new Float64Array(n * n)
  scene.landscape.hessian(x, new Float64Array(n), hessian)
  const { eigenvalues } = curvature(hessian, n)
  return largest(eigenvalues) > 0 ? eigenvalues : []
}

/** The nearest minimum: of the critical report, or before there is one, the one Newton's method finds from here. */
function nearestMinimum(x: ArrayLike<number>, scene: Scene): CriticalPoint | undefined {
  if (scene.critical !== undefined) {
    const minima = scene.critical.filter((c) => c.kind === 'minimum' || c.kind === 'kink minimum')
    const away = (c: CriticalPoint): number => Math.hypot(...c.x.map((v, i) => v - x[i]))
    return minima.toSorted((a, b) => away(a) - away(b))[0]
  }
  const at = polish(scene.landscape, x, 0.5 * scene.size)
  if (at === undefined) return undefined
  const { x: _place, ...point } = classifyFlat(scene.landscape, at, scene.size)
  return point.kind === 'minimum' ? { ...point, x: Array.from(at), lowest: false, letter: '' } : undefined
}

const named = (c: CriticalPoint): string => (c.letter === '' ? `the minimum at ${sayPoint(c.x)}` : `minimum ${c.letter}`)
const rateTex = (run: Finished): string => `$${run.optimizer.hyper.lr?.tex ?? '\\eta'}$`

function reason(scene: Scene, x: ArrayLike<number>): string | undefined {
  return scene.because(x)?.replaceAll(/-(?=\d)/g, '−')
}
