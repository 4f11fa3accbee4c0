import { describe, expect, it } from 'vitest'
import { findCritical } from '../../../src/core/explore/critical.ts'
import { Trajectory } from '../../../src/core/explore/run.ts'
import { sampleSurface } from '../../../src/core/explore/surface.ts'
import { beginWalk } from '../../../src/core/explore/walk.ts'
import { pace } from '../../../src/core/explore/work.ts'
import type { Box, Landscape } from '../../../src/core/landscape.ts'
import { defaults } from '../../../src/core/fields.ts'
import { optimizerById } from '../../../src/core/optimizers/index.ts'
import { landscapeOf, settingFor } from './helpers.ts'

/** Rows that may be added up between two pauses: about 5 ms of work. */
const AT_ONCE = 300_000

/** A landscape that says it runs over `work` rows, and counts those it would have added up; derivatives cost about two and four values. */
function counting(formula: string, coordinates: readonly string[], work: number): { landscape: Landscape; rows: () => number } {
  const of = landscapeOf(formula, coordinates)
  let rows = 0
  const landscape: Landscape = {
    dimension: of.dimension,
    work,
    value(x) {
      rows += work
      return of.value(x)
    },
    gradient(x, out) {
      rows += 2 * work
      return of.gradient(x, out)
    },
    hessian(x, gradient, hessian) {
      rows += 4 * work
      return of.hessian(x, gradient, hessian)
    },
    block(points, count, f, gradient, hessian) {
      rows += (hessian ? 4 : gradient ? 2 : 1) * count * work
      of.block(points, count, f, gradient, hessian)
    },
    desk(order) {
      const desk = of.desk(order)
      return {
        ...desk,
        ask(count) {
          rows += 2 ** order * count * work
          desk.ask(count)
        },
      }
    },
  }
  return { landscape, rows: () => rows }
}

/** The most rows between two pauses, and in all. */
function largest(pauses: Iterable<unknown>, rows: () => number): { atOnce: number; all: number } {
  let atOnce = 0
  let before = rows()
  const look = (): void => {
    atOnce = Math.max(atOnce, rows() - before)
    before = rows()
  }
  for (const _ of pauses) look()
  look()
  return { atOnce, all: rows() }
}

const PLANE: Box = [[-2, 2], [-2, 2]]

describe.each([400, 10_000])('a landscape over %i rows', (work) => {
  it.each([0, 1] as const)('has a surface in small pieces, detail %i', (detail) => {
    const plane = counting('x^2+y^2', ['x', 'y'], work)
    expect(largest(sampleSurface(plane.landscape, PLANE, 200, detail), plane.rows).atOnce).toBeLessThanOrEqual(AT_ONCE)
    const line = counting('x^2', ['x'], work)
    expect(largest(sampleSurface(line.landscape, [[-2, 2]], 200, detail), line.rows).atOnce).toBeLessThanOrEqual(AT_ONCE)
  })

  it.each([
    ['a bowl', 'x^2+y^2', ['x', 'y']],
    ['many minima', 'sin(3*x)*cos(2*y)+0.1*x', ['x', 'y']],
    ['kinks', 'abs(x-0.3)+2*abs(y+x)', ['x', 'y']],
    ['a curve', 'sin(5*x)+0.2*x', ['x']],
    ['a curve with a kink', 'abs(x-0.3)+x^2', ['x']],
  ] as const)('has its critical points looked for in pieces, within a budget: %s', (_what, formula, coordinates) => {
    const { landscape, rows } = counting(formula, coordinates, work)
    const { atOnce, all } = largest(findCritical(landscape, coordinates, PLANE.slice(0, coordinates.length)), rows)
    // One polished point, or the look round one kink, is not divided.
    expect(atOnce).toBeLessThanOrEqual(AT_ONCE + 200 * work)
    expect(all).toBeLessThanOrEqual(1e9)
  })

  it('hands out its paths in pieces', () => {
    const { landscape, rows } = counting('x^2+y^2', ['x', 'y'], work)
    const method = optimizerById('gd')!
    const hyper = { ...defaults(method.hyper), lr: 0.01 }
    const run = new Trajectory({ run: 0, start: 0 }, landscape, beginWalk(method, { landscape, setting: settingFor([1, 1], hyper) }), [1, 1], 500)
    let atOnce = 0
    while (!run.done) {
      const before = rows()
      run.advance(pace(landscape, 384, 2))
      atOnce = Math.max(atOnce, rows() - before)
    }
    expect(run.track.count).toBe(501)
    expect(atOnce).toBeLessThanOrEqual(2 * AT_ONCE)
  })
})

it('a landscape without data is sampled as finely as ever', () => {
  const { landscape } = counting('x^2+y^2', ['x', 'y'], 1)
  const work = sampleSurface(landscape, PLANE, 200, 1)
  let step = work.next()
  while (!step.done) step = work.next()
  expect(step.value.shape).toEqual([200, 200])
})
