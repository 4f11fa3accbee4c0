import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../../../src/core/engine/compile.ts'
import { reachOf } from '../../../src/core/engine/reach.ts'
import { recipeOf } from '../../../src/core/engine/recipe.ts'
import type { Box } from '../../../src/core/landscape.ts'
import { uniform } from '../../../src/core/math/random.ts'
import { OBJECTIVES } from '../../../src/core/objectives/index.ts'
import { resolve } from '../../../src/core/experiment/resolve.ts'
import { decode } from '../../../src/core/experiment/permalink.ts'
import { read } from '../formula/arbitrary.ts'

const DOMAIN: Box = [[-5, 5], [-5, 5]]
const reach = (formula: string): number | undefined => reachOf(recipeOf(read(formula), ['x', 'y'], {}, undefined, 1), DOMAIN)

describe('how far from the origin a formula is certain to have numbers', () => {
  it.each([['x^2-y^2', 320], ['sin(3*x)*exp(-y/10)', 320], ['exp(x*y/9)', 40], ['abs(x)+y^2', undefined], ['1/(x-3)+y', undefined], ['sqrt(x^2+y)', undefined],
    ['log(x)+y', undefined], ['exp(exp(x))+y', undefined], ['1/exp(1e9*x)+y', undefined], ['if(x<0,x,y)', undefined]])('%s: %s', (formula, far) => {
    expect(reach(formula)).toBe(far)
  })

  it('within that far there is nothing but numbers, on any landscape', () => {
    const certain = OBJECTIVES.flatMap(({ id }) => {
      const { value: e } = decode(`landscape=${id}`)
      const { expression, coordinates, data } = resolve(e)
      const far = reachOf(recipeOf(expression, coordinates, e.params, data, 1), e.domain)
      return far === undefined ? [] : [{ far, coordinates, landscape: compile(expression, coordinates, e.params, data) }]
    })
    expect(certain.length).toBeGreaterThan(OBJECTIVES.length / 3)
    fc.assert(fc.property(fc.constantFrom(...certain), fc.nat(1000), ({ far, coordinates, landscape }, seed) => {
      const x = coordinates.map((_, i) => Float64Array.from({ length: 64 }, (_, k) => far * (k < 4 ? (k >> i) % 2 * 2 - 1 : 2 * uniform(seed, i, k) - 1)))
      const [f, ...gradient] = [...x, x[0]].map((column) => column.slice())
      landscape.block(x, 64, f, gradient)
      for (const column of [f, ...gradient]) expect(column.every(Number.isFinite)).toBe(true)
    }), { numRuns: 100 })
  })
})
