import './dom.ts'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { NumberField as Field } from '../../src/core/fields.ts'
import { refuse } from '../../src/core/fields.ts'
import { FieldRow } from '../../src/ui/fields/field-row.tsx'
import { NumberField } from '../../src/ui/fields/number-field.tsx'

const rate: Field = {
  kind: 'number', label: 'Learning rate', tex: '\\eta', default: 0.1, min: 0, minOpen: true, max: 1e6, slider: [1e-3, 1], scale: 'log', note: 'How far.',
}

function Held({ first, told, refusing }: { first: number; told: (value: number) => void; refusing?: string }) {
  const [value, setValue] = useState(first)
  return (
    <>
      <NumberField
        label="Rate"
        value={value}
        check={(v) => refuse(rate, 'lr', v)}
        nudge={(v, steps) => Number((v + 0.01 * steps).toFixed(4))}
        onChange={(v) => {
          if (refusing !== undefined) return { says: refusing }
          told(v)
          setValue(v)
          return undefined
        }}
      />
      <button onClick={() => setValue(0.75)}>elsewhere</button>
    </>
  )
}

function setUp(props: { refusing?: string } = {}) {
  const told = vi.fn()
  render(<Held first={0.1} told={told} {...props} />)
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Rate' })
  const type = (text: string) => {
    fireEvent.focus(field)
    fireEvent.change(field, { target: { value: text } })
  }
  return { told, field, type }
}

describe('a number field', () => {
  it('takes what was typed on Enter, once', () => {
    const { told, field, type } = setUp()
    type('0.25')
    expect(told).not.toHaveBeenCalled()
    fireEvent.keyDown(field, { key: 'Enter' })
    fireEvent.blur(field)
    expect(told.mock.calls).toEqual([[0.25]])
    expect(field.value).toBe('0.25')
  })
  it('takes what was typed when it is left', () => {
    const { told, field, type } = setUp()
    type('2e−3')
    fireEvent.blur(field)
    expect(told.mock.calls).toEqual([[0.002]])
  })
  it('brings the old value back on Escape', () => {
    const { told, field, type } = setUp()
    type('0.9')
    fireEvent.keyDown(field, { key: 'Escape' })
    fireEvent.blur(field)
    expect(told).not.toHaveBeenCalled()
    expect(field.value).toBe('0.1')
  })
  it('refuses with a sentence, keeps what was typed, and forgets the sentence when typing goes on', () => {
    const { told, field, type } = setUp()
    type('-1')
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(told).not.toHaveBeenCalled()
    expect(screen.getByRole('alert').textContent).toBe('lr is −1, expected more than 0. Try 0.1.')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(field.getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id)
    expect(field.value).toBe('-1')
    type('0.2')
    expect(screen.queryByRole('alert')).toBeNull()
  })
  it('refuses what is no number', () => {
    const { told, field, type } = setUp()
    type('fast')
    fireEvent.blur(field)
    expect(told).not.toHaveBeenCalled()
    expect(screen.getByRole('alert').textContent).toBe('“fast” is not a number. Write it like 0.05.')
  })
  it('shows the sentence that the verb answers', () => {
    const { field, type } = setUp({ refusing: 'The domain ends before it starts.' })
    type('5')
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(screen.getByRole('alert').textContent).toBe('The domain ends before it starts.')
    expect(field.value).toBe('5')
  })
  it('moves by arrow keys, ten times as far with Shift', () => {
    const { told, field } = setUp()
    fireEvent.keyDown(field, { key: 'ArrowUp' })
    fireEvent.keyDown(field, { key: 'ArrowDown', shiftKey: true })
    fireEvent.keyUp(field)
    expect(told.mock.calls).toEqual([[0.11], [0.01]])
    fireEvent.keyDown(field, { key: 'ArrowDown' })
    expect(screen.getByRole('alert').textContent).toContain('expected more than 0')
    expect(field.value).toBe('0.01')
  })
  it('forgets what was being typed when the value changes elsewhere', () => {
    const { field, type } = setUp()
    type('0.9')
    fireEvent.click(screen.getByText('elsewhere'))
    expect(field.value).toBe('0.75')
  })
})

describe('a field row', () => {
  it('moves a log slider by a hundredth of its length with the arrow keys and by a tenth with Shift', () => {
    const told = vi.fn()
    render(<FieldRow name="lr" field={rate} value={0.01} look="bare" onChange={told} />)
    const slider = screen.getByRole('slider', { name: 'Learning rate' })
    fireEvent.keyDown(slider, { key: 'ArrowRight' })
    fireEvent.keyDown(slider, { key: 'ArrowLeft', shiftKey: true })
    // 10^(3/100) and 10^(-3/10), to three digits.
    expect(told.mock.calls).toEqual([[0.0107], [0.00501]])
  })
  it('goes back to the default on a double click', () => {
    const told = vi.fn()
    render(<FieldRow name="lr" field={rate} value={0.01} look="bare" onChange={told} />)
    fireEvent.doubleClick(screen.getByRole('slider', { name: 'Learning rate' }))
    expect(told.mock.calls).toEqual([[0.1]])
  })
  it('says value and tick to a screen reader', () => {
    render(<FieldRow name="lr" field={rate} value={0.01} tick={0.0243} look="bare" onChange={() => undefined} />)
    const slider = screen.getByRole('slider')
    expect(slider.getAttribute('aria-valuetext')).toBe('0.01, tick at 0.024')
    expect(slider.getAttribute('aria-valuenow')).toBe('0.01')
  })
  it('is a checkbox where the field is a yes or no', () => {
    const told = vi.fn()
    render(<FieldRow name="centered" field={{ kind: 'boolean', label: 'Centered', tex: '', default: false, note: '' }} value={0} look="bare" onChange={told} />)
    fireEvent.click(screen.getByRole('checkbox', { name: 'Centered' }))
    expect(told.mock.calls).toEqual([[1]])
  })
  it('is a list where the field is a choice of a few named ways', () => {
    const told = vi.fn()
    const options = [{ id: 'none', label: 'None' }, { id: 'wolfe', label: 'Strong Wolfe' }]
    render(<FieldRow name="line_search" of="BFGS" field={{ kind: 'choice', label: 'Line search', tex: '', default: 1, options, note: '' }} value={1} look="bare" onChange={told} />)
    const list = screen.getByRole('combobox', { name: 'Line search, BFGS' })
    expect(list).toHaveProperty('value', '1')
    fireEvent.change(list, { target: { value: '0' } })
    expect(told.mock.calls).toEqual([[0]])
  })
  it('has all of its number selected as soon as it shows it for editing, so that the first key replaces it', () => {
    render(<NumberField label="Tries" value={1000} format={() => '1,000'} onChange={() => undefined} />)
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Tries' })
    act(() => field.focus())
    expect([field.value, field.selectionStart, field.selectionEnd]).toEqual(['1000', 0, 4])
  })
  it('leaves alone what was typed before the next frame', () => {
    const frames: FrameRequestCallback[] = []
    vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback))
    const { field } = setUp()
    act(() => field.focus())
    fireEvent.change(field, { target: { value: '3' } })
    field.setSelectionRange(1, 1)
    frames.forEach((callback) => callback(0))
    expect([field.selectionStart, field.selectionEnd]).toEqual([1, 1])
    vi.unstubAllGlobals()
  })
})
