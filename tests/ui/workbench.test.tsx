import { show } from './dom.ts'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { decode } from '../../src/core/experiment/permalink.ts'
import { undo } from '../../src/store/edit.ts'
import { store, useStore } from '../../src/store/store.ts'
import { loadMath } from '../../src/ui/math.tsx'
import { Workbench } from '../../src/ui/panels/workbench.tsx'

const BALL = 'landscape=beale&method=mine;v=beta*v+g;x=x-lr*v;lr:0.01;beta:0.9&run=mine,lr:0.005&run=gd'
const experiment = () => store.getState().experiment

function Present() {
  const method = useStore((s) => s.experiment.methods[0])
  return method === undefined ? null : <Workbench method={method} />
}

function setUp(link = BALL) {
  show(decode(link).value)
  const { container } = render(<Present />)
  const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
  return { container, field, type: (name: string, text: string) => fireEvent.change(field(name), { target: { value: text } }) }
}

beforeEach(() => loadMath())

describe('the workbench', () => {
  it('shows the name, a line for each formula, the rule as in a book, and the sliders', () => {
    const { container, field } = setUp()
    expect(field('Name').value).toBe('mine')
    expect([field('Formula of v').value, field('Formula of x').value]).toEqual(['beta*v+g', 'x-lr*v'])
    expect(container.querySelector('.preview annotation')?.textContent).toContain('v_t &= \\beta v_{t-1} + g_t')
    expect([field('Default of lr').value, field('Slider of beta to').value]).toEqual(['0.01', '0.999'])
  })

  it('runs what is typed at once, and a new name becomes a slider', () => {
    const { type, field } = setUp()
    type('Formula of x', 'x - lr*v - k*x')
    expect(experiment().methods[0].update[1]).toEqual({ name: 'x', formula: 'x - lr*v - k*x' })
    expect(experiment().runs[0].hyper).toEqual({ lr: 0.005, beta: 0.9, k: 1 })
    expect(field('Default of k').value).toBe('1')
  })

  it('keeps the last method that could run, and says what is wrong and where', () => {
    const { container, type, field } = setUp()
    const before = experiment()
    type('Formula of x', '  x - lr*(v')
    expect(experiment()).toBe(before)
    const wrong = field('Formula of x')
    expect(wrong.getAttribute('aria-invalid')).toBe('true')
    expect(document.getElementById(wrong.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(/^Close the bracket opened at column 8\./)
    expect(container.querySelectorAll('.caret')).toHaveLength(1)
    expect(field('Formula of v').getAttribute('aria-invalid')).toBe('false')
    type('Formula of x', 'x - lr*v')
    expect(field('Formula of x').getAttribute('aria-invalid')).toBe('false')
    expect(experiment().methods[0].update[1].formula).toBe('x - lr*v')
  })

  it('remembers the settings of a hyper-parameter whose name was gone for a moment', () => {
    const { type, field } = setUp(BALL.replace('beta:0.9', 'beta:0.7,0.5,0.8'))
    type('Formula of v', 'bet*v+g')
    expect(screen.queryByRole('textbox', { name: 'Default of beta' })).toBeNull()
    type('Formula of v', 'beta*v+g')
    expect([field('Default of beta').value, field('Slider of beta from').value, field('Slider of beta to').value]).toEqual(['0.7', '0.5', '0.8'])
  })

  it('adds, moves and removes lines', () => {
    const { field } = setUp()
    fireEvent.click(screen.getByRole('button', { name: 'Add a line' }))
    expect(experiment().methods[0].update.map((u) => u.name)).toEqual(['v', 'm', 'x'])
    expect(screen.getByRole('list', { name: 'Worth knowing' }).textContent).toMatch(/m is computed, but x never uses it\./)
    fireEvent.click(screen.getByRole('button', { name: 'Move m up' }))
    expect(experiment().methods[0].update.map((u) => u.name)).toEqual(['m', 'v', 'x'])
    fireEvent.click(screen.getByRole('button', { name: 'Remove the line of m' }))
    expect(experiment().methods[0].update.map((u) => u.name)).toEqual(['v', 'x'])
    expect(field('Name of line 1').value).toBe('v')
  })

  it('explains what may surprise: no slope, lines that come later', () => {
    const { type } = setUp()
    const said = () => screen.getByRole('list', { name: 'Worth knowing' }).textContent
    type('Formula of v', 'beta*v')
    expect(said()).toMatch(/never looks at the slope/)
    fireEvent.click(screen.getByRole('button', { name: 'Move x up' }))
    expect(said()).toMatch(/x uses v, which is computed after it: that is the v of the step before/)
  })

  it('says under its field why a name cannot be, and renames where it can', () => {
    const { type, field } = setUp()
    type('Name', 'Adam')
    expect(field('Name').getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByRole('alert').textContent).toMatch(/Adam is a method of the catalogue already/)
    type('Name', 'Heavy ball ')
    expect(experiment().runs.map((run) => run.optimizer)).toEqual(['Heavy ball', 'gd'])
    expect(field('Name').value).toBe('Heavy ball ')
  })

  it('says why a hyper-parameter cannot be called so', () => {
    const { type } = setUp()
    type('Formula of x', 'x - gamma*v')
    expect(screen.getByText(/gamma is a word of links already/)).toBeDefined()
    expect(experiment().methods[0].update[1].formula).toBe('x-lr*v')
  })

  it('sets defaults and sliders, and refuses what no slider can have', () => {
    const { field } = setUp()
    const set = (name: string, value: string) => {
      fireEvent.focus(field(name))
      fireEvent.change(field(name), { target: { value } })
      fireEvent.keyDown(field(name), { key: 'Enter' })
    }
    set('Slider of beta to', '0.5')
    expect(experiment().methods[0].hyper[1].slider).toEqual([0, 0.5])
    set('Slider of beta to', '-1')
    expect(screen.getByRole('alert').textContent).toMatch(/expected the lower end first/)
    expect(experiment().methods[0].hyper[1].slider).toEqual([0, 0.5])
    fireEvent.change(screen.getByRole('combobox', { name: 'Scale of beta' }), { target: { value: 'log' } })
    expect(experiment().methods[0].hyper[1]).toMatchObject({ scale: 'log', slider: [0.0005, 0.5] })
  })

  it('follows undo', () => {
    const { type, field } = setUp()
    type('Formula of x', 'x - 2*lr*v')
    act(() => void undo())
    expect(field('Formula of x').value).toBe('x-lr*v')
  })

  it('takes 100,000 characters with a sentence', () => {
    const { type } = setUp()
    type('Formula of x', 'x+'.repeat(50_000))
    expect(screen.getByText(/characters; the limit is 2000 for all together/)).toBeDefined()
    expect(experiment().methods[0].update[1].formula).toBe('x-lr*v')
  })
})
