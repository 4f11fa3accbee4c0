import { show } from './dom.ts'
import { fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { addRun, initialExperiment } from '../../src/core/experiment/create.ts'
import type { Experiment } from '../../src/core/experiment/experiment.ts'
import { decode } from '../../src/core/experiment/permalink.ts'
import { explore } from '../../src/core/explore/explore.ts'
import type { Event } from '../../src/core/explore/events.ts'
import { applies, defaults } from '../../src/core/fields.ts'
import { OPTIMIZERS } from '../../src/core/optimizers/index.ts'
import { assemble, noResults } from '../../src/store/results.ts'
import { undo } from '../../src/store/edit.ts'
import { store } from '../../src/store/store.ts'
import { runName } from '../../src/ui/names.ts'
import { OptimizersPanel } from '../../src/ui/panels/optimizers.tsx'

let all: Experiment
beforeEach(() => {
  all = OPTIMIZERS.reduce<Experiment>((e, o) => addRun(e, o.id), { ...initialExperiment(), runs: [] })
  show(all)
})

describe('the list of optimizers', () => {
  it.each(OPTIMIZERS)('has a control for every hyper-parameter of $id, by the kind its field declares', (method) => {
    show(addRun({ ...all, runs: [] }, method.id))
    // Looked up by attribute: queries by role take seconds on a list this long.
    const { container } = render(<OptimizersPanel />)
    for (const button of container.querySelectorAll('[aria-label^="More settings"]')) fireEvent.click(button)
    expect(container.querySelector('li.row .name')?.textContent).toBe(method.name)
    const labels = (selector: string) => [...container.querySelectorAll(selector)].map((e) => e.getAttribute('aria-label'))
    const called = (kind: string) =>
      Object.entries(method.hyper).filter(([name, f]) => f.kind === kind && applies(method.hyper, name, defaults(method.hyper))).map(([, f]) => f).map((f) => `${f.label}, ${method.name}`)
    expect(labels('[role=slider]')).toEqual(called('number'))
    expect(labels('input[type=text]')).toEqual(called('number').map((label) => `${label}, value`))
    expect(labels('input[type=checkbox]')).toEqual(called('boolean'))
    expect(labels('[data-field] select')).toEqual(called('choice'))
  })
  it('shows a hyper-parameter that belongs to one choice only while that is chosen', () => {
    show(addRun({ ...all, runs: [] }, 'annealing'))
    const { container } = render(<OptimizersPanel />)
    fireEvent.click(screen.getByLabelText('More settings of Simulated annealing'))
    const names = () => [...container.querySelectorAll('[data-field]')].map((e) => e.getAttribute('data-field'))
    expect(names()).toContain('initial_temp')
    expect(names()).not.toContain('cooling')
    fireEvent.change(screen.getByLabelText('Kind, Simulated annealing'), { target: { value: '1' } })
    expect(names()).toContain('cooling')
    expect(names()).not.toContain('initial_temp')
  })
  it('removes the run in whose head Delete is pressed, and keeps the focus', () => {
    show(['gd', 'adam', 'lion'].reduce<Experiment>((e, id) => addRun(e, id), { ...all, runs: [] }))
    render(<OptimizersPanel />)
    const left = () => store.getState().experiment.runs.map((run) => run.optimizer)
    const name = (text: string) => screen.getByRole('button', { name: text })
    fireEvent.keyDown(screen.getByLabelText('Learning rate, Adam, value'), { key: 'Delete' })
    expect(left()).toEqual(['gd', 'adam', 'lion'])
    name('Adam').focus()
    fireEvent.keyDown(name('Adam'), { key: 'Delete' })
    expect(left()).toEqual(['gd', 'lion'])
    expect(document.activeElement).toBe(name('Lion'))
    fireEvent.click(screen.getByLabelText('Remove Lion'))
    expect(document.activeElement).toBe(name('Gradient descent'))
    fireEvent.keyDown(name('Gradient descent'), { key: 'Backspace' })
    expect(left()).toEqual([])
    expect(document.activeElement).toBe(name('Add optimizer'))
    undo()
    expect(left()).toEqual(['gd'])
  })
  it('shows only the first hyper-parameter until the rest is asked for', () => {
    const { container } = render(<OptimizersPanel />)
    const firsts = OPTIMIZERS.map((o) => Object.values(o.hyper).at(0)?.kind)
    expect(container.querySelectorAll('[role=slider]').length).toBe(firsts.filter((kind) => kind === 'number').length)
    expect(container.querySelectorAll('[aria-label^="More settings"]').length).toBe(OPTIMIZERS.length)
  })
  it('sets the hyper-parameter of its own run', () => {
    render(<OptimizersPanel />)
    const field = screen.getByLabelText('Learning rate, Adam, value')
    fireEvent.change(field, { target: { value: '0.5' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    const { runs } = store.getState().experiment
    expect(runs.filter((run) => run.hyper.lr === 0.5).map((run) => run.optimizer)).toEqual(['adam'])
  })
  it('gives a run a schedule with its settings, and takes a typed rate', () => {
    show(addRun({ ...all, runs: [] }, 'adam'))
    const { container } = render(<OptimizersPanel />)
    fireEvent.click(screen.getByLabelText('More settings of Adam'))
    fireEvent.change(screen.getByLabelText('Schedule, Adam'), { target: { value: 'cosine' } })
    const steps = store.getState().experiment.steps
    expect(store.getState().experiment.runs[0].schedule).toEqual({ kind: 'catalogue', id: 'cosine', values: { T_max: steps, eta_min: 0 } })
    expect(container.querySelector('[data-field=T_max]')).toBeTruthy()
    fireEvent.change(screen.getByLabelText('Schedule, Adam'), { target: { value: 'formula' } })
    const rate = screen.getByLabelText('Rate, Adam')
    fireEvent.change(rate, { target: { value: 'lr*foo' } })
    fireEvent.keyDown(rate, { key: 'Enter' })
    expect(screen.getByRole('alert').textContent).toMatch(/not foo/)
    fireEvent.change(rate, { target: { value: 'lr/2' } })
    fireEvent.keyDown(rate, { key: 'Enter' })
    expect(store.getState().experiment.runs[0].schedule).toEqual({ kind: 'formula', text: 'lr/2' })
    fireEvent.change(screen.getByLabelText('Schedule, Adam'), { target: { value: 'constant' } })
    expect(store.getState().experiment.runs[0]).not.toHaveProperty('schedule')
  })
  it('hides, selects and removes', () => {
    render(<OptimizersPanel />)
    const second = OPTIMIZERS[1].name
    fireEvent.click(screen.getByLabelText(`Hide ${second}`))
    expect(store.getState().experiment.runs[1].shown).toBe(false)
    fireEvent.click(screen.getByText(second))
    expect(store.getState().session.selected).toBe(1)
    fireEvent.click(screen.getByLabelText(`Remove ${second}`))
    expect(store.getState().experiment.runs.some((run) => run.optimizer === OPTIMIZERS[1].id)).toBe(false)
  })
  it('asks for an optimizer when there is none', () => {
    show({ ...all, runs: [] })
    render(<OptimizersPanel />)
    expect(screen.getByText('Add an optimizer to see a path.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Add optimizer' })).toBeTruthy()
  })
})

describe('the name of a run', () => {
  it('is the method’s name while it is the only one of its kind', () => {
    expect(all.runs.map((_, i) => runName(all, i))).toEqual(OPTIMIZERS.map((o) => o.name))
  })
  it('tells two of a kind apart by the hyper-parameter in which they differ', () => {
    const gd = all.runs[0]
    const two = { methods: [], runs: [{ ...gd, hyper: { ...gd.hyper, lr: 0.01 } }, { ...gd, hyper: { ...gd.hyper, lr: 0.026 } }] }
    expect([runName(two, 0), runName(two, 1)]).toEqual(['GD, η 0.010', 'GD, η 0.026'])
  })
})

describe('the tick on the learning rate', () => {
  const footnote = (schedule: string): string | null | undefined => {
    const { value: e, issues } = decode(`landscape=sin3_quad&start=-0.4&run=gd,lr:0.1${schedule}&steps=50`)
    expect(issues).toEqual([])
    show(e)
    const told: Event[] = []
    for (const event of explore(e)) if (event !== undefined) told.push(event)
    store.setState({ results: assemble(noResults(), told, e, true) })
    const { container } = render(<OptimizersPanel />)
    return container.querySelector('.footnote')?.textContent
  }
  it('is held against the slider where the rate stays the same', () => {
    expect(footnote('')).toMatch(/near −0\.471\. To its right, plain steps overshoot\.$/)
  })
  it('is held against the highest rate of a schedule, which the slider does not show', () => {
    expect(footnote(',schedule:one_cycle,max_lr:0.5,total_steps:50')).toMatch(/The schedule takes the rate up to 0\.5, above the tick: there, plain steps overshoot\.$/)
    expect(footnote(',schedule:cosine,T_max:50')).toMatch(/The schedule takes the rate up to 0\.1 at most, which stays below the tick\.$/)
  })
})
