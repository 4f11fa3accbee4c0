import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startWith } from '../../src/store/commit.ts'
import { addStart, moveStart, removeStart } from '../../src/store/edit.ts'
import { dismiss, notify, select, selectStart, setHover, setSpeed, setTheme } from '../../src/store/session.ts'
import { store } from '../../src/store/store.ts'
import { startTheme } from '../../src/store/theme.ts'
import { bowl } from '../worker/fakes.ts'

const session = () => store.getState().session
const shown = () => document.documentElement.dataset.theme

let systemDark = false
let systemChanged: (() => void) | undefined

beforeEach(() => {
  localStorage.clear()
  systemDark = false
  vi.stubGlobal('matchMedia', () => ({
    get matches() {
      return systemDark
    },
    addEventListener: (_: string, listener: () => void) => (systemChanged = listener),
  }))
  startWith(bowl())
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('the theme', () => {
  it('is the one of the system, and follows it, while none was chosen', () => {
    systemDark = true
    startTheme()
    expect([session().theme, shown()]).toEqual(['system', 'dark'])
    systemDark = false
    systemChanged?.()
    expect(shown()).toBe('light')
  })

  it('that was chosen is remembered for the next visit and holds against the system', () => {
    setTheme('light')
    systemDark = true
    startWith(bowl())
    startTheme()
    systemChanged?.()
    expect([session().theme, shown()]).toEqual(['light', 'light'])
  })

  it('of the system is chosen by forgetting', () => {
    setTheme('dark')
    setTheme('system')
    expect(shown()).toBe('light')
    expect(localStorage).toHaveLength(0)
  })

  it('works where nothing may be stored, and does not believe what is no theme', () => {
    localStorage.setItem('descent.theme', 'pink')
    startTheme()
    expect(session().theme).toBe('system')
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    setTheme('dark')
    expect(shown()).toBe('dark')
    expect(startTheme).not.toThrow()
  })
})

describe('notices', () => {
  it('come and go', () => {
    const id = notify({ tone: 'info', title: 'A', lines: ['a'] })
    notify({ tone: 'bad', title: 'B', lines: ['b'] })
    dismiss(id)
    expect(session().notices.map((n) => n.title)).toEqual(['B'])
  })

  it('that say the same again take the place of the older one', () => {
    notify({ tone: 'warn', title: 'A', lines: ['first'] })
    notify({ tone: 'warn', title: 'A', lines: ['second'] })
    expect(session().notices.map((n) => n.lines[0])).toEqual(['second'])
  })

  it('do not fill the page', () => {
    for (let i = 0; i < 20; i++) notify({ tone: 'info', title: `${i}`, lines: [] })
    expect(session().notices.length).toBeLessThanOrEqual(4)
    expect(session().notices.at(-1)?.title).toBe('19')
  })
})

describe('the session', () => {
  it('ignores a speed that is none and a run that is not there', () => {
    setSpeed(2)
    for (const speed of [0, -1, NaN, Infinity]) setSpeed(speed)
    expect(session().speed).toBe(2)
    for (const run of [1, -1, NaN, 0.5]) select(run)
    expect(session().selected).toBe(0)
  })

  it('the selected start stays the same point when starts come and go, and moves with it', () => {
    addStart([1, 1])
    addStart([2, 2])
    selectStart(2)
    for (const start of [3, -1, NaN, 0.5]) selectStart(start)
    expect(session().start).toBe(2)
    moveStart(2, [2.5, 2])
    expect(session().start).toBe(2)
    removeStart(0)
    expect(session().start).toBe(1)
    expect(store.getState().experiment.starts[1]).toEqual([2.5, 2])
    removeStart(1)
    expect(session().start).toBe(0)
  })

  it('knows the point under the pointer until it leaves', () => {
    setHover([1, 2])
    expect(session().hover).toEqual([1, 2])
    setHover(undefined)
    expect(session().hover).toBeUndefined()
  })
})
