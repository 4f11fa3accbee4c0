import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startWith } from '../../src/store/commit.ts'
import { setSteps } from '../../src/store/edit.ts'
import { STEP_TIME } from '../../src/store/playback.ts'
import { pause, play, reset, seek, setSpeed, stepBy, togglePlay } from '../../src/store/session.ts'
import { store } from '../../src/store/store.ts'
import { bowl } from '../worker/fakes.ts'

const session = () => store.getState().session
const playhead = () => session().playhead
let calm = false

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance', 'Date', 'setTimeout', 'clearTimeout'],
  })
  calm = false
  vi.stubGlobal('matchMedia', () => ({ matches: calm }))
  startWith(bowl({ steps: 100, at: 0 }))
})

afterEach(() => {
  pause()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('playing', () => {
  it('takes one step in 160 ms at speed 1, gliding between steps', () => {
    play()
    vi.advanceTimersByTime(10 * STEP_TIME)
    expect(playhead()).toBeGreaterThan(9.5)
    expect(playhead()).toBeLessThanOrEqual(10)
    expect(Number.isInteger(playhead())).toBe(false)
  })

  it('goes as many times faster as the speed says, also when it changes on the way', () => {
    play()
    vi.advanceTimersByTime(5 * STEP_TIME)
    setSpeed(4)
    vi.advanceTimersByTime(5 * STEP_TIME)
    expect(playhead()).toBeGreaterThan(23)
    expect(playhead()).toBeLessThanOrEqual(25)
  })

  it('above eight times speed shows whole steps only', () => {
    setSpeed(16)
    play()
    const seen = new Set<number>()
    const off = store.subscribe((state) => seen.add(state.session.playhead))
    vi.advanceTimersByTime(300)
    off()
    expect(seen.size).toBeGreaterThan(10)
    expect([...seen].every(Number.isInteger)).toBe(true)
  })

  it('stops at the end, on the last step', () => {
    setSpeed(32)
    play()
    vi.advanceTimersByTime(2000)
    expect(session().playing).toBe(false)
    expect(playhead()).toBe(100)
    expect(store.getState().experiment.at).toBe(100)
  })

  it('starts from the beginning when the playhead is at the end', () => {
    seek(100)
    play()
    expect(playhead()).toBe(0)
    expect(session().playing).toBe(true)
  })

  it('does nothing where there are no steps', () => {
    startWith(bowl({ steps: 0, at: 0 }))
    play()
    expect(session().playing).toBe(false)
  })

  it('goes on where the playhead was put meanwhile', () => {
    play()
    vi.advanceTimersByTime(STEP_TIME)
    seek(50)
    vi.advanceTimersByTime(STEP_TIME)
    expect(playhead()).toBeGreaterThan(50)
    expect(playhead()).toBeLessThan(52)
  })

  it('ends at the new end when steps are taken away on the way', () => {
    play()
    vi.advanceTimersByTime(20 * STEP_TIME)
    setSteps(10)
    vi.advanceTimersByTime(100)
    expect(playhead()).toBe(10)
    expect(session().playing).toBe(false)
  })

  it('leaves no frame waiting after a pause', () => {
    togglePlay()
    vi.advanceTimersByTime(100)
    togglePlay()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('stops when another experiment is opened', () => {
    play()
    startWith(bowl({ steps: 7, at: 2 }))
    vi.advanceTimersByTime(500)
    expect(playhead()).toBe(2)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('with reduced motion, playing', () => {
  it('changes the picture at most four times a second, by whole steps, and is no slower', () => {
    calm = true
    setSpeed(2)
    play()
    const seen: number[] = []
    const off = store.subscribe((state) => seen.push(state.session.playhead))
    vi.advanceTimersByTime(2000)
    off()
    expect(seen.length).toBeGreaterThan(5)
    expect(seen.length).toBeLessThanOrEqual(8)
    expect(seen.every(Number.isInteger)).toBe(true)
    expect(seen.at(-1)).toBeGreaterThanOrEqual(20)
  })
})

describe('the playhead', () => {
  it('stands on a whole step after a pause, and the experiment knows it without an entry in the history', () => {
    play()
    vi.advanceTimersByTime(2.4 * STEP_TIME)
    pause()
    expect(playhead()).toBe(2)
    expect(store.getState().experiment.at).toBe(2)
    expect(store.getState().canUndo).toBe(false)
  })

  it('cannot leave the path', () => {
    seek(1e9)
    expect(playhead()).toBe(100)
    seek(-3)
    expect(playhead()).toBe(0)
    seek(NaN)
    expect(playhead()).toBe(0)
  })

  it('moves by whole steps from where it stands, and stops playing', () => {
    play()
    vi.advanceTimersByTime(2.4 * STEP_TIME)
    stepBy(1)
    expect(playhead()).toBe(3)
    expect(session().playing).toBe(false)
    stepBy(-5)
    expect(playhead()).toBe(0)
  })

  it('goes back to the start and stays there', () => {
    play()
    vi.advanceTimersByTime(500)
    reset()
    vi.advanceTimersByTime(500)
    expect(playhead()).toBe(0)
  })

  it('follows the end when it stood there and the number of steps changes, and stays where it was otherwise', () => {
    seek(100)
    setSteps(40)
    expect(playhead()).toBe(40)
    expect(store.getState().experiment.at).toBe(40)
    seek(15)
    setSteps(80)
    expect(playhead()).toBe(15)
    expect(store.getState().experiment.at).toBe(15)
  })
})
