/** Runs that came to rest: at a minimum, at another flat point, or held by weight decay. */
import { largest } from './classify.ts'
import { lowerNear } from './flat-point.ts'
import { rateAt, rateTex, type Judgement } from './judgement.ts'
import { inside, isNear, iterate, type Finished, type Scene } from './scene.ts'
import { settle, staysNear, type Settled } from './settle.ts'
import { say, sayPoint } from './words.ts'

/** The judgement of a run that came to rest; undefined where it did not. */
export function judgeRest(run: Finished, scene: Scene): Judgement | undefined {
  if (run.hyper.lr === 0 && run.track.slope[0] !== 0 && run.track.count > 1) {
    const says = (): string => `${rateTex(run)} is 0, so the ball never moves.`
    return { ending: 'out-of-steps', verdict: 'moving', step: run.track.count - 1, word: 'Never moves', says }
  }
  const settled = settle(run, scene)
  if (settled === undefined) return faded(run) ?? balanced(run, scene)
  const { point, step } = settled
  if (point.kind === 'minimum') {
    return { ending: 'converged', verdict: 'minimum', step, word: 'Converged', says: () => atMinimum(settled, scene) }
  }
  if (point.kind === 'saddle') {
    const says = (): string => 'Slope is zero, but one direction still goes down.'
    return { ending: 'stalled', verdict: 'saddle', step, word: 'Stuck at saddle', says }
  }
  if (point.kind === 'maximum') {
    const says = (): string => 'Slope is zero, but every way leads down.'
    return { ending: 'stalled', verdict: 'maximum', step, word: 'Stuck at a top', says }
  }
  return { ending: 'stalled', verdict: 'flat', step, word: 'Stuck where flat', says: () => atDegenerate(settled, scene) }
}

/** Rest on a slope: the schedule has brought the rate to 0. */
function faded(run: Finished): Judgement | undefined {
  const last = run.track.count - 1
  if (run.schedule === undefined || last < 1 || rateAt(run) !== 0) return undefined
  const says = (): string => `The schedule has brought ${rateTex(run)} to 0 on a slope. Let it fall later, or start from a larger ${rateTex(run)}.`
  return { ending: 'out-of-steps', verdict: 'moving', step: last, word: 'Held', says }
}

/** Rest on a slope: weight decay pulls towards the origin as hard as the slope pulls down. */
function balanced(run: Finished, scene: Scene): Judgement | undefined {
  const { track, hyper } = run
  const last = track.count - 1
  if (!(hyper.weight_decay > 0) || last < 1) return undefined
  const x = iterate(track, last)
  if (!staysNear(run, scene, x, 1e-6) || track.slope[last] === 0) return undefined
  let step = last
  while (step > 0 && isNear(track, step - 1, x, scene.domain, 1e-3)) step--
  const says = (): string => `Weight decay balances a slope of ${say(track.slope[last])} at ${sayPoint(x)} after ${step} steps.`
  return { ending: 'stalled', verdict: 'plateau', step, word: 'Held by decay', says }
}

/** `At minimum B after 7 steps. A lies deeper.` */
export function atMinimum({ point, known, step }: Settled, scene: Scene): string {
  const name = known !== undefined && known.letter !== '' ? `minimum ${known.letter}` : `the minimum at ${sayPoint(point.x)}`
  const when = step === 0 ? `Starts at ${name} and stays there.` : `At ${name} after ${step} ${step === 1 ? 'step' : 'steps'}.`
  if (!inside(scene.domain, point.x)) return `At a minimum outside the domain, ${sayPoint(point.x)}, after ${step} steps.`
  const deeper = scene.critical?.find((c) => c.letter === 'A' && known !== undefined && !known.lowest && c.f < known.f)
  return deeper === undefined ? when : `${when} A lies deeper.`
}

function atDegenerate({ point }: Settled, scene: Scene): string {
  const level = point.eigenvalues.every((v) => v === 0) && isFlatAround(point.x, point.f, scene)
  if (level) return 'Slope is exactly zero on level ground, so no step is taken.'
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

/** Whether the height is the same along the axes and between them: on x²y² it is 0 along the axes alone. */
function isFlatAround(x: Float64Array, f: number, scene: Scene): boolean {
  const step = 1e-3 * scene.size
  const moves = [-step, 0, step]
  const around = x.length === 1 ? moves.map((d) => [d]) : moves.flatMap((d) => moves.map((e) => [d, e]))
  return around.every((move) => scene.landscape.value(x.map((v, i) => v + move[i])) === f)
}
