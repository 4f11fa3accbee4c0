/** S0-9 and S4-5: whether more coordinates mean more minima. Of the critical points of a random landscape fewer are minima, not more. */
import { expect, it } from 'vitest'
import { fromRows } from '../../src/core/data/data-set.ts'
import { decode } from '../../src/core/experiment/permalink.ts'
import { normal, uniform } from '../../src/core/math/random.ts'
import { events } from '../core/explore/helpers.ts'

const WAVES = fromRows('waves', ['u', 'v', 'p'], Array.from({ length: 20 }, (_, k) => [normal(9, k, 0), normal(9, k, 1), 2 * Math.PI * uniform(9, k, 2)]))

/** Height and share of downward directions of every critical point of a sum of random waves, all of them certified. */
function field(link: string): { readonly f: number; readonly index: number }[] {
  const { value, issues } = decode(`${link}&run=none`, WAVES)
  expect(issues).toEqual([])
  const report = events(value, undefined, { only: ['critical'] }).findLast((event) => event.type === 'critical')
  if (report?.type !== 'critical') throw new Error('no critical points')
  expect(report.certificate?.certified).toBe(true)
  const inside = report.points.filter(({ kind }) => ['minimum', 'maximum', 'saddle'].includes(kind))
  return inside.map(({ f, eigenvalues }) => ({ f, index: eigenvalues.filter((v) => v < 0).length / eigenvalues.length }))
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length

it('along a line half of the critical points of random waves are minima, in the plane a quarter; and the higher one lies the more ways lead down', () => {
  const line = field('f=mean(cos(u*x%2Bp))&over=x&domain=-60,60')
  const plane = field('f=mean(cos(u*x%2Bv*y%2Bp))&over=x,y&domain=-6,6,-6,6')
  const minima = (points: readonly { readonly index: number }[]): number => points.filter(({ index }) => index === 0).length / points.length
  expect(line.length).toBeGreaterThan(30)
  expect(plane.length).toBeGreaterThan(30)
  expect(Math.abs(minima(line) - 0.5)).toBeLessThan(0.03)
  // Three standard errors of a share of a quarter.
  expect(Math.abs(minima(plane) - 0.25)).toBeLessThan(3 * Math.sqrt((0.25 * 0.75) / plane.length))
  const [f, index] = [mean(plane.map((p) => p.f)), mean(plane.map((p) => p.index))]
  const spread = (of: (p: { f: number; index: number }) => number): number => Math.sqrt(mean(plane.map((p) => of(p) ** 2)))
  const together = mean(plane.map((p) => (p.f - f) * (p.index - index)))
  expect(together / (spread((p) => p.f - f) * spread((p) => p.index - index))).toBeGreaterThan(0.7)
})
