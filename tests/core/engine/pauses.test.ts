import { describe, expect, it, vi } from 'vitest'
import { reachOf } from '../../../src/core/engine/reach.ts'
import { fuse } from '../../../src/core/engine/fused.ts'
import { recipeOf } from '../../../src/core/engine/recipe.ts'
import { createMachine } from '../../../src/core/engine/wasm/machine.ts'
import { moduleFor } from '../../../src/core/engine/wasm/module.ts'
import { Vectors } from '../../../src/core/engine/wasm/vectors.ts'
import type { Expression } from '../../../src/core/formula/ast.ts'
import { parse } from '../../../src/core/formula/parse.ts'
import { OPTIMIZERS } from '../../../src/core/optimizers/index.ts'
import { isDeclared } from '../../../src/core/optimizers/optimizer.ts'
import { compileUpdate } from '../../../src/core/optimizers/update.ts'

/** A sum as long as a formula may be. */
function longest(term: (k: number) => string): Expression {
  let text = ''
  for (let k = 1, more = term(1); text.length + more.length <= 2000; more = `+${term(++k)}`) text += more
  const parsed = parse(text)
  if (!parsed.ok) throw new Error(parsed.issues[0].says)
  return parsed.value
}

const LONGEST = [
  ['powers', longest((k) => `.01(x-${k}/9)^2(y+${k % 7})^2/${k}`)], ['sines', longest((k) => `sin(${k % 9}x+${k}y)/${k}`)], ['products of sines', longest((k) => `sin(${k}x)cos(${k}y)/${k}`)],
] as const

/** How often work asks for a vector from each pause to the next: a sine that is known asks for about 150, and makes none. */
function stretches(work: Generator<undefined, unknown, void>): number[] {
  const asked = vi.spyOn(Vectors.prototype, 'make')
  const all: number[] = []
  for (let done = false; !done; asked.mockClear()) {
    done = work.next().done === true
    all.push(asked.mock.calls.length)
  }
  asked.mockRestore()
  return all
}

describe('however long the formula, there is a pause after so much work', () => {
  it.each(LONGEST)('where value, gradient and Hessian are made a module: %s', (_, e) => {
    const all = stretches(moduleFor(recipeOf(e, ['x', 'y'], {}, undefined, 2), 2, 0, 0))
    expect(all.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(2000)
    expect(Math.max(...all)).toBeLessThan(5000)
  })

  it.each(LONGEST)('where whole steps are: %s', (_, e) => {
    const [recipe, machine, method] = [recipeOf(e, ['x', 'y'], {}, undefined, 1), createMachine(), OPTIMIZERS.find(({ id }) => id === 'adam')]
    if (machine === undefined || method === undefined || !isDeclared(method)) throw new Error('nothing to fuse')
    const all = stretches(fuse(recipe, 2, undefined, compileUpdate(method).update, [], 20, machine, reachOf(recipe, [[-5, 5], [-5, 5]])))
    expect(all.length).toBeGreaterThan(2)
    expect(Math.max(...all)).toBeLessThan(5000)
  })
})
