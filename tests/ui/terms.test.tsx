import { show } from './dom.ts'
import { fireEvent, render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { initialExperiment } from '../../src/core/experiment/create.ts'
import { decode } from '../../src/core/experiment/permalink.ts'
import { undo } from '../../src/store/edit.ts'
import { store } from '../../src/store/store.ts'
import { Terms } from '../../src/ui/panels/terms.tsx'

const head = () => screen.getByRole('button', { name: /^Terms/ })
const present = () => store.getState().experiment

/** The panel, opened, on the experiment of a link. */
function opened(link: string): void {
  show(link === '' ? initialExperiment() : decode(link).value)
  render(<Terms />)
  fireEvent.click(head())
}

/** Chooses a kind of noise by the first words of its entry. */
async function choose(words: RegExp): Promise<void> {
  const button = screen.getByRole('button', { name: /^Noise/ })
  fireEvent.keyDown(button, { key: 'ArrowDown' })
  fireEvent.click(await screen.findByRole('menuitemradio', { name: words }))
}

describe('the terms of an experiment', () => {
  it('are closed until somebody asks, and the head says what is on', () => {
    show(decode('landscape=beale&l2=0.5&noise=fresh,sd:1').value)
    render(<Terms />)
    expect(head().getAttribute('aria-expanded')).toBe('false')
    expect(head().textContent).toContain('L2 0.5, noise: fresh at each step')
    expect(screen.queryByLabelText('L2, value')).toBeNull()
  })

  it('a penalty that is typed is in the experiment, and undone at once', () => {
    opened('')
    const field = screen.getByLabelText('L2, value')
    fireEvent.change(field, { target: { value: '1.5' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(present().l2).toBe(1.5)
    undo()
    expect(present().l2).toBe(0)
  })

  it('noise is chosen from a menu, with its settings and the seed beneath', async () => {
    opened('landscape=linreg')
    expect(screen.queryByLabelText('Seed, value')).toBeNull()
    await choose(/^Mini-batches/)
    expect(present().noise).toEqual({ kind: 'batch', values: { size: 1 } })
    expect(screen.getByLabelText('Batch size, noise, value')).toBeTruthy()
    expect(screen.getByLabelText('Seed, value')).toBeTruthy()
  })

  it('batches where there are no rows are refused in words', async () => {
    opened('landscape=beale')
    await choose(/^Mini-batches/)
    expect(present().noise).toBeUndefined()
    expect(screen.getByRole('alert').textContent).toMatch(/^Mini-batches are rows of data, and .* uses none\./)
  })
})
