/** Verdicts on methods that stop by a rule of their own, and on those that know values only and search until their steps are used up. */
import type { CriticalPoint } from './events.ts'
import { named, nearestMinimum, type Judgement } from './judgement.ts'
import { atMinimum, judgeRest } from './rest.ts'
import { isNear, iterate, type Finished, type Scene } from './scene.ts'
import { NEAR, settle, staysNear, type Settled } from './settle.ts'
import { judgeUnrest } from './unrest.ts'
import { say } from './words.ts'

/** A minimum further than this share of the domain's size from the lowest point found is not worth a mention. */
const ABOUT = 0.1
/** A sentence of this many characters leaves no room for the rule itself. */
const LONG = 120

/** The judgement of a run that its own method has stopped; undefined where it has not. */
export function judgeFinished(run: Finished, scene: Scene): Judgement | undefined {
  const rule = run.walk.finished()
  if (rule === undefined) return undefined
  const last = run.track.count - 1
  const by = `Stopped at ${last} by its own rule`
  const stopped = `${by}: ${rule.replaceAll(/-(?=\d)/g, '−')}.`
  const minimum = minimumOf(run, scene)
  if (minimum !== undefined) {
    return atRest(minimum, () => {
      const says = minimum.says()
      const all = `${says} ${stopped}`
      return all.length < LONG ? all : `${says} ${by}.`
    })
  }
  const rest = settle(run, scene) === undefined ? undefined : judgeRest(run, scene)
  if (rest !== undefined) return { ...rest, says: () => `${by}. ${rest.says()}` }
  const slope = run.track.slope[last]
  const where = (): string => (Number.isFinite(slope) && slope > 0 ? ` The slope there is ${say(slope)}.` : '')
  return { ending: 'stalled', verdict: 'plateau', step: last, word: 'Stopped', says: () => `${stopped}${where()}` }
}

/**
 * The judgement of a run that knows values only. Its best point may rest for many steps while it still looks elsewhere: nothing but a
 * minimum is a place of rest, and no slope of the landscape speaks for it.
 */
export function judgeSearch(run: Finished, scene: Scene): Judgement {
  const { track } = run
  const minimum = minimumOf(run, scene)
  if (minimum !== undefined) return atRest(minimum, minimum.says)
  const last = track.count - 1
  if (last === 0) return judgeUnrest(run, scene)
  let best = 0
  for (let k = 1; k <= last; k++) if (track.f[k] < track.f[best] || Number.isNaN(track.f[best])) best = k
  const says = (): string => {
    const x = iterate(track, best)
    const near = nearestMinimum(x, scene)
    const about = near !== undefined && Math.hypot(...near.x.map((v, i) => v - x[i])) <= ABOUT * scene.size ? `, near ${named(near)}` : ''
    return `Lowest so far is ${say(track.f[best])} at step ${best}${about}. Give it more steps.`
  }
  return { ending: 'out-of-steps', verdict: 'moving', step: last, word: 'Still searching', says }
}

interface Minimum {
  readonly step: number
  readonly says: () => string
}

const atRest = ({ step }: Minimum, says: () => string): Judgement => ({ ending: 'converged', verdict: 'minimum', step, word: 'Converged', says })

/** The minimum that a run rests at, one without a slope of zero (at a kink or on the boundary) among them. */
function minimumOf(run: Finished, scene: Scene): Minimum | undefined {
  const settled = settle(run, scene) ?? settledSharp(run, scene)
  return settled?.point.kind.endsWith('minimum') ? { step: settled.step, says: () => atMinimum(settled, scene) } : undefined
}

/** The listed kink or boundary minimum at which a run rests. */
function settledSharp(run: Finished, scene: Scene): Settled | undefined {
  const { track } = run
  const last = track.count - 1
  const near = (c: CriticalPoint, k: number): boolean => isNear(track, k, c.x, scene.domain, NEAR)
  const known = scene.critical?.find((c) => c.kind !== 'minimum' && c.kind.endsWith('minimum') && near(c, last))
  if (known === undefined || !staysNear(run, scene, Float64Array.from(known.x), NEAR)) return undefined
  let step = last
  while (step > 0 && near(known, step - 1)) step--
  return { point: { ...known, x: Float64Array.from(known.x) }, known, step }
}
