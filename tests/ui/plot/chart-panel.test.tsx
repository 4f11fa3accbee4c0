import { act, render, screen, within } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { experimentOn, initialExperiment } from '../../../src/core/experiment/create.ts'
import { startWith } from '../../../src/store/commit.ts'
import { seek } from '../../../src/store/session.ts'
import type { Path } from '../../../src/store/state.ts'
import { store } from '../../../src/store/store.ts'
import { ChartsPanel } from '../../../src/ui/panels/charts.tsx'

beforeAll(() => {
  // jsdom lays nothing out: the charts have no size and draw nothing, which leaves what is said about them.
  Object.assign(window, { matchMedia: (media: string) => Object.assign(new EventTarget(), {
    media, matches: media.includes('1280'), onchange: null, addListener: () => undefined, removeListener: () => undefined,
  }) })
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
})

const path = (run: number, f: number[]): Path => {
  const column = Float64Array.from(f)
  const none = new Float64Array(2 * f.length)
  return { run, start: 0, dimension: 2, count: f.length, x: none, f: column, gradient: none, hessian: none, sharpness: column, norm: column, memory: {}, ending: undefined }
}

beforeEach(() => {
  const experiment = initialExperiment()
  startWith({ ...experiment, runs: experiment.runs.slice(0, 2), steps: 2, at: 2 })
})

const withPaths = () =>
  act(() => store.setState((s) => ({ results: { ...s.results, runsDone: true, revision: 7, paths: [path(0, [100, 10, 1]), path(1, [100, NaN])] } })))

describe('the charts', () => {
  it('are named by what they show: in optimization’s words on a map, in a curve’s words on a curve', () => {
    const { unmount } = render(<ChartsPanel />)
    expect(screen.getAllByRole('figure').map((f) => within(f).getByRole('heading').firstChild?.textContent)).toEqual(['Loss', 'Gradient norm', 'Sharpness'])
    unmount()
    const curve = experimentOn('x_cos_pi_x')
    startWith('ok' in curve ? initialExperiment() : curve)
    render(<ChartsPanel />)
    expect(screen.getAllByRole('figure').map((f) => within(f).getByRole('heading').firstChild?.textContent)).toEqual(['Height', 'Slope size', 'Curvature'])
  })
  it('say in words where each run started, ended and was lowest', () => {
    render(<ChartsPanel />)
    withPaths()
    const said = within(screen.getAllByRole('figure')[0]).getAllByRole('listitem').map((item) => item.textContent)
    expect(said[0]).toContain('from 100 to 1 in 2 steps, lowest 1')
    expect(said[1]).toContain('NaN')
  })
  it('list the values at the playhead in a table', () => {
    render(<ChartsPanel />)
    withPaths()
    act(() => seek(1))
    const table = screen.getByRole('table', { name: 'Values at step 1' })
    expect(within(table).getAllByRole('row')).toHaveLength(3)
    expect(within(table).getAllByRole('cell')[0].textContent).toBe('10.00')
  })
  it('ask for an optimizer where there is none', () => {
    startWith({ ...initialExperiment(), runs: [] })
    render(<ChartsPanel />)
    expect(screen.getByText(/Add an optimizer/)).toBeDefined()
  })
})
