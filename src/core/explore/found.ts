/** What restarts, averages and typed schedules add to the verdict of a run. */
import type { CriticalPoint } from './events.ts'
import { named } from './judgement.ts'
import { inside, type Finished, type Scene } from './scene.ts'
import { say, sayPoint } from './words.ts'

/** An end counts as a minimum within this share of each side of the domain: noise keeps runs about it. */
const NEAR = 1e-2

/** How many of the restarts ended in the lowest minimum, and what that means for K of them; undefined where the run has none. */
export function sayRestarts({ ends, track }: Finished, scene: Scene): string | undefined {
  if (ends === undefined) return undefined
  const count = ends.x.length
  const best = `The lowest of ${count} ${count === 1 ? 'restart' : 'restarts'} ended at f = ${say(track.f[track.count - 1])}.`
  const lowest = scene.critical?.filter((c) => c.lowest) ?? []
  if (lowest.length === 0) return best
  const near = (x: Float64Array, c: CriticalPoint): boolean =>
    inside(scene.domain.map(([lo, hi], i) => [c.x[i] - NEAR * (hi - lo), c.x[i] + NEAR * (hi - lo)]), x)
  const hits = ends.x.filter((x) => lowest.some((c) => near(x, c))).length
  const what = lowest.every((c) => c.global > 0) ? 'global' : 'lowest known'
  const where = lowest.length > 1 ? `one of the ${lowest.length} ${what} minima` : `the ${what} minimum${lowest[0].letter === '' ? '' : ` ${lowest[0].letter}`}`
  if (hits === 0) return `None of ${count} restarts ended in ${where}. ${best}`
  const p = hits / count
  const law = `$1-(1-p)^K$ = ${say(1 - (1 - p) ** count)}`
  return `${hits} of ${count} restarts ended in ${where}: p ≈ ${say(p, 2)}, ${law}.`
}

/** Which step is the first that climbs because a typed schedule gives it a negative rate; undefined where none does. */
export function sayClimb({ schedule, rate, track }: Finished): string | undefined {
  if (schedule?.kind !== 'formula' || rate === undefined) return undefined
  for (let t = 0; t < track.count - 1; t++) if (rate(t) < 0) return `The schedule gives step ${t + 1} a negative rate, ${say(rate(t))}: such a step climbs.`
  return undefined
}

/** Where the average of the iterates lies, and how high; undefined where the run keeps none, or an iterate was lost. */
export function sayAverage({ mean, track }: Finished, scene: Scene): string | undefined {
  if (mean === undefined || track.count < 2 || !mean.every(Number.isFinite)) return undefined
  const f = scene.landscape.value(mean)
  const last = track.f[track.count - 1]
  const than = f < last ? `, lower than the last iterate’s ${say(last)}` : ''
  const close = scene.critical?.find((c) => c.kind === 'minimum' && c.x.every((v, i) => Math.abs(v - mean[i]) <= NEAR * (scene.domain[i][1] - scene.domain[i][0])))
  return `The average is at ${close === undefined ? sayPoint(mean) : named(close)}: f = ${say(f)}${than}.`
}
