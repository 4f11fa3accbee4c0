import { show } from './dom.ts'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { experimentOn } from '../../src/core/experiment/create.ts'
import { undo } from '../../src/store/edit.ts'
import { store } from '../../src/store/store.ts'
import { FormulaField } from '../../src/ui/fields/formula-field.tsx'
import { PREVIEW_DELAY } from '../../src/ui/fields/preview.tsx'
import { loadMath } from '../../src/ui/math.tsx'

function setUp() {
  const start = experimentOn('himmelblau')
  if ('ok' in start) throw new Error('Himmelblau is in the catalogue.')
  show(start)
  const { container } = render(<FormulaField />)
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Formula of f(x, y)' })
  return { start, container, field, type: (text: string) => fireEvent.change(field, { target: { value: text } }) }
}

beforeEach(() => loadMath())

describe('the formula field', () => {
  it('shows the formula of the landscape', () => {
    const { field } = setUp()
    expect(field.value.replaceAll(' ', '')).toContain('(x^2+y-a)^2')
    expect(field.getAttribute('aria-invalid')).toBe('false')
  })
  it('keeps the landscape and the text when the text makes no sense, and says what is wrong and where', () => {
    const { start, container, field, type } = setUp()
    type('x cos(pi x + y')
    expect(field.value).toBe('x cos(pi x + y')
    expect(store.getState().experiment.landscape).toEqual(start.landscape)
    expect(field.getAttribute('aria-invalid')).toBe('true')
    const said = document.getElementById(field.getAttribute('aria-describedby') ?? '')
    expect(said?.textContent).toMatch(/^Close the bracket opened at column 6\./)
    expect(said?.getAttribute('aria-live')).toBe('polite')
    expect(container.querySelector('.caret')?.textContent).toBe('^')
  })
  it('forgets the error as soon as the text makes sense again', () => {
    const { field, container, type } = setUp()
    type('x^2 + (y')
    type('x^2 + y')
    expect(field.getAttribute('aria-invalid')).toBe('false')
    expect(container.querySelector('.caret')).toBeNull()
    expect(store.getState().experiment.landscape).toEqual({ kind: 'formula', text: 'x^2 + y' })
  })
  it('goes back to the landscape’s formula on Escape', () => {
    const { field, type } = setUp()
    const before = field.value
    type('x^^2')
    fireEvent.keyDown(field, { key: 'Escape' })
    expect(field.value).toBe(before)
    expect(field.getAttribute('aria-invalid')).toBe('false')
  })
  it('follows undo', () => {
    const { field, type } = setUp()
    const before = field.value
    type('x^2 + 3y^2')
    act(() => void undo())
    expect(field.value).toBe(before)
  })
  it('says so when nothing is left, and when far too much is there', () => {
    const { field, type } = setUp()
    const said = () => document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent ?? ''
    type('')
    expect(said()).toMatch(/\.$/)
    type('x+'.repeat(50_000))
    expect(said()).toMatch(/2,?000/)
    expect(said().length).toBeLessThan(200)
  })
  it('sets the formula once the typing pauses, and keeps the last one that made sense', () => {
    vi.useFakeTimers()
    try {
      const { container, type } = setUp()
      const preview = () => container.querySelector('.preview annotation')?.textContent ?? ''
      const first = preview()
      type('x^2 + 3y^2')
      expect(preview()).toBe(first)
      act(() => void vi.advanceTimersByTime(PREVIEW_DELAY + 1))
      const second = preview()
      expect(second).not.toBe(first)
      expect(second).toContain('x^{2}')
      type('x^2 + 3y^2 + (')
      act(() => void vi.advanceTimersByTime(PREVIEW_DELAY + 1))
      expect(preview()).toBe(second)
    } finally {
      vi.useRealTimers()
    }
  })
})
