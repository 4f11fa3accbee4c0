import './dom.ts'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NO_WORK, type MapWork } from '../../src/store/map-work.ts'
import { Progress } from '../../src/ui/progress.tsx'

const work = (state: MapWork['state']): MapWork => ({ state, done: 10, total: 100, began: performance.now() })

/** A progress whose work is what it was told last; its buttons do what a map does. */
function progress() {
  const of = (now: MapWork) => <Progress name="Map" work={now} onCancel={() => tell(work('cancelled'))} onResume={() => tell(work('working'))} />
  const { rerender } = render(of(NO_WORK))
  const tell = (now: MapWork) => rerender(of(now))
  return tell
}

const wait = (ms: number): void => act(() => void vi.advanceTimersByTime(ms))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the progress of a map', () => {
  it('is told of what takes longer than half a second, with the time left', () => {
    const tell = progress()
    tell(work('working'))
    expect(screen.queryByRole('progressbar')).toBeNull()
    wait(1000)
    expect(screen.getByRole('progressbar', { name: 'Map' })).toHaveProperty('value', 0.1)
    expect(screen.getByText('10 %, 9 s left')).toBeDefined()
    tell(work('done'))
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('keeps the focus on its button through cancelling and going on, and says that it has stopped', () => {
    progress()(work('working'))
    wait(1000)
    const button = screen.getByRole('button', { name: 'Cancel' })
    button.focus()
    fireEvent.click(button)
    expect(screen.getByRole('status').textContent).toBe('Stopped.')
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Go on' }))
    fireEvent.click(button)
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' }))
  })

  it('is not shown for short work later, though some was told to go on before', () => {
    const tell = progress()
    tell(work('cancelled'))
    fireEvent.click(screen.getByRole('button', { name: 'Go on' }))
    tell(NO_WORK)
    wait(5000)
    tell(work('working'))
    expect(screen.queryByRole('button')).toBeNull()
  })
})
