import { show } from './dom.ts'
import { act, render, screen } from '@testing-library/react'
import { Profiler } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { initialExperiment } from '../../src/core/experiment/create.ts'
import { setSession } from '../../src/store/store.ts'
import { useThrottled } from '../../src/ui/throttle.ts'

let renders = 0
const count = () => {
  renders += 1
}
function Playhead() {
  const step = useThrottled((s) => Math.floor(s.session.playhead))
  return (
    <Profiler id="playhead" onRender={count}>
      <p>{step}</p>
    </Profiler>
  )
}

beforeEach(() => {
  vi.useFakeTimers()
  renders = 0
  show({ ...initialExperiment(), at: 0, steps: 1000 })
  setSession({ playhead: 0 })
})
afterEach(() => {
  vi.useRealTimers()
})

function Panels({ two }: { readonly two: boolean }) {
  return (
    <>
      <Playhead />
      {two && <Playhead />}
    </>
  )
}

describe('numbers that change in every frame', () => {
  it('are shown at once while nothing moves', () => {
    render(<Playhead />)
    act(() => setSession({ playhead: 7 }))
    expect(screen.getByText('7')).toBeTruthy()
  })
  it('are shown ten times a second while playing, and the last one is not lost', () => {
    render(<Playhead />)
    act(() => setSession({ playing: true }))
    const before = renders
    for (let frame = 1; frame <= 60; frame++) {
      act(() => {
        setSession({ playhead: frame })
        vi.advanceTimersByTime(1000 / 60)
      })
    }
    expect(renders - before).toBeGreaterThanOrEqual(8)
    expect(renders - before).toBeLessThanOrEqual(12)
    act(() => void vi.advanceTimersByTime(200))
    expect(screen.getByText('60')).toBeTruthy()
  })
  it('of several panels are shown in one go, also where one of them came later', () => {
    const { rerender } = render(<Panels two={false} />)
    act(() => setSession({ playing: true, playhead: 1 }))
    act(() => void vi.advanceTimersByTime(60))
    rerender(<Panels two />)
    act(() => setSession({ playhead: 2 }))
    act(() => void vi.advanceTimersByTime(30))
    expect(screen.queryAllByText('2')).toHaveLength(0)
    act(() => void vi.advanceTimersByTime(20))
    expect(screen.queryAllByText('2')).toHaveLength(2)
  })
  it('are shown less often where the page is slow to show them', () => {
    render(<Playhead />)
    act(() => setSession({ playing: true }))
    // Every frame takes a fifth of a second.
    vi.spyOn(window, 'requestAnimationFrame').mockImplementation((callback) => Number(setTimeout(() => callback(performance.now()), 200)))
    const before = renders
    for (let frame = 1; frame <= 20; frame++) {
      act(() => {
        setSession({ playhead: frame })
        vi.advanceTimersByTime(200)
      })
    }
    expect(renders - before).toBeGreaterThanOrEqual(4)
    expect(renders - before).toBeLessThanOrEqual(7)
    vi.restoreAllMocks()
  })
  it('follow again soon after the page was in the background, where nothing is shown for minutes', () => {
    render(<Playhead />)
    const held: FrameRequestCallback[] = []
    vi.spyOn(window, 'requestAnimationFrame').mockImplementation((callback) => held.push(callback))
    act(() => setSession({ playhead: 1 }))
    act(() => void vi.advanceTimersByTime(600_000))
    for (const callback of held.splice(0)) callback(performance.now())
    act(() => void vi.advanceTimersByTime(1))
    act(() => setSession({ playing: true, playhead: 2 }))
    act(() => setSession({ playhead: 3 }))
    act(() => void vi.advanceTimersByTime(1000))
    expect(screen.getByText('3')).toBeTruthy()
    vi.restoreAllMocks()
  })
})
