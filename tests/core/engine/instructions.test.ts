import { describe, expect, test } from 'vitest'
import { createGraph, operandsFirst, type Node } from '../../../src/core/autodiff/graph.ts'
import { splitOf } from '../../../src/core/engine/grid.ts'
import { chooser, NUMBER, operationOf, REGISTER } from '../../../src/core/engine/instructions.ts'
import { ARITHMETIC } from '../../../src/core/engine/kernels/arithmetic.ts'
import { COMPOSED, PAIRS } from '../../../src/core/engine/kernels/composed.ts'
import { plan, uniformNodes } from '../../../src/core/engine/steps.ts'
import { recipeOf } from '../../../src/core/engine/recipe.ts'
import { experimentOn } from '../../../src/core/experiment/create.ts'
import { resolve } from '../../../src/core/experiment/resolve.ts'
import { defaults } from '../../../src/core/fields.ts'
import { OBJECTIVES } from '../../../src/core/objectives/index.ts'
import { OPTIMIZERS } from '../../../src/core/optimizers/index.ts'
import { isDeclared } from '../../../src/core/optimizers/optimizer.ts'
import { compileUpdate, stepperFor } from '../../../src/core/optimizers/update.ts'
import { evaluate } from '../../../src/core/formula/evaluate.ts'
import { read } from '../formula/arbitrary.ts'

const KEYS = new Map(Object.entries({ ...ARITHMETIC, ...COMPOSED, ...PAIRS }).map(([key, kernel]) => [kernel, key]))

/** Formulas over x, y and z as nodes of one graph. */
function nodes(texts: readonly string[]): Node[] {
  const graph = createGraph()
  const variables = new Map(['x', 'y', 'z'].map((name, i) => [name, graph.input(i)]))
  return texts.map((text) => evaluate(read(text), graph, { variables, values: {} }))
}

/** The kernels that compute these formulas, in their order; functions have none that is spelled. */
function kernels(...texts: string[]): string[] {
  const outputs = nodes(texts)
  const order = operandsFirst(outputs)
  return plan(order, outputs, uniformNodes(order, () => false)).map(({ choice }) => KEYS.get(choice.kernel) ?? 'a function')
}

describe('an instruction takes along', () => {
  test.each([
    ['x*x + y - 11', '((a*a)+b)-k'], ['y + x*x - 11', '((a*a)+b)-k'], ['z + x*(2*y)', '(a*(k*b))+c'], ['(y*2)*x + z', '(a*(k*b))+c'],
    ['x*y + z*x', '(a*b)+(c*d)'], ['0.5*(2*x)', 'k*(m*a)'], ['x + 3 + 2', '(a+k)+m'], ['(x - y)*(x - y)', '(a-b)*(a-b)'],
    ['x - 0.1*(0.5*x + y)', 'a-(k*((m*a)+b))'],
  ])('of %s all that %s spells', (text, key) => {
    expect(kernels(text)).toEqual([key])
  })

  test('an operand twice where it stands twice and a kernel has only different letters', () => {
    const [node] = nodes(['x*y + z*x'])
    const kinds = operandsFirst([node]).map((a) => (a.op === 'constant' ? NUMBER : REGISTER + operationOf(a)))
    const all = chooser(Uint8Array.from(kinds)).choices(node)
    expect(all.find(({ kernel }) => KEYS.get(kernel) === '(a*b)+(c*d)')?.registers).toHaveLength(4)
  })

  test('nothing that is wanted itself, or that a function reads as well', () => {
    expect(kernels('x*x + y - 11', 'x*x')).toEqual(['a*a', '(a+b)-k'])
    expect(kernels('x*y + z', 'sin(x*y)').toSorted()).toEqual(['a function', 'a*b', 'a+b'])
  })

  test('what is multiplied by a number into all who read it, so that nobody has to wait for it', () => {
    expect(kernels('(2*x)*(3*y)', '(2*x)*z')).toEqual(['(k*a)*(m*b)', 'a*(k*b)'])
  })
})

describe('two results come from one instruction', () => {
  test('where one reads the other and all else is there before it', () => {
    expect(kernels('0.9*x + 0.1*y', 'z - 0.5*(0.9*x + 0.1*y)')).toEqual(['(k*a)+(m*b); c-(l*o)'])
    expect(kernels('x*x + y*y', 'z + (x*x + y*y)')).toEqual(['(a*a)+(b*b); c+o'])
  })

  test('with what was an instruction of its own between them', () => {
    expect(kernels('0.9*x + 0.1*(0.01*y + z)', 'y - 0.5*(0.9*x + 0.1*(0.01*y + z))')).toEqual(['(k*a)+(m*((l*b)+c)); b-(p*o)'])
  })

  test('not where something is computed from the first for the second', () => {
    expect(kernels('x*x + y*y', 'sin(x*x + y*y) + (x*x + y*y)')).toEqual(['(a*a)+(b*b)', 'a function', 'a+b'])
  })
})

test('every kernel computes something of the catalogue', () => {
  const used = new Set<string | undefined>()
  const take = (outputs: readonly Node[], isUniform: (input: number) => boolean): void => {
    const order = operandsFirst(outputs)
    for (const { choice } of plan(order, outputs, uniformNodes(order, isUniform))) used.add(KEYS.get(choice.kernel))
  }
  for (const { id } of OBJECTIVES) {
    const e = experimentOn(id)
    const { expression, coordinates, data } = resolve(e)
    for (const order of [0, 1, 2] as const) {
      const { stages, outputs } = recipeOf(expression, coordinates, e.params, data, order)
      take(outputs, () => false)
      if (order === 0 && coordinates.length === 2 && stages.length === 0) {
        const { output, ofX } = splitOf(outputs[0])
        take([output], (i) => i >= ofX.length)
      }
      for (const stage of stages) for (const ofRows of [true, false]) take(stage.outputs, (i) => (i < stage.first) === ofRows)
    }
  }
  for (const method of OPTIMIZERS.filter(isDeclared)) {
    for (const { update: { inputs, x, memory } } of [compileUpdate(method), stepperFor(method, defaults(method.hyper))]) take([x, ...Object.values(memory)], (i) => inputs[i].kind === 'number')
  }
  const ofMaps = ['(a*a)+(b*b); c+o', '(a*a)+((b*b)+c)'] // fused-blocks.ts adds up what shows that something is not finite
  expect([...KEYS.values()].filter((key) => !used.has(key) && !ofMaps.includes(key))).toEqual([])
})
