/** What the tests of teaching texts' claims share: an experiment told as the page tells it, and a swarm of thousands of starts. */
import { expect } from 'vitest'
import { decode } from '../../src/core/experiment/permalink.ts'
import { resolve } from '../../src/core/experiment/resolve.ts'
import type { CriticalPoint, PointReport, RunEnding } from '../../src/core/explore/events.ts'
import { explore } from '../../src/core/explore/explore.ts'
import { beginSwarm, lanesAt, STRETCH } from '../../src/core/ensembles/swarm.ts'
import { defaults, type Values } from '../../src/core/fields.ts'
import { compileUpdate } from '../../src/core/optimizers/update.ts'
import { declaredById } from '../../src/core/optimizers/index.ts'

export interface Told {
  /** Iterates of run 0, 1, … from the first start, one point per step. */
  readonly paths: readonly (readonly number[])[][]
  readonly endings: readonly RunEnding[]
  readonly critical: readonly CriticalPoint[]
  readonly at: PointReport
}

/** Everything about the experiment of a link, which must be a link without a mistake. */
export function told(link: string): Told {
  const { value: e, issues } = decode(link)
  expect(issues).toEqual([])
  const paths = e.runs.map((): number[][] => [])
  const endings: RunEnding[] = []
  let critical: readonly CriticalPoint[] = []
  let at: PointReport | undefined
  for (const event of explore(e, undefined, { only: ['at', 'runs', 'critical'] })) {
    if (event?.type === 'at' && event.start === 0) at = event.report
    else if (event?.type === 'critical') critical = event.points
    else if (event?.type === 'ending' && event.start === 0) endings[event.run] = event
    else if (event?.type === 'path' && event.start === 0) {
      const n = e.domain.length
      for (let i = 0; i < event.count; i++) paths[event.run].push([...event.x.subarray(i * n, (i + 1) * n)])
    }
  }
  if (at === undefined) throw new Error('the start was not reported')
  return { paths, endings, critical, at }
}

/** The points of one kind, from left to right. */
export function ofKind(points: readonly CriticalPoint[], kind: CriticalPoint['kind']): CriticalPoint[] {
  return points.filter((p) => p.kind === kind).toSorted((a, b) => a.x[0] - b.x[0])
}

/** `count` starts over an interval, ends included. */
export function grid(from: number, to: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1))
}

export interface Flock {
  readonly landscape: string
  readonly optimizer: string
  readonly hyper: Values
  readonly steps: number
  /** The rate of step t = 0, 1, … where it is not the same for all. */
  readonly lr?: (t: number) => number
}

/** Where all the starts of a landscape of one coordinate stand after `steps`, and where they stood one step before. */
export function descend(starts: Float64Array, { landscape, optimizer, hyper, steps, lr }: Flock): { end: Float64Array; before: Float64Array } {
  const { value, issues } = decode(`landscape=${landscape}`)
  const method = declaredById(optimizer)
  expect(issues).toEqual([])
  if (method === undefined) throw new Error(`no method ${optimizer}`)
  const ground = resolve(value).landscape
  const stepper = compileUpdate(method)
  const ways = { landscape: ground, stepper, hyper: { ...defaults(method.hyper), ...hyper }, rate: lr, around: [] }
  const swarm = beginSwarm(lanesAt([starts.slice()], stepper), ways)
  const after = (t: number): Float64Array => {
    while (swarm.t < t) Array.from(swarm.advance(Math.min(STRETCH, t - swarm.t)))
    return swarm.x[0].slice()
  }
  return { before: after(steps - 1), end: after(steps) }
}

/** Share of the points between `low` and `high`. */
export function share(x: Float64Array, low: number, high: number): number {
  return x.filter((v) => v > low && v < high).length / x.length
}
