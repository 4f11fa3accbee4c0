import { describe, expect, test } from 'vitest'
import { decode } from '../../../src/core/experiment/permalink.ts'
import { layersOf } from '../../../src/ui/layers.ts'
import type { Placing } from '../../../src/ui/plot/method-pen.ts'
import { drawMethodStates } from '../../../src/ui/plot/method-state.ts'
import { drawingSays } from '../../../src/ui/plot/method-words.ts'
import { pathWith, recorder } from './recorder.ts'
import { tokens } from './tokens.ts'

/** Three corners for each of two steps. */
const simplex = pathWith({ simplex: Float64Array.of(0, 0, 10, 0, 0, 10, 5, 5, 6, 5, 5, 7), heights: new Float64Array(6) })
const place: Placing = (p) => ({ x: p[0], y: p[1], behind: false })

function drawn(link: string, playhead: number, placing: Placing = place) {
  const { value: experiment, issues } = decode(link)
  expect(issues).toEqual([])
  const canvas = recorder()
  const session = { playhead } as Parameters<typeof drawMethodStates>[1]['session']
  drawMethodStates(canvas.ctx, { experiment, session }, [simplex], { place: placing, width: 400 }, tokens)
  return canvas
}

describe('what a method remembers', () => {
  test('is drawn in the hue of its run at the step under the playhead', () => {
    const first = drawn('#v=1&run=nelder_mead', 0.9)
    expect(first.of('lineTo')).toEqual(expect.arrayContaining([[0, 0], [10, 0]]))
    expect(first.of('strokeStyle=').flat()).toContain(tokens.runs[0])
    const second = drawn('#v=1&run=nelder_mead', 1)
    expect(second.of('lineTo')).toEqual(expect.arrayContaining([[5, 5], [6, 5]]))
    expect(second.of('lineTo')).not.toContainEqual([10, 0])
  })

  test('is not drawn where its layer is hidden, for a method without it, or where a corner has no place on the panel', () => {
    expect(drawn('#v=1&run=nelder_mead&hide=state', 0).calls).toEqual([])
    expect(drawn('#v=1&run=gd', 0).calls).toEqual([])
    expect(drawn('#v=1&run=nelder_mead', 0, (p) => (p[0] > 9 ? undefined : place(p))).of('stroke')).toEqual([])
  })

  test('is fainter where all of it lies behind the surface', () => {
    const alphas = drawn('#v=1&run=nelder_mead', 0, (p) => ({ x: p[0], y: p[1], behind: true })).of('globalAlpha=').flat()
    expect(Math.max(...alphas.map(Number))).toBeLessThan(0.5)
  })

  test('is said in words', () => {
    expect(drawingSays({ kind: 'polygon', of: 'simplex', label: 'Simplex' }, simplex, 1)).toBe('simplex of 3 corners, 2.0 across')
    expect(drawingSays({ kind: 'polygon', of: 'nothing', label: 'Simplex' }, simplex, 1)).toBeUndefined()
  })

  test('has a switch among the layers only where a method has something to draw', () => {
    const names = (link: string) => layersOf(decode(link).value).map(([, name]) => name)
    expect(names('#v=1&run=gd&run=nelder_mead')).toContain('Method state')
    expect(names('#v=1&run=gd')).not.toContain('Method state')
  })
})
