import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { initialExperiment } from '../../src/core/experiment/create.ts'
import { decode, encode } from '../../src/core/experiment/permalink.ts'
import { startWith } from '../../src/store/commit.ts'
import { beginGesture, chooseLandscape, endGesture, moveStart, redo, setHyper, typeFormula, undo } from '../../src/store/edit.ts'
import { copyLink, FOLLOW, shareLink, startLink } from '../../src/store/link.ts'
import { store } from '../../src/store/store.ts'

const now = () => store.getState().experiment
const hash = () => window.location.hash.slice(1)
const landscape = () => {
  const { landscape: choice } = now()
  return choice.kind === 'catalogue' ? choice.id : choice.text
}
let stop = () => {}

/** Back or forward, and the event that follows. */
async function travel(steps: number): Promise<void> {
  const arrived = new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }))
  window.history.go(steps)
  vi.advanceTimersByTime(1)
  await arrived
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  window.history.replaceState(null, '', '/')
  startWith(initialExperiment())
})
afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('at the start', () => {
  it('the experiment of the address opens, with nothing to undo', () => {
    window.history.replaceState(null, '', '#v=1&landscape=rosenbrock&steps=33')
    stop = startLink()
    expect([landscape(), now().steps]).toEqual(['rosenbrock', 33])
    expect(store.getState().canUndo).toBe(false)
    expect(store.getState().session.notices).toEqual([])
  })

  it('a bad address opens as far as it goes and says what was wrong', () => {
    window.history.replaceState(null, '', '#v=1&landscape=rosenbrock&steps=1e9&%')
    stop = startLink()
    expect(landscape()).toBe('rosenbrock')
    expect(store.getState().session.notices[0].lines.length).toBeGreaterThan(0)
  })

  it('without an experiment in the address the page shows its own, and leaves the address alone', () => {
    stop = startLink()
    vi.advanceTimersByTime(10 * FOLLOW)
    expect(now()).toEqual(initialExperiment())
    expect(hash()).toBe('')
  })

  it('happens once: starting again neither opens nor follows twice', () => {
    stop = startLink()
    expect(startLink()).toBe(stop)
  })
})

describe('the address', () => {
  it('follows a drag quietly, no faster than browsers allow, and ends at the last position', () => {
    stop = startLink()
    const replace = vi.spyOn(window.history, 'replaceState')
    const push = vi.spyOn(window.history, 'pushState')
    for (let i = 0; i < 100; i++) {
      moveStart(0, [i / 50, 1])
      vi.advanceTimersByTime(16)
    }
    vi.advanceTimersByTime(FOLLOW)
    expect(replace.mock.calls.length).toBeGreaterThanOrEqual(2)
    expect(replace.mock.calls.length).toBeLessThanOrEqual((1600 + FOLLOW) / FOLLOW + 1)
    expect(push).not.toHaveBeenCalled()
    expect(decode(hash()).value).toEqual(now())
  })

  it('waits while something is held, and is right soon after it is let go', () => {
    stop = startLink()
    const replace = vi.spyOn(window.history, 'replaceState')
    beginGesture()
    for (let i = 0; i < 100; i++) {
      moveStart(0, [i / 50, 1])
      vi.advanceTimersByTime(16)
    }
    expect(replace).not.toHaveBeenCalled()
    endGesture()
    vi.advanceTimersByTime(FOLLOW)
    expect(replace).toHaveBeenCalledTimes(1)
    expect(decode(hash()).value).toEqual(now())
  })

  it('lets back and forward step through the landscapes, each as it was left', async () => {
    stop = startLink()
    chooseLandscape('rosenbrock')
    moveStart(0, [-1.5, 1.5])
    chooseLandscape('beale')
    await travel(-1)
    expect(landscape()).toBe('rosenbrock')
    expect(now().starts).toEqual([[-1.5, 1.5]])
    await travel(-1)
    expect(now()).toEqual(initialExperiment())
    await travel(2)
    expect(landscape()).toBe('beale')
  })

  it('makes one page of a burst of typing', () => {
    stop = startLink()
    const push = vi.spyOn(window.history, 'pushState')
    for (const text of ['x', 'x^2', 'x^2+y', 'x^2+y^2']) {
      typeFormula(text)
      vi.advanceTimersByTime(100)
    }
    vi.advanceTimersByTime(FOLLOW)
    expect(push).toHaveBeenCalledTimes(1)
    expect(decode(hash()).value).toEqual(now())
  })

  it('does not fight with undo: going back can be undone, and undo makes no page', async () => {
    stop = startLink()
    chooseLandscape('rosenbrock')
    await travel(-1)
    expect(landscape()).toBe('himmelblau')
    const push = vi.spyOn(window.history, 'pushState')
    undo()
    expect(landscape()).toBe('rosenbrock')
    redo()
    expect(landscape()).toBe('himmelblau')
    undo()
    vi.advanceTimersByTime(FOLLOW)
    expect(push).not.toHaveBeenCalled()
    expect(decode(hash()).value).toEqual(now())
  })

  it('typed by hand opens', async () => {
    stop = startLink()
    const arrived = new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }))
    window.location.hash = '#v=1&f=x^2-y^2'
    vi.advanceTimersByTime(1)
    await arrived
    expect(landscape()).toBe('x^2-y^2')
    expect(store.getState().canUndo).toBe(true)
  })

  it('survives a browser that refuses to change it', () => {
    stop = startLink()
    const refuse = vi.spyOn(window.history, 'replaceState').mockImplementation(() => {
      throw new DOMException('100 times per 30 seconds', 'SecurityError')
    })
    setHyper(0, 'lr', 0.011)
    expect(() => vi.advanceTimersByTime(FOLLOW)).not.toThrow()
    refuse.mockRestore()
    setHyper(0, 'lr', 0.012)
    vi.advanceTimersByTime(FOLLOW)
    expect(decode(hash()).value).toEqual(now())
  })
})

describe('sharing', () => {
  it('gives the whole address of exactly this experiment', () => {
    moveStart(0, [0.1, 1 / 3])
    const link = shareLink()
    expect(link.startsWith('http://localhost:3000/#')).toBe(true)
    expect(decode(link.slice(link.indexOf('#') + 1)).value).toEqual(now())
  })

  it('puts it on the clipboard', async () => {
    const writeText = vi.fn(() => Promise.resolve())
    vi.stubGlobal('navigator', { clipboard: { writeText } })
    expect(await copyLink()).toBe(true)
    expect(writeText).toHaveBeenCalledWith(shareLink())
    expect(hash()).toBe(encode(now()))
    vi.unstubAllGlobals()
  })

  it('where there is no clipboard copies a selection, and where that is refused too shows the link', async () => {
    vi.stubGlobal('navigator', {})
    const selected: string[] = []
    document.execCommand = () => {
      const { activeElement } = document
      selected.push(activeElement instanceof HTMLTextAreaElement ? activeElement.value : '')
      return selected.length === 1
    }
    expect(await copyLink()).toBe(true)
    expect(selected).toEqual([shareLink()])
    expect(document.querySelector('textarea')).toBeNull()
    expect(await copyLink()).toBe(false)
    expect(store.getState().session.notices[0].lines).toContain(shareLink())
    vi.unstubAllGlobals()
  })
})
