/** A canvas is painted again only when what it was painted from has changed. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { noResults } from '../../../src/store/results.ts'
import { store } from '../../../src/store/store.ts'
import { movesFrom } from '../../../src/ui/plot/moving.ts'
import { repainter } from '../../../src/ui/plot/repaint.ts'

const ctx = { canvas: { width: 0, height: 0 }, setTransform: () => undefined, clearRect: vi.fn() }
const canvas = { getContext: () => ctx } as unknown as HTMLCanvasElement

beforeEach(() => {
  vi.stubGlobal('window', { devicePixelRatio: 1 })
})
afterEach(() => vi.unstubAllGlobals())

describe('a canvas of what moves', () => {
  const state = () => ({ ...store.getState(), results: noResults() })
  const painted = (from: readonly (readonly unknown[])[], width = 100): number => {
    ctx.clearRect.mockClear()
    const layer = repainter({ current: canvas })
    const draw = vi.fn()
    for (const parts of from) layer.paint(width, 80, parts, draw)
    expect(ctx.clearRect).toHaveBeenCalledTimes(draw.mock.calls.length)
    return draw.mock.calls.length
  }

  it('is left as it is while a start moves and the iterates from there have not come', () => {
    const before = state()
    const moved = { ...before, experiment: { ...before.experiment, starts: [[0.25, 0.5]] } }
    expect(painted([movesFrom(before), movesFrom(moved)])).toBe(1)
  })

  it('is painted again with new iterates, another step, another selected run or start, and other runs', () => {
    const before = state()
    const { results, session, experiment } = before
    const changed = [
      { ...before, results: { ...results, revision: 1 } },
      { ...before, session: { ...session, playhead: session.playhead + 1 } },
      { ...before, session: { ...session, selected: session.selected + 1 } },
      { ...before, session: { ...session, start: session.start + 1 } },
      { ...before, experiment: { ...experiment, runs: [...experiment.runs] } },
    ]
    for (const after of changed) expect(painted([movesFrom(before), movesFrom(after)])).toBe(2)
  })

  it('does not follow the pointer while something is dragged', () => {
    const before = state()
    const at = (hover: readonly number[], dragging: boolean) => movesFrom({ ...before, session: { ...before.session, hover, dragging } })
    expect(painted([at([0, 0], true), at([1, 1], true)])).toBe(1)
    expect(painted([at([0, 0], false), at([1, 1], false)])).toBe(2)
  })

  it('is painted again in another size, and when it is told to forget', () => {
    const layer = repainter({ current: canvas })
    const draw = vi.fn()
    const from = movesFrom(state())
    for (const width of [100, 100, 120, 120]) layer.paint(width, 80, from, draw)
    expect(draw).toHaveBeenCalledTimes(2)
    layer.forget()
    layer.paint(120, 80, from, draw)
    expect(draw).toHaveBeenCalledTimes(3)
    expect([ctx.canvas.width, ctx.canvas.height]).toEqual([120, 80])
  })
})
