import { show } from './dom.ts'
import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { addRun, initialExperiment } from '../../src/core/experiment/create.ts'
import type { RunEnding } from '../../src/core/explore/events.ts'
import { loadMath } from '../../src/ui/math.tsx'
import { VerdictRow, VerdictsPanel } from '../../src/ui/panels/verdicts.tsx'

const one = addRun({ ...initialExperiment(), runs: [] }, 'gd')
const ending = (more: Partial<RunEnding>): RunEnding => ({
  type: 'ending', run: 0, start: 0, ending: 'converged', verdict: 'minimum', step: 25, steps: 160, costs: { values: 0, gradients: 161, hessians: 0 }, word: 'Converged', says: 'At minimum A after 25 steps.', ...more,
})

describe('a verdict', () => {
  it('is a word in its status colour with a glyph and one sentence', () => {
    show(one)
    const { container } = render(<VerdictRow experiment={one} run={0} start={0} ending={ending({})} />)
    const word = screen.getByText('Converged')
    expect(word.className).toContain('tone-ok')
    expect(word.querySelector('svg')).not.toBeNull()
    expect(container.querySelector('.says')?.textContent).toBe('At minimum A after 25 steps.')
  })
  it('is bad where the run diverged, and sets powers of ten raised', () => {
    show(one)
    const says = 'Loss passed 1e12 at step 19; the slope was -3.5.'
    const { container } = render(<VerdictRow experiment={one} run={0} start={0} ending={ending({ ending: 'diverged', verdict: 'diverged', word: 'Diverged', says })} />)
    expect(screen.getByText('Diverged').className).toContain('tone-bad')
    expect(container.querySelector('.says')?.innerHTML).toBe('Loss passed 10<sup>12</sup> at step 19; the slope was −3.5.')
  })
  it('sets mathematics between dollar signs', async () => {
    await loadMath()
    show(one)
    const says = 'Jumps across minimum A: $\\eta$ is 7 % over $2/\\lambda_{max}$.'
    const { container } = render(<VerdictRow experiment={one} run={0} start={0} ending={ending({ ending: 'out-of-steps', verdict: 'oscillating', word: 'Oscillating', says })} />)
    const set = [...container.querySelectorAll('.says annotation')].map((a) => a.textContent)
    expect(set).toEqual(['\\eta', '2/\\lambda_{\\max}'])
  })
  it('stays while the next one is being computed', () => {
    show(one)
    const { rerender } = render(<VerdictRow experiment={one} run={0} start={0} ending={ending({})} />)
    rerender(<VerdictRow experiment={one} run={0} start={0} ending={undefined} />)
    expect(screen.getByText('Converged')).toBeTruthy()
  })
  it('names the start where there are several', () => {
    const two = { ...one, starts: [[0, 0], [1, 1]] }
    show(two)
    render(<VerdictsPanel />)
    expect(screen.getAllByRole('button').map((b) => b.textContent)).toEqual(['Gradient descent, start 1', 'Gradient descent, start 2'])
    expect(screen.getByText(/^after \d+ steps$/)).toBeTruthy()
  })
})
