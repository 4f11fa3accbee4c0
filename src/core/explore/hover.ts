/** Runs that never rest because their gradients are noisy: hovering about one place, or still on their way beneath the noise. */
import { named, nearestMinimum, type Judgement } from './judgement.ts'
import { distanceTo, type Finished, type Scene } from './scene.ts'
import { say, sayPoint } from './words.ts'

/** Steps of the tail that is looked at. */
const TAIL = 200
/** The mean loss of the tail's second half is below the first's by less than this share of its range: it goes nowhere. */
const LEVEL = 0.25
/** A minimum further than this share of the domain's size from the tail's middle is not what the run hovers about. */
const ABOUT = 0.1

/** The judgement of a run with noise that used up its steps. */
export function judgeHover(run: Finished, scene: Scene): Judgement {
  const { track } = run
  const last = track.count - 1
  const half = Math.min(TAIL / 2, Math.floor(last / 2))
  const shared = { ending: 'out-of-steps', step: last } as const
  if (half < 1 || falls(track.f.subarray(last - 2 * half + 1, last + 1))) {
    return { ...shared, verdict: 'moving', word: 'Still moving', says: () => 'Loss is still falling beneath the noise. Give it more steps.' }
  }
  return { ...shared, verdict: 'oscillating', word: 'Hovering', says: () => hovering(run, scene, half) }
}

/** About what it hovers over twice `half` steps, and how far from it. */
function hovering(run: Finished, scene: Scene, half: number): string {
  const { track } = run
  const last = track.count - 1
  const middle = mean(run, last - 2 * half + 1, last)
  const near = nearestMinimum(middle, scene)
  const about = near !== undefined && Math.hypot(...near.x.map((v, i) => v - middle[i])) <= ABOUT * scene.size ? near : undefined
  const centre = about?.x ?? middle
  let away = 0
  for (let k = last - 2 * half + 1; k <= last; k++) away += distanceTo(track, k, centre) / (2 * half)
  const place = about === undefined ? sayPoint(middle) : named(about)
  return `Hovers about ${place}, ${say(away, 2)} away on average: the noise does not let it rest.`
}

/** Whether the second half of a column is lower on average than the first, beyond its own ups and downs. */
function falls(f: Float64Array): boolean {
  const half = f.length / 2
  let [early, late, low, high] = [0, 0, Infinity, -Infinity]
  f.forEach((v, k) => {
    if (k < half) early += v / half
    else late += v / half
    low = Math.min(low, v)
    high = Math.max(high, v)
  })
  return late < early - LEVEL * (high - low)
}

function mean({ track }: Finished, from: number, to: number): number[] {
  return Array.from({ length: track.dimension }, (_, i) => {
    let sum = 0
    for (let k = from; k <= to; k++) sum += track.x[k * track.dimension + i]
    return sum / (to - from + 1)
  })
}
