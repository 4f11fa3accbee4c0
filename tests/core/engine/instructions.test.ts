import { describe, expect, test } from 'vitest'
import { createGraph, type Node } from '../../../src/core/autodiff/graph.ts'
import { choose } from '../../../src/core/engine/instructions.ts'
import { TRIADS } from '../../../src/core/engine/kernels/triads.ts'
import { evaluate } from '../../../src/core/formula/evaluate.ts'
import { read } from '../formula/arbitrary.ts'

/** What is chosen for a formula over x, y and z, whose parts nobody else reads. */
function chosen(text: string) {
  const graph = createGraph()
  const node = evaluate(read(text), graph, { variables: new Map(['x', 'y', 'z'].map((name, i) => [name, graph.input(i)])), values: {} })
  return choose(node, ({ op }: Node) => op === 'constant', () => true)
}

describe('an instruction takes along', () => {
  test.each([
    ['x*x + y - 11', '((a*a)+b)-k', 2], ['y + x*x - 11', '((a*a)+b)-k', 2], ['z + x*(2*y)', '(a*(k*b))+c', 2], ['(y*2)*x + z', '(a*(k*b))+c', 2],
    ['x*y + z*x', '(a*b)+(c*d)', 2], ['0.5*(2*x)', 'k*(m*a)', 1], ['x + 3 - 2', '(a+k)-m', 1], ['(x - y)*(x - y)', '(a-b)*(a-b)', 1],
  ])('of %s all that %s spells', (text, key, absorbed) => {
    const choice = chosen(text)
    expect(Object.keys(TRIADS).find((one) => TRIADS[one] === choice.kernel) ?? 'none').toBe(key)
    expect(choice.absorbed).toHaveLength(absorbed)
  })

  test('an operand twice where it stands twice and a kernel has only different letters', () => {
    const { registers } = chosen('x*y + z*x')
    expect(registers).toHaveLength(4)
  })

  test('nothing that somebody else reads', () => {
    const graph = createGraph()
    const node = evaluate(read('x*x + y - 11'), graph, { variables: new Map(['x', 'y'].map((name, i) => [name, graph.input(i)])), values: {} })
    expect(choose(node, ({ op }) => op === 'constant', ({ op }) => op === 'add').absorbed).toHaveLength(1)
    expect(choose(node, ({ op }) => op === 'constant', () => false).absorbed).toHaveLength(0)
  })
})
