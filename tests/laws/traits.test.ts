/** The traits that landscapes are filtered by, held against what the functions are. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { experimentOn } from '../../src/core/experiment/create.ts'
import { resolve } from '../../src/core/experiment/resolve.ts'
import { uniform } from '../../src/core/math/random.ts'
import { aboutOf } from '../../src/core/objectives/about.ts'
import { OBJECTIVES } from '../../src/core/objectives/index.ts'
import { TRAITS, type Objective } from '../../src/core/objectives/objective.ts'

interface Reference {
  readonly id: string
  readonly critical: { readonly counts: Readonly<Partial<Record<'min' | 'saddle' | 'degenerate', number>>> }
}
const FILE = readFileSync(new URL('../reference/objectives.json', import.meta.url), 'utf8')
const REFERENCE = (JSON.parse(FILE) as { readonly objectives: readonly Reference[] }).objectives

/** How many critical points of a type there are: the reference's count, or, where it has none, the points the entry knows. */
function count(o: Objective, type: 'min' | 'saddle' | 'degenerate'): number {
  const reference = REFERENCE.find((r) => r.id === o.id)
  const kind = type === 'min' ? 'minimum' : type
  return reference === undefined ? aboutOf(o.id).known.filter((k) => k.kind === kind).length : (reference.critical.counts[type] ?? 0)
}

/** Where the counts do not tell what the trait says, with the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'drop_wave many minima': 'its other minima are circles, which no count of points contains',
  'drop_wave degenerate': 'its other minima are circles, which no count of points contains',
}

/** Largest over smallest curvature at the minima that are known and have a Hessian with two positive eigenvalues. */
function conditionNumbers(o: Objective): number[] {
  const { landscape } = resolve(experimentOn(o.id))
  const gradient = new Float64Array(2)
  const h = new Float64Array(4)
  return aboutOf(o.id).known.filter((k) => k.kind === 'minimum' && k.x.length === 2).flatMap(({ x }) => {
    landscape.hessian(Float64Array.from(x), gradient, h)
    const mean = (h[0] + h[3]) / 2
    const spread = Math.hypot((h[0] - h[3]) / 2, h[1])
    return mean > spread ? [(mean + spread) / (mean - spread)] : []
  })
}

describe.each(OBJECTIVES.map((o) => [o.id, o] as const))('%s', (id, o) => {
  const has = (trait: (typeof TRAITS)[number]): boolean => o.traits.includes(trait)
  const { landscape } = resolve(experimentOn(id))
  const n = o.domain.length
  const place = (k: number): Float64Array => Float64Array.from(o.domain, ([low, high], i) => low + (high - low) * uniform(2, k, i))
  const places = Array.from({ length: 400 }, (_, k) => place(k))

  it('has one trait or more of the list, each once, in the order of the list', () => {
    expect(o.traits.length).toBeGreaterThan(0)
    expect(o.traits).toEqual(TRAITS.filter(has))
  })

  it('is convex if and only if no chord lies below it', () => {
    const below = places.slice(1).filter((b, k) => {
      const a = places[k]
      const fa = landscape.value(a)
      const fb = landscape.value(b)
      return landscape.value(a.map((v, i) => (v + b[i]) / 2)) > (fa + fb) / 2 + 1e-12 * Math.max(1, Math.abs(fa), Math.abs(fb))
    })
    expect(below.length === 0).toBe(has('convex'))
  })

  it('has many minima, saddles and degenerate points if and only if they were counted', () => {
    if (!(`${id} many minima` in EXCEPTIONS)) expect(count(o, 'min') > 1, 'many minima').toBe(has('many minima'))
    expect(count(o, 'saddle') > 0, 'saddles').toBe(has('saddles'))
    if (!(`${id} degenerate` in EXCEPTIONS)) expect(count(o, 'degenerate') > 0, 'degenerate').toBe(has('degenerate'))
  })

  it('is ill-conditioned if and only if one of its known minima is 20 times more curved one way than another', () => {
    expect(conditionNumbers(o).some((condition) => condition >= 20)).toBe(has('ill-conditioned'))
  })

  it('is non-smooth if and only if its kinks are put into words', () => {
    expect(o.kinks !== undefined).toBe(has('non-smooth'))
  })

  it('where it has a plateau, a fortieth of the domain or more has next to no slope', () => {
    if (!has('plateau')) return
    const heights = places.map((x) => landscape.value(x))
    const range = Math.max(...heights) - Math.min(...heights)
    const width = Math.max(...o.domain.map(([low, high]) => high - low))
    const gradient = new Float64Array(n)
    const flat = places.filter((x) => {
      landscape.gradient(x, gradient)
      return Math.hypot(...gradient) * width < 0.02 * range
    })
    expect(flat.length).toBeGreaterThanOrEqual(places.length / 40)
  })
})

it('every exception names a landscape and a trait', () => {
  for (const key of Object.keys(EXCEPTIONS)) expect(OBJECTIVES.some((o) => o.traits.some((trait) => `${o.id} ${trait}` === key)), key).toBe(true)
})
