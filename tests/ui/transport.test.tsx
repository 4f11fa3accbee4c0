import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { initialExperiment } from '../../src/core/experiment/create.ts'
import { STEP_LIMIT } from '../../src/core/experiment/experiment.ts'
import { startWith } from '../../src/store/commit.ts'
import { seek } from '../../src/store/session.ts'
import type { Path } from '../../src/store/state.ts'
import { store } from '../../src/store/store.ts'
import { TransportPanel } from '../../src/ui/panels/transport.tsx'

const playhead = () => store.getState().session.playhead
const steps = () => store.getState().experiment.steps
const scrubber = () => screen.getByRole<HTMLInputElement>('slider', { name: 'Step' })
const total = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Number of steps' })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
/** Lets the frame come in which the scrubber follows the store. */
const wait = (ms: number) => {
  act(() => {
    vi.advanceTimersByTime(ms)
  })
}
const frame = () => wait(40)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'setTimeout', 'clearTimeout', 'performance', 'Date'] })
  startWith({ ...initialExperiment(), steps: 160, at: 26 })
  return () => {
    vi.useRealTimers()
  }
})

describe('the transport', () => {
  it('steps back and forward by one, and goes back to the start', () => {
    render(<TransportPanel />)
    press('One step forward')
    expect(playhead()).toBe(27)
    press('One step back')
    press('One step back')
    expect(playhead()).toBe(25)
    press('Back to the start')
    expect(playhead()).toBe(0)
    press('One step back')
    expect(playhead()).toBe(0)
  })
  it('plays until it is paused, and stands on a whole step then', () => {
    render(<TransportPanel />)
    press('Play')
    expect(store.getState().session.playing).toBe(true)
    wait(1000)
    expect(playhead()).toBeGreaterThan(26)
    press('Pause')
    expect(store.getState().session.playing).toBe(false)
    expect(Number.isInteger(playhead())).toBe(true)
    expect(screen.getByRole('button', { name: 'Play' })).toBeDefined()
  })
  it('says where it stands, to eyes and to a screen reader, and follows the playhead', () => {
    const { container } = render(<TransportPanel />)
    frame()
    expect(scrubber().getAttribute('aria-valuetext')).toBe('Step 26 of 160')
    expect(scrubber().value).toBe('26')
    act(() => {
      seek(101)
    })
    frame()
    expect(scrubber().getAttribute('aria-valuetext')).toBe('Step 101 of 160')
    expect(container.querySelector('.count b')?.textContent).toBe('101')
  })
  it('seeks where the scrubber is put, and pauses when it is taken hold of', () => {
    render(<TransportPanel />)
    press('Play')
    fireEvent.pointerDown(scrubber())
    expect(store.getState().session.playing).toBe(false)
    fireEvent.change(scrubber(), { target: { value: '90' } })
    expect(playhead()).toBe(90)
  })
  it('moves by keys: one step, ten with Shift, a tenth of all with the page keys, the ends with Home and End', () => {
    render(<TransportPanel />)
    const key = (name: string, shiftKey = false) => fireEvent.keyDown(scrubber(), { key: name, shiftKey })
    key('ArrowRight')
    expect(playhead()).toBe(27)
    key('ArrowLeft', true)
    expect(playhead()).toBe(17)
    key('PageUp')
    expect(playhead()).toBe(33)
    key('End')
    expect(playhead()).toBe(160)
    key('Home')
    expect(playhead()).toBe(0)
    key(' ')
    expect(store.getState().session.playing).toBe(true)
  })
  it('takes another number of steps', () => {
    render(<TransportPanel />)
    fireEvent.change(total(), { target: { value: '2,500' } })
    fireEvent.keyDown(total(), { key: 'Enter' })
    expect(steps()).toBe(2500)
    expect(total().value).toBe('2500')
    expect(playhead()).toBe(26)
  })
  it.each([
    ['a billion steps, naming the limit', '1000000000', String(STEP_LIMIT)],
    ['half a step', '2.5', '2.5'],
    ['a negative number', '-3', '3'],
    ['words', 'many', 'many'],
    ['nothing', '', 'number'],
  ])('refuses %s in a sentence and keeps what was typed', (_, typed, told) => {
    render(<TransportPanel />)
    fireEvent.change(total(), { target: { value: typed } })
    fireEvent.blur(total())
    expect(steps()).toBe(160)
    expect(total().value).toBe(typed)
    expect(total().getAttribute('aria-invalid')).toBe('true')
    const says = screen.getByRole('alert').textContent.replaceAll(',', '')
    expect(says).toContain(told)
    expect(says.trim().endsWith('.')).toBe(true)
    fireEvent.keyDown(total(), { key: 'Escape' })
    expect(total().value).toBe('160')
    expect(screen.queryByRole('alert')).toBeNull()
  })
  it('has nothing to play or scrub in zero steps', () => {
    startWith({ ...initialExperiment(), steps: 0, at: 0 })
    render(<TransportPanel />)
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Play' }).disabled).toBe(true)
    expect(scrubber().disabled).toBe(true)
  })
  it('marks where runs reached their verdict, except those that only ran out of steps', () => {
    const path = (run: number, ending: 'converged' | 'out-of-steps', step: number): Path => {
      const none = new Float64Array(0)
      const end = { type: 'ending', run, start: 0, ending, verdict: ending === 'converged' ? 'minimum' : 'moving', step, steps: 160, costs: { values: 0, gradients: 161, hessians: 0 }, word: '', says: '' } as const
      return { run, start: 0, dimension: 2, count: 0, x: none, f: none, gradient: none, hessian: none, sharpness: none, norm: none, memory: {}, ending: end }
    }
    const { container } = render(<TransportPanel />)
    act(() => store.setState((s) => ({ results: { ...s.results, paths: [path(0, 'converged', 40), path(1, 'out-of-steps', 160)] } })))
    const marks = [...container.querySelectorAll<SVGElement>('.marks svg')]
    expect(marks.map((mark) => mark.style.left)).toEqual(['25%'])
  })
  it('offers speeds and takes the chosen one', async () => {
    vi.useRealTimers()
    render(<TransportPanel />)
    // The menu itself is loaded when it is asked for the first time.
    press('Speed 1×')
    const menu = await screen.findByRole('menu', undefined, { timeout: 20_000 })
    fireEvent.click(within(menu).getByRole('menuitemradio', { name: '8×' }))
    expect(store.getState().session.speed).toBe(8)
  }, 30_000)
})
