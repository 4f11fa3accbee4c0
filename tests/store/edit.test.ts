import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RUN_LIMIT, START_LIMIT, STEP_LIMIT, type Experiment } from '../../src/core/experiment/experiment.ts'
import { decode, encode } from '../../src/core/experiment/permalink.ts'
import { optimizerById } from '../../src/core/optimizers/index.ts'
import { startWith } from '../../src/store/commit.ts'
import {
  addRun, addStart, beginGesture, chooseLandscape, discardDraft, endGesture, moveStart, openLink, redo, removeRun, removeStart,
  setCamera, setDomain, setHidden, setHyper, setOptimizer, setParam, setSeed, setShown, setSteps, setView, typeFormula, undo,
} from '../../src/store/edit.ts'
import { BURST } from '../../src/store/history.ts'
import { seek } from '../../src/store/session.ts'
import { freshState, store } from '../../src/store/store.ts'
import { initialExperiment } from '../../src/core/experiment/create.ts'

const now = () => store.getState().experiment
const session = () => store.getState().session
const flags = () => [store.getState().canUndo, store.getState().canRedo]
/** Long enough for the next edit to be an entry of its own. */
const wait = () => vi.advanceTimersByTime(BURST + 1)

beforeEach(() => {
  vi.useFakeTimers()
  startWith(initialExperiment())
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a value that is not allowed never enters the experiment, and the verb says why', () => {
  const refusals: [string, () => { says: string } | undefined, RegExp][] = [
    ['a learning rate that is negative', () => setHyper(0, 'lr', -1), /lr is -1, expected/],
    ['a learning rate that is not a number', () => setHyper(0, 'lr', NaN), /not a number/],
    ['a hyper-parameter that does not exist', () => setHyper(0, 'speed', 1), /no hyper-parameter "?speed"?\. .*lr/],
    ['a hyper-parameter named like a part of every object', () => setHyper(0, 'constructor', 1), /constructor/],
    ['a run that does not exist', () => setHyper(99, 'lr', 1), /There is no run 100/],
    ['a parameter that does not exist', () => setParam('__proto__', 1), /no parameter "?__proto__/],
    ['a parameter that is infinite', () => (typeFormula('a x^2 + y^2'), setParam('a', Infinity)), /infinite/],
    ['a start that is not a number', () => moveStart(0, [NaN, 0]), /not a number/],
    ['a start with too few coordinates', () => moveStart(0, [1]), /1 coordinates?, expected 2/],
    ['a start that does not exist', () => moveStart(3, [0, 0]), /There is no start 4/],
    ['more steps than there may be', () => setSteps(1e9), /100,?000/],
    ['a number of steps that is not whole', () => setSteps(1.5), /1\.5/],
    ['a number of steps below none', () => setSteps(-1), /-1/],
    ['a domain the wrong way round', () => setDomain([[1, -1], [0, 1]]), /\w/],
    ['a domain of no width', () => setDomain([[1, 1], [0, 1]]), /\w/],
    ['a domain that is not finite', () => setDomain([[0, Infinity], [0, 1]]), /\w/],
    ['a domain with too few intervals', () => setDomain([[0, 1]]), /1 intervals?, expected 2/],
    ['a landscape that is not in the catalogue', () => chooseLandscape('atlantis'), /atlantis/],
    ['a landscape named like a part of every object', () => chooseLandscape('toString'), /toString/],
    ['an optimizer that is not in the catalogue', () => addRun('wizard'), /wizard/],
    ['an optimizer to change to that is not in the catalogue', () => setOptimizer(0, '__proto__'), /__proto__/],
    ['a seed that is not a number', () => setSeed(NaN), /\w/],
  ]
  it.each(refusals)('%s', (_, verb, says) => {
    verb()
    const before = now()
    const issue = verb()
    expect(issue?.says).toMatch(says)
    expect(now()).toBe(before)
  })

  it('the only start cannot be removed', () => {
    expect(removeStart(0)?.says).toContain('only start')
    expect(now().starts).toHaveLength(1)
  })

  it('there is an end to adding starts and optimizers', () => {
    for (let i = 1; i < START_LIMIT; i++) expect(addStart([i / 10, 0])).toBeUndefined()
    expect(addStart([0, 0])?.says).toContain(`${START_LIMIT}`)
    while (now().runs.length < RUN_LIMIT) expect(addRun('gd')).toBeUndefined()
    expect(addRun('gd')?.says).toContain(`${RUN_LIMIT}`)
  })
})

describe('the verbs', () => {
  it('change exactly what they say', () => {
    const { runs } = now()
    expect(moveStart(0, [1, 2])).toBeUndefined()
    expect(now().starts).toEqual([[1, 2]])
    addStart([0, 1])
    expect(now().starts).toEqual([[1, 2], [0, 1]])
    removeStart(0)
    expect(now().starts).toEqual([[0, 1]])
    setHyper(0, 'lr', 0.0123)
    expect(now().runs).toEqual([{ ...runs[0], hyper: { ...runs[0].hyper, lr: 0.0123 } }, ...runs.slice(1)])
    setShown(1, false)
    expect(now().runs[1].shown).toBe(false)
    removeRun(0)
    expect(now().runs).toHaveLength(runs.length - 1)
    setDomain([[-1, 1], [-2, 2]])
    expect(now().domain).toEqual([[-1, 1], [-2, 2]])
    setSeed(7)
    expect(now().seed).toBe(7)
    setSteps(STEP_LIMIT)
    expect(now().steps).toBe(STEP_LIMIT)
    setView('surface')
    setHidden('contours', true)
    setHidden('critical', true)
    setHidden('contours', false)
    expect([now().view, now().hidden]).toEqual(['surface', ['critical']])
    expect(setCamera({ azimuth: 10, elevation: 20, zoom: 2 })).toBeUndefined()
    expect(now().camera).toEqual({ azimuth: 10, elevation: 20, zoom: 2 })
  })

  it('adding the same optimizer twice gives it another learning rate, so that two paths are seen', () => {
    addRun('gd')
    addRun('gd')
    const rates = now().runs.filter((r) => r.optimizer === 'gd').map((r) => r.hyper.lr)
    expect(new Set(rates).size).toBe(rates.length)
  })

  it('another method in a row brings its own complete hyper-parameters', () => {
    setShown(0, false)
    setOptimizer(0, 'adam')
    const { optimizer, hyper, shown } = now().runs[0]
    expect([optimizer, shown]).toEqual(['adam', false])
    expect(Object.keys(hyper).sort()).toEqual(Object.keys(optimizerById('adam')?.hyper ?? {}).sort())
  })

  it('choosing a landscape takes its domain, start and parameters and keeps the optimizers', () => {
    const methods = now().runs.map((r) => r.optimizer)
    chooseLandscape('rosenbrock')
    expect(now().landscape).toEqual({ kind: 'catalogue', id: 'rosenbrock' })
    expect(now().runs.map((r) => r.optimizer)).toEqual(methods)
    expect(session().playhead).toBe(now().steps)
  })

  it('choosing a landscape of one coordinate makes starts and domain follow', () => {
    chooseLandscape('x_cos_pi_x')
    expect(now().domain).toHaveLength(1)
    expect(now().starts.every((s) => s.length === 1)).toBe(true)
  })

  it('removing the selected last run selects the one before it', () => {
    const last = now().runs.length - 1
    store.setState((s) => ({ session: { ...s.session, selected: last } }))
    removeRun(last)
    expect(session().selected).toBe(last - 1)
  })

  it('removing a run above the selected one leaves the same run selected', () => {
    store.setState((s) => ({ session: { ...s.session, selected: 2 } }))
    const run = now().runs[2]
    removeRun(0)
    expect(now().runs[session().selected]).toBe(run)
    undo()
    expect(now().runs[session().selected]).toBe(run)
  })

  it('maps of a run or a start that is removed are of the last one there is, and so is the link of the page', () => {
    startWith(decode('landscape=beale&run=gd&run=adam&start=1,1&start=2,0.3&basins=run:1,size:64&sweep=run:1,start:1,lr:0.001..0.1').value)
    removeRun(1)
    removeStart(1)
    expect(now()).toMatchObject({ basins: { run: 0 }, sweep: { run: 0, start: 0 } })
    expect(decode(encode(now()))).toMatchObject({ value: now(), issues: [] })
  })

  it('all optimizers can be removed', () => {
    while (now().runs.length > 0) expect(removeRun(0)).toBeUndefined()
    expect(session().selected).toBe(0)
  })
})

describe('the formula field', () => {
  it('makes what it can read the landscape at once', () => {
    expect(typeFormula('x^2 + 3y^2')).toBeUndefined()
    expect(now().landscape).toEqual({ kind: 'formula', text: 'x^2 + 3y^2' })
    expect(session().draft).toBeUndefined()
  })

  it('keeps the last good landscape and the text while it cannot be read', () => {
    typeFormula('x^2+y^2')
    const good = now()
    const issue = typeFormula('x^2+y^(2')
    expect(issue?.column).toBeGreaterThan(0)
    expect(now()).toBe(good)
    expect(session().draft).toBe('x^2+y^(2')
    expect(session().draftIssues[0]).toEqual(issue)
    typeFormula('x^2+y^(2)')
    expect(session().draft).toBeUndefined()
    expect(session().draftIssues).toEqual([])
    expect(now().landscape).toEqual({ kind: 'formula', text: 'x^2+y^(2)' })
  })

  it('keeps a draft through other edits, and drops it when another landscape is chosen', () => {
    typeFormula('sin(')
    setHyper(0, 'lr', 0.02)
    expect(session().draft).toBe('sin(')
    chooseLandscape('beale')
    expect(session().draft).toBeUndefined()
  })

  it('shows the landscape again when the draft is dropped', () => {
    typeFormula('sin(')
    discardDraft()
    expect([session().draft, session().draftIssues]).toEqual([undefined, []])
  })

  it('makes one entry of a burst of typing', () => {
    const before = now()
    for (const text of ['x', 'x^', 'x^2', 'x^2+', 'x^2+y', 'x^2+y^', 'x^2+y^2']) {
      typeFormula(text)
      vi.advanceTimersByTime(120)
    }
    expect(now().landscape).toEqual({ kind: 'formula', text: 'x^2+y^2' })
    undo()
    expect(now().landscape).toEqual(before.landscape)
    expect(flags()).toEqual([false, true])
  })

  it('does not lose domain and start on the way through a formula of one coordinate', () => {
    setDomain([[-1, 3], [-2, 4]])
    moveStart(0, [0.5, 1.5])
    for (const text of ['x', 'x^2', 'x^2 + y', 'x^2 + y^2']) typeFormula(text)
    expect([now().domain, now().starts]).toEqual([[[-1, 3], [-2, 4]], [[0.5, 1.5]]])
  })

  it.each(['', ' ', 'x'.repeat(100_000), '('.repeat(10_000) + 'x' + ')'.repeat(10_000), 'frobnicate(x)', '%', '=', 'x^^2'])(
    'answers what makes no sense with a sentence and loses nothing (%#)',
    (text) => {
      const before = now()
      const issue = typeFormula(text)
      expect(issue?.says).toMatch(/\.$/)
      expect(now()).toBe(before)
      expect(session().draft).toBe(text)
    },
  )
})

describe('undo and redo', () => {
  const coordinate = fc.double({ min: -5, max: 5, noNaN: true })
  const verbs: fc.Arbitrary<() => unknown> = fc.oneof(
    fc.tuple(coordinate, coordinate).map((p) => () => moveStart(0, p)),
    fc.constantFrom('himmelblau', 'rosenbrock', 'x_squared', 'tanh', 'ackley').map((id) => () => chooseLandscape(id)),
    fc.constantFrom('gd', 'adam', 'rmsprop').map((id) => () => addRun(id)),
    fc.nat(3).map((i) => () => removeRun(i)),
    fc.double({ min: 1e-4, max: 1, noNaN: true }).map((lr) => () => setHyper(0, 'lr', lr)),
    fc.constantFrom('x^2+y^2', 'a*x^2+y^2', 'sin(x)', 'x^').map((text) => () => typeFormula(text)),
    fc.nat(500).map((n) => () => setSteps(n)),
    fc.nat(9).map((n) => () => setSeed(n)),
    fc.double({ min: -9, max: 9, noNaN: true }).map((v) => () => setParam('a', v)),
    fc.boolean().map((b) => () => setShown(0, b)),
  )
  /** What undo is about: not the view and not where the playhead stands. */
  const matter = (e: Experiment) => ({ ...e, at: 0, view: 'map', camera: {}, hidden: [] })

  it('are inverse to every sequence of edits', () => {
    fc.assert(
      fc.property(fc.array(verbs, { maxLength: 12 }), (edits) => {
        startWith(initialExperiment())
        const seen = [now()]
        for (const edit of edits) {
          wait()
          edit()
          if (now() !== seen.at(-1)) seen.push(now())
        }
        for (const experiment of seen.slice(0, -1).reverse()) {
          expect(undo()).toBe(true)
          expect(matter(now())).toEqual(matter(experiment))
        }
        expect(undo()).toBe(false)
        for (const experiment of seen.slice(1)) {
          expect(redo()).toBe(true)
          expect(matter(now())).toEqual(matter(experiment))
        }
        expect(redo()).toBe(false)
      }),
      { numRuns: 40 },
    )
  })

  it('take a whole drag as one step, however long it took', () => {
    const before = now()
    beginGesture()
    expect(session().dragging).toBe(true)
    for (let i = 0; i < 50; i++) {
      moveStart(0, [i / 10, 0])
      wait()
    }
    endGesture()
    expect(session().dragging).toBe(false)
    undo()
    expect(now().starts).toEqual(before.starts)
    expect(flags()).toEqual([false, true])
  })

  it('leave no trace of a drag that moved nothing', () => {
    beginGesture()
    endGesture()
    endGesture()
    expect(flags()).toEqual([false, false])
  })

  it('end a drag that is under way', () => {
    const before = now()
    beginGesture()
    moveStart(0, [3, 3])
    expect(store.getState().canUndo).toBe(true)
    undo()
    expect(session().dragging).toBe(false)
    expect(now().starts).toEqual(before.starts)
  })

  it('do not turn the camera back nor move the playhead', () => {
    moveStart(0, [1, 1])
    setView('surface')
    setCamera({ azimuth: 1, elevation: 2, zoom: 3 })
    seek(5)
    undo()
    expect(now()).toMatchObject({ view: 'surface', camera: { azimuth: 1, elevation: 2, zoom: 3 }, at: 5 })
    expect(flags()).toEqual([false, true])
  })

  it('bring back the experiment that a link replaced', () => {
    const before = now()
    setSteps(50)
    openLink('https://example.org/descent/#v=1&landscape=rosenbrock&start=-1,1&steps=20')
    expect(now().landscape).toEqual({ kind: 'catalogue', id: 'rosenbrock' })
    undo()
    expect([now().landscape, now().steps]).toEqual([before.landscape, 50])
  })
})

describe('a link', () => {
  it('opens as the experiment it was made of', () => {
    chooseLandscape('beale')
    addRun('adam')
    moveStart(0, [0.25, -0.5])
    seek(3)
    const sent = now()
    startWith(initialExperiment())
    openLink(`#${encode(sent)}`)
    expect(now()).toEqual(sent)
    expect(session().playhead).toBe(3)
    expect(session().notices).toEqual([])
  })

  it('that is partly wrong opens as far as it goes, and one notice lists what was not understood', () => {
    const issues = openLink('v=1&landscape=rosenbrock&start=abc&wizard=1&run=gd,lr:-1')
    expect(now().landscape).toEqual({ kind: 'catalogue', id: 'rosenbrock' })
    expect(issues.length).toBeGreaterThanOrEqual(2)
    expect(session().notices).toHaveLength(1)
    expect(session().notices[0].lines).toEqual(issues.map((i) => i.says))
    expect(session().notices[0].title).toContain('parts of the link')
    openLink('v=1&landscape=beale')
    expect(session().notices).toEqual([])
  })
})

describe('a page on which nothing has happened', () => {
  it('shows whole paths: the playhead stands where the experiment says, at the end', () => {
    const e = initialExperiment()
    expect(freshState(e).session.playhead).toBe(e.steps)
  })
})
