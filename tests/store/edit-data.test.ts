import { beforeEach, describe, expect, it } from 'vitest'
import { dataById } from '../../src/core/data/index.ts'
import { fromRows } from '../../src/core/data/data-set.ts'
import { experimentOn } from '../../src/core/experiment/create.ts'
import { startWith } from '../../src/store/commit.ts'
import { chooseLandscape, typeFormula, undo } from '../../src/store/edit.ts'
import { chooseData, removeData, setCells, setData, setOver } from '../../src/store/edit-data.ts'
import { resolvedOf } from '../../src/store/resolved.ts'
import { store } from '../../src/store/store.ts'

const present = () => store.getState().experiment
const resolved = () => resolvedOf(present())
const POINTS = fromRows('points', ['t', 'v'], [[0, 1], [10, 21], [20, 39]])

beforeEach(() => startWith(experimentOn('himmelblau')))

describe('the verbs of data', () => {
  it('data without a formula for it becomes a line, over a domain with its minimum and at rates that are stable there', () => {
    expect(setData(POINTS)).toBeUndefined()
    const { formula, coordinates, landscape } = resolved()
    expect([formula, coordinates]).toEqual(['mean((w*t + b - v)^2)', ['w', 'b']])
    const { domain, runs } = present()
    const best = [1.9, 4 / 3]
    best.forEach((v, i) => expect(v > domain[i][0] && v < domain[i][1]).toBe(true))
    const hessian = new Float64Array(4)
    landscape.hessian(Float64Array.from(best), new Float64Array(2), hessian)
    const gd = runs.filter((run) => run.optimizer === 'gd')
    expect(gd.length).toBeGreaterThan(0)
    for (const run of gd) expect(run.hyper.lr).toBeLessThan(2 / hessian[0])
  })

  it('a formula that waits for data gets it', () => {
    expect(typeFormula('mean((k*t - v)^2)')?.says).toMatch(/there is none/)
    setData(POINTS)
    expect([resolved().formula, resolved().coordinates]).toEqual(['mean((k*t - v)^2)', ['k']])
    expect(store.getState().session.draft).toBeUndefined()
  })

  it('other data with the same names keeps formula, domain and starts', () => {
    setData(POINTS)
    const { domain, starts, landscape } = present()
    setData(fromRows('more', ['v', 't'], [[1, 2]]))
    expect(present()).toMatchObject({ domain, starts, landscape })
    setData(fromRows('others', ['p', 'q'], [[1, 2], [2, 3]]))
    expect(resolved().formula).toBe('mean((w*p + b - q)^2)')
  })

  it('a moved point is one edit that undo takes back', () => {
    setData(POINTS)
    expect(setCells(1, [[0, 11], [1, -5]])).toBeUndefined()
    expect(present().data?.columns.map((c) => c.values[1])).toEqual([11, -5])
    expect(resolved().landscape.value(Float64Array.of(0, 0))).toBeCloseTo((1 + 25 + 39 ** 2) / 3, 10)
    undo()
    expect(present().data).toEqual(POINTS)
    expect(setCells(3, [[0, 1]])?.says).toMatch(/has no cell in row 4/)
    expect(setCells(0, [[0, NaN]])?.says).toMatch(/finite number/)
  })

  it('a moved point of a landscape of the catalogue makes its formula a typed one', () => {
    chooseLandscape('linreg')
    setCells(0, [[1, 3]])
    expect(present().landscape).toEqual({ kind: 'formula', text: 'mean((w*x + b - y)^2)', over: ['w', 'b'] })
    expect(resolved().data?.columns[1].values[0]).toBe(3)
  })

  it('built-in data comes with its formula, and stays while the formula needs it', () => {
    const entry = dataById('line_outliers')
    if (entry === undefined) throw new Error('gone')
    chooseData(entry)
    expect([resolved().formula, resolved().coordinates]).toEqual([entry.formula, ['w']])
    expect(removeData()?.says).toMatch(/runs over the rows/)
    typeFormula('w^2')
    expect(removeData()).toBeUndefined()
    expect('data' in present()).toBe(false)
  })

  it('any free name can be an axis', () => {
    typeFormula('a*x^2 + c')
    expect(setOver(['a', 'x'])).toBeUndefined()
    expect([resolved().coordinates, Object.keys(present().params), present().domain.length]).toEqual([['a', 'x'], ['c'], 2])
    expect(setOver(['sin'])?.says).toMatch(/name of a function/)
    typeFormula('a*x^3 + c')
    expect(resolved().coordinates).toEqual(['a', 'x'])
  })
})
