import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { experimentOn } from '../../src/core/experiment/create.ts'
import { resolve } from '../../src/core/experiment/resolve.ts'
import { findCritical } from '../../src/core/explore/critical.ts'
import type { CriticalPoint } from '../../src/core/explore/events.ts'
import { compileEnclosed, enclosed } from '../../src/core/engine/enclosed.ts'
import { parse } from '../../src/core/formula/parse.ts'
import type { Box, Landscape } from '../../src/core/landscape.ts'
import { OBJECTIVES, objectiveById } from '../../src/core/objectives/index.ts'
import { finish } from '../core/explore/helpers.ts'

type TypeName = 'min' | 'max' | 'saddle' | 'degenerate'
interface Reference {
  readonly id: string
  readonly dim: 1 | 2
  readonly formula: string
  readonly domain: Box
  readonly smooth: boolean
  readonly domain_min: { readonly f: number; readonly x: readonly (readonly number[])[] }
  readonly critical: {
    readonly search_domain: Box
    readonly counts: Partial<Record<TypeName, number>>
    readonly points: readonly { readonly x: readonly number[]; readonly f: number; readonly eig: readonly number[]; readonly type: TypeName }[]
  }
}

// Critical points from mpmath at 60 digits, with counts proved by winding numbers; see the file's own `method` entries.
const FILE = readFileSync(new URL('objectives.json', import.meta.url), 'utf8')
const REFERENCE = (JSON.parse(FILE) as { readonly objectives: readonly Reference[] }).objectives
const KIND = { min: 'minimum', max: 'maximum', saddle: 'saddle', degenerate: 'degenerate' } as const
const TYPES: readonly TypeName[] = ['min', 'max', 'saddle', 'degenerate']

/** Formulas that the generic search does not answer as the reference does, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  drop_wave: 'circles of flat points: examples are listed',
  x2y2: 'two lines of minima: examples are listed',
}

function landscapeFor(reference: Reference): Landscape | undefined {
  const objective = objectiveById(reference.id)
  if (objective !== undefined) {
    const e = experimentOn(reference.id)
    const { landscape, expression, coordinates, data } = resolve(e)
    return enclosed(landscape, expression, coordinates, e.params, data)
  }
  const parsed = parse(reference.formula)
  if (!parsed.ok) return undefined
  return compileEnclosed(parsed.value, reference.dim === 1 ? ['x'] : ['x', 'y'], {})
}

const distance = (a: readonly number[], b: readonly number[]): number => Math.hypot(...a.map((v, i) => v - b[i]))

describe('critical points against mpmath', () => {
  const readable = REFERENCE.filter((r) => landscapeFor(r) !== undefined && !(r.id in EXCEPTIONS))

  it('covers every landscape of the catalogue that the reference has', () => {
    const ids = new Set(readable.map((r) => r.id))
    const missing = OBJECTIVES.map((o) => o.id).filter((id) => REFERENCE.some((r) => r.id === id) && !ids.has(id) && !(id in EXCEPTIONS))
    expect(missing).toEqual([])
    expect(readable.length).toBeGreaterThan(30)
  })

  it.each(readable.map((r) => [r.id, r] as const))('%s: counts, positions, eigenvalues, and the lowest points', (_id, reference) => {
    const landscape = landscapeFor(reference)
    if (landscape === undefined) return
    const { search_domain: domain, counts, points } = reference.critical
    const report = finish(findCritical(landscape, reference.dim === 1 ? ['x'] : ['x', 'y'], domain))
    for (const type of TYPES) {
      const found = report.points.filter((p) => p.kind === KIND[type]).length
      expect([type, found]).toEqual([type, counts[type] ?? 0])
    }
    for (const expected of points) {
      const nearest = report.points.reduce<CriticalPoint | undefined>(
        (best, p) => (best === undefined || distance(p.x, expected.x) < distance(best.x, expected.x) ? p : best), undefined)
      if (nearest === undefined) throw new Error('nothing found')
      expect(distance(nearest.x, expected.x)).toBeLessThan(1e-8)
      expect(nearest.kind).toBe(KIND[expected.type])
      expect(Math.abs(nearest.f - expected.f)).toBeLessThan(1e-9 * Math.max(1, Math.abs(expected.f)))
      const scale = Math.max(1, ...expected.eig.map(Math.abs))
      expected.eig.forEach((eigenvalue, i) => expect(Math.abs(nearest.eigenvalues[i] - eigenvalue)).toBeLessThan(1e-7 * scale))
    }
    const total = TYPES.reduce((sum, type) => sum + (counts[type] ?? 0), 0)
    if (reference.smooth && total < 200 && counts.degenerate === undefined) {
      expect(report.certificate).toEqual({ certified: true, reason: '' })
      expect(report.points.filter((p) => p.certified).length).toBe(total)
    }
    if (JSON.stringify(domain) !== JSON.stringify(reference.domain)) return
    const lowest = report.points.filter((p) => p.lowest)
    for (const p of lowest) expect(p.global, 'proved to be the lowest of the domain, ties counted').toBe(lowest.length)
    expect(lowest.length).toBe(reference.domain_min.x.length)
    for (const x of reference.domain_min.x) {
      const nearest = Math.min(...lowest.map((p) => distance(p.x, x)))
      expect(nearest).toBeLessThan(1e-7)
    }
    for (const p of lowest) expect(Math.abs(p.f - reference.domain_min.f)).toBeLessThan(1e-9 * Math.max(1, Math.abs(p.f)))
  }, 60_000)

  it('drop_wave: the formula divides 0 by 0 at the origin, whose limits are those of a minimum', () => {
    const reference = REFERENCE.find((r) => r.id === 'drop_wave')
    const landscape = reference && landscapeFor(reference)
    if (reference === undefined || landscape === undefined) throw new Error('no drop_wave')
    const { points } = finish(findCritical(landscape, ['x', 'y'], reference.domain))
    const [minimum, ...others] = points.filter((p) => p.kind === 'minimum')
    expect(others).toEqual([])
    expect(minimum).toMatchObject({ x: [0, 0], f: -1, global: 1 })
    for (const eigenvalue of minimum.eigenvalues) expect(eigenvalue).toBeCloseTo(72.5, 6)
  }, 60_000)
})
