/** Runs that used up their steps without coming to rest: to and fro, on a plateau, or still on their way. */
import { cycleOf, type Cycle } from './cycle.ts'
import { polish } from './flat-point.ts'
import { judgeHover } from './hover.ts'
import { eigenvaluesAt, named, nearestMinimum, overLimit, rateAt, rateTex, type Judgement } from './judgement.ts'
import { inside, iterate, stride, type Finished, type Scene } from './scene.ts'
import { sayLimit } from './say-limit.ts'
import { say, sayPercent, sayPoint } from './words.ts'

/** Steps over which progress is measured. */
const PROGRESS = 100

export function judgeUnrest(run: Finished, scene: Scene): Judgement {
  const { track } = run
  const last = track.count - 1
  const moving = { ending: 'out-of-steps', verdict: 'moving', step: last, word: 'Still moving' } as const
  if (last === 0) return { ...moving, word: 'No steps', says: () => 'No steps were asked for. Give it more steps.' }
  const cycle = cycleOf(track, 1e-6 * scene.size)
  if (run.disturb !== undefined && !(cycle !== undefined && driven(run, scene, cycle))) return judgeHover(run, scene)
  if (cycle !== undefined) {
    return { ending: 'out-of-steps', verdict: 'oscillating', step: last, word: 'Oscillating', says: () => circling(run, scene, cycle) }
  }
  const window = Math.min(PROGRESS, last)
  const before = track.f[last - window]
  const fall = before - track.f[last]
  const slopeIsSmall = track.slope[last] * scene.size < 0.01 * scene.range
  // Slow: under 1 % of the range of the landscape in 1000 steps at this pace, and under 5 % of what loss there is.
  const slow = fall >= 0 && fall * 10 < 0.01 * scene.range * (window / PROGRESS) && fall <= 0.05 * Math.abs(before)
  const over = `in the last ${window} steps`
  const fell = (): string => (before > 0 && track.f[last] > 0 ? sayPercent(fall / before) : say(fall))
  if (slow && slopeIsSmall && !bowlAhead(run, scene)) {
    const says = (): string => `Loss ${fall === 0 ? 'did not fall' : `fell only ${fell()}`} ${over}, and the slope is small.`
    return { ending: 'stalled', verdict: 'plateau', step: last, word: 'Plateau', says }
  }
  const says = (): string => {
    if (track.f[last] > track.f[last - 1] || fall < 0) {
      const near = nearestMinimum(iterate(track, last), scene)
      return `Overshoots ${near === undefined ? 'its lowest point so far' : named(near)} and swings back. Give it more steps.`
    }
    if (slow && !slopeIsSmall && stride(track, last) < 1e-3 * scene.size) {
      return `Loss fell only ${fell()} ${over}: steps are tiny. Try a larger ${rateTex(run)}.`
    }
    if (!inside(scene.domain, iterate(track, last))) return `Loss is still falling, outside the domain at ${sayPoint(iterate(track, last))}.`
    const number = before > 0 && track.f[last] > 0 ? `, ${fell()} ${over}` : ''
    return `Loss is still falling${number}. Give it more steps.`
  }
  return { ...moving, says }
}

/** Whether a cycle is the rate's doing and not the noise's. */
function driven(run: Finished, scene: Scene, cycle: Cycle): boolean {
  if (cycle.kind !== 'swing') return cycle.kind === 'swap'
  return overLimit(run, scene, nearestMinimum(cycle.centre, scene)?.eigenvalues) !== undefined
}

/** Whether the ground ahead is a bowl whose bottom lies within the domain's size: then a small slope is only the way in. */
function bowlAhead({ track }: Finished, scene: Scene): boolean {
  const x = iterate(track, track.count - 1)
  const eigenvalues = eigenvaluesAt(scene, x)
  const bottom = eigenvalues.length > 0 && eigenvalues[0] > 0 ? polish(scene.landscape, x, scene.size) : undefined
  if (bottom === undefined) return false
  // The far end of tanh is flat too, to the last digit, but nothing rises beyond it.
  const f = scene.landscape.value(bottom) + 1e-9 * scene.range
  const step = 0.05 * scene.size
  const rises = (i: number, d: number): boolean => scene.landscape.value(bottom.map((v, k) => (k === i ? v + d : v))) > f
  return bottom.every((_, i) => rises(i, -step) && rises(i, step))
}

function circling(run: Finished, scene: Scene, cycle: Cycle): string {
  const { track } = run
  const last = track.count - 1
  const near = nearestMinimum(cycle.centre, scene)
  const place = near === undefined ? sayPoint(cycle.centre) : named(near)
  if (cycle.kind === 'wander') return `Hovers round ${place} without settling: steps stay near ${say(cycle.stride, 2)} long.`
  const over = near?.kind === 'minimum' ? overLimit(run, scene, near.eigenvalues) : undefined
  if (cycle.growth > 1.05 && over !== undefined) {
    return `Swings grow: ${rateTex(run)} = ${say(rateAt(run))} is over ${sayLimit(run.optimizer, run.hyper, over)}.`
  }
  if (cycle.growth > 1.05) return `Swings grow wider across ${place}. Try a smaller ${rateTex(run)}.`
  if (cycle.kind === 'swap' && track.dimension === 1) {
    const ends = [track.x[last - 1], track.x[last]].toSorted((a, b) => a - b)
    return `Swaps between ${say(ends[0])} and ${say(ends[1])} for ever.`
  }
  if (near?.kind === 'kink minimum') return `Jumps across the kink at ${place}: the slope does not fade there.`
  if (over === undefined) return `Jumps to and fro across ${place}. Try a smaller ${rateTex(run)}.`
  const ratio = rateAt(run) / over
  const excess = ratio > 2 ? `${say(ratio, 2)} times` : ratio < 1.0005 ? 'just at' : `${sayPercent(ratio - 1)} over`
  return `Jumps across ${place}: ${rateTex(run)} is ${excess} ${sayLimit(run.optimizer, run.hyper)}.`
}
