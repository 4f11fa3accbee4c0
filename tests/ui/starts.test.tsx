import { show } from './dom.ts'
import fc from 'fast-check'
import { fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { experimentOn } from '../../src/core/experiment/create.ts'
import { START_LIMIT } from '../../src/core/experiment/experiment.ts'
import { explore } from '../../src/core/explore/explore.ts'
import type { Event } from '../../src/core/explore/events.ts'
import type { Box } from '../../src/core/landscape.ts'
import { undo } from '../../src/store/edit.ts'
import { assemble, noResults } from '../../src/store/results.ts'
import { store, useStore } from '../../src/store/store.ts'
import { StartHandle } from '../../src/ui/plot/start-handle.tsx'
import { nextStart } from '../../src/ui/panels/next-start.ts'
import { Starts } from '../../src/ui/panels/starts.tsx'
import { VerdictsPanel } from '../../src/ui/panels/verdicts.tsx'

const starts = () => store.getState().experiment.starts
const button = (name: string) => screen.getByRole('button', { name })
const focused = () => document.activeElement?.getAttribute('aria-label')

describe('a start that is added', () => {
  it('stands inside the domain and clear of all others, up to the last there is room for, wherever the first one is', () => {
    const interval = fc.tuple(fc.double({ min: -1000, max: 1000, noNaN: true }), fc.double({ min: 1e-3, max: 1000, noNaN: true })).map(([low, width]) => [low, low + width] as const)
    fc.assert(fc.property(fc.array(interval, { minLength: 1, maxLength: 2 }), fc.array(fc.double({ min: -0.5, max: 1.5, noNaN: true }), { minLength: 2, maxLength: 2 }), (domain: Box, at) => {
      const all = [domain.map(([low, high], k) => low + at[k] * (high - low))]
      while (all.length < START_LIMIT) {
        const next = nextStart(all, domain)
        for (const [k, v] of next.entries()) expect(v >= domain[k][0] && v <= domain[k][1]).toBe(true)
        for (const other of all) expect(Math.max(...next.map((v, k) => Math.abs(v - other[k]) / (domain[k][1] - domain[k][0])))).toBeGreaterThan(0.02)
        all.push(next)
      }
    }))
  })
})

describe('the list of starts', () => {
  beforeEach(() => show(experimentOn('beale')))

  it('adds and removes by keyboard without losing the focus, and selects what is new', () => {
    render(<Starts />)
    button('Add a start').focus()
    fireEvent.click(button('Add a start'))
    expect(starts()).toHaveLength(2)
    expect(store.getState().session.start).toBe(1)
    expect(focused()).toBe('Remove start 2')
    fireEvent.click(button('Add a start'))
    expect(focused()).toBe('Remove start 3')
    const [first, , third] = starts()
    fireEvent.click(button('Remove start 2'))
    expect(starts()).toEqual([first, third])
    expect(focused()).toBe('Remove start 2')
    fireEvent.click(button('Remove start 2'))
    expect(starts()).toEqual([first])
    expect(focused()).toBe('Add a start')
    undo()
    expect(starts().at(-1)).toEqual(third)
  })

  it('moves one start and no other, by a typed number', () => {
    render(<Starts />)
    fireEvent.click(button('Add a start'))
    const before = starts()
    const field = screen.getByLabelText('Start 2 y')
    fireEvent.change(field, { target: { value: '1.25' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(starts()).toEqual([before[0], [before[1][0], 1.25]])
  })

  it('removes the start in whose row Delete is pressed on a button, and not while a number is typed', () => {
    render(<Starts />)
    fireEvent.click(button('Add a start'))
    fireEvent.click(button('Add a start'))
    const [first, second, third] = starts()
    fireEvent.keyDown(screen.getByLabelText('Start 2 y'), { key: 'Backspace' })
    fireEvent.keyDown(button('Remove start 2'), { key: 'Delete', repeat: true })
    fireEvent.keyDown(button('Remove start 2'), { key: 'Delete', ctrlKey: true })
    expect(starts()).toEqual([first, second, third])
    fireEvent.keyDown(button('Remove start 2'), { key: 'Delete' })
    expect(starts()).toEqual([first, third])
    expect(focused()).toBe('Remove start 2')
    fireEvent.keyDown(button('Remove start 2'), { key: 'Backspace' })
    expect(starts()).toEqual([first])
    fireEvent.keyDown(button('Add a start'), { key: 'Delete' })
    expect(starts()).toEqual([first])
  })

  it('offers no more starts than there is room for', () => {
    render(<Starts />)
    while (starts().length < START_LIMIT) fireEvent.click(button('Add a start'))
    expect(screen.queryByRole('button', { name: 'Add a start' })).toBeNull()
    expect(screen.getAllByRole('button', { name: /^Remove start/ })).toHaveLength(START_LIMIT)
  })
})

describe('verdicts with several starts', () => {
  it('are one for each method and start, and choosing one selects both', () => {
    const sin3 = experimentOn('sin3_quad')
    const e = { ...sin3, starts: [[-0.4], [1.3], [-2.2]], runs: sin3.runs.slice(0, 1), steps: 400 }
    show(e)
    const told: Event[] = []
    for (const event of explore(e)) if (event !== undefined) told.push(event)
    store.setState({ results: assemble(noResults(), told, e, true) })
    const { container } = render(<VerdictsPanel />)
    const rows = [...container.querySelectorAll('.verdict')]
    expect(rows.map((row) => row.querySelector('.name')?.textContent?.split(', ')[1])).toEqual(['start 1', 'start 2', 'start 3'])
    expect(rows.map((row) => row.querySelector('.says')?.textContent?.match(/minimum (\w)/)?.[1])).toEqual(['A', 'B', 'C'])
    fireEvent.click(rows[2].querySelector('.name')!)
    expect(store.getState().session).toMatchObject({ selected: 0, start: 2 })
  })
})

describe('the handle of a start', () => {
  const handles = () => [...document.querySelectorAll<HTMLElement>('.start-handle')]
  const place = () => [10, 10] as const
  const pick = () => undefined
  function Handles() {
    const count = useStore((s) => s.experiment.starts.length)
    return <div style={{ position: 'relative' }}>{Array.from({ length: count }, (_, i) => <StartHandle key={i} start={i} place={place} pick={pick} />)}</div>
  }

  it('removes it by Delete and keeps the focus on a handle; the only one stays, and says so', () => {
    show({ ...experimentOn('beale'), starts: [[0, 0], [1, 1], [2, 2]] })
    render(<Handles />)
    for (const handle of handles()) handle.hidden = false
    handles()[1].focus()
    fireEvent.keyDown(handles()[1], { key: 'Delete' })
    expect(starts()).toEqual([[0, 0], [2, 2]])
    expect(document.activeElement).toBe(handles()[1])
    fireEvent.keyDown(handles()[1], { key: 'Backspace' })
    expect(starts()).toEqual([[0, 0]])
    expect(document.activeElement).toBe(handles()[0])
    fireEvent.keyDown(handles()[0], { key: 'Delete' })
    expect(starts()).toEqual([[0, 0]])
    expect(document.querySelector('.start-handle-said')?.textContent).toMatch(/the only start/)
    undo()
    undo()
    expect(starts()).toEqual([[0, 0], [1, 1], [2, 2]])
  })
})
