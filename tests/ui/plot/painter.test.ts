// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pathLook } from '../../../src/ui/plot/draw.ts'
import type { LaidPath } from '../../../src/ui/plot/laid-path.ts'
import { painter, type PainterLike } from '../../../src/ui/plot/painter.ts'
import type { ToPainter } from '../../../src/ui/plot/painter-protocol.ts'
import { tokens } from './tokens.ts'

const view = { box: [[0, 1], [0, 1]] as const, width: 300, height: 200 }
const path = (): LaidPath => ({ at: Float64Array.of(0, 0, 50, 50), count: 2, played: 1, look: pathLook(tokens, 'red', [], view), selected: true })

/** A map with its two canvases, and a worker that is only a notebook. */
function stage() {
  const sent: { message: ToPainter; transfer: Transferable[] }[] = []
  const ended: boolean[] = []
  const worker: PainterLike = {
    postMessage: (message, transfer) => void sent.push({ message, transfer }),
    terminate: () => void ended.push(true), onmessage: null, onerror: null,
  }
  const start = vi.fn(() => worker)
  const ground = document.createElement('div')
  const own = [document.createElement('canvas'), document.createElement('canvas')] as const
  ground.append(...own)
  const help = painter(own, start)
  return {
    sent, start, worker, ground, ended,
    frame: (revision: number) => help.paint(view, [revision], () => [path()], tokens),
    rest: () => help.rest(),
    destroy: () => help.destroy(),
    drags: () => sent.flatMap(({ message }) => ('drag' in message ? [message.drag] : [])),
    hears: (painted: number) => worker.onmessage?.(new MessageEvent('message', { data: { painted } })),
    seen: () => [...ground.children].map((c) => own.some((o) => o === c) === (c instanceof HTMLElement && c.style.visibility !== 'hidden')),
  }
}
const OWN = [true, true, true, true], THEIRS = [false, false, false, false]

beforeEach(() => {
  Object.assign(HTMLCanvasElement.prototype, { transferControlToOffscreen: () => ({}) })
})
afterEach(() => {
  Reflect.deleteProperty(HTMLCanvasElement.prototype, 'transferControlToOffscreen')
})

describe('paths of a drag', () => {
  it('are painted by the page until the worker has painted something, and by the page again at rest', () => {
    const { frame, hears, seen, rest, start } = stage()
    expect(start).not.toHaveBeenCalled()
    expect([frame(1), frame(2)]).toEqual([false, false])
    expect(seen()).toEqual(OWN)
    hears(1)
    expect(frame(2)).toBe(true)
    expect(seen()).toEqual(THEIRS)
    rest()
    expect(seen()).toEqual(OWN)
    expect(start).toHaveBeenCalledTimes(1)
  })

  it('of the drag before are not seen in the next one', () => {
    const { frame, hears, rest, seen, drags } = stage()
    frame(1)
    hears(1)
    frame(2)
    rest()
    expect(frame(3)).toBe(false)
    expect(seen()).toEqual(OWN)
    hears(2)
    expect(frame(3)).toBe(true)
    expect(drags()).toEqual([1, 1, 2])
  })

  it('are sent once while nothing has changed, their numbers moved, not copied', () => {
    const { frame, sent } = stage()
    for (const revision of [1, 1, 1, 2, 2]) frame(revision)
    expect(sent).toHaveLength(3)
    const [, { message, transfer }] = sent
    expect('paths' in message && message.paths.map(({ at }) => at.buffer)).toEqual(transfer)
  })

  it('are painted by the page for good where the worker fails, or the browser has no canvas for it', () => {
    const { frame, hears, worker, seen } = stage()
    frame(1)
    hears(1)
    frame(2)
    worker.onerror?.(new ErrorEvent('error', { message: 'not loaded' }))
    expect(frame(3)).toBe(false)
    expect(seen()).toEqual(OWN)
    Reflect.deleteProperty(HTMLCanvasElement.prototype, 'transferControlToOffscreen')
    const without = stage()
    expect(without.frame(1)).toBe(false)
    expect(without.start).not.toHaveBeenCalled()
  })

  it('leave nothing behind when the map is gone', () => {
    const { frame, destroy, ground, ended } = stage()
    frame(1)
    expect(ground.children).toHaveLength(4)
    destroy()
    expect(ground.children).toHaveLength(2)
    expect(ended).toHaveLength(1)
  })
})
