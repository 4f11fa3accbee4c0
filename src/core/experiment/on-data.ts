/** An experiment that gets data: the formula stays where it can run over the rows, and becomes a straight line where it cannot. */
import type { DataSet } from '../data/data-set.ts'
import { compile } from '../engine/compile.ts'
import type { Box } from '../landscape.ts'
import { freeNames, names } from '../formula/names.ts'
import { parse } from '../formula/parse.ts'
import { suited, withFormula } from './create.ts'
import type { Experiment } from './experiment.ts'
import { freshStart } from './fresh.ts'
import { groundOf } from './ground.ts'

/**
 * `e` over `data`. The formula `text` is used where it names columns of `data` inside a `mean` or `sum`, and all columns that it named in
 * the data before; otherwise it becomes `otherwise`, or the mean squared error of a line, over a domain round its minimum and with
 * learning rates below the stable limit there.
 */
export function onData(e: Experiment, data: DataSet, text: string, otherwise = lineFormula(data)): Experiment {
  if (fits(e, data, text)) {
    const kept = withFormula(e, text, { data })
    if (kept.ok) return kept.value
  }
  const fresh = withFormula(e, otherwise, { data })
  return fresh.ok ? centred(fresh.value) : { ...e, data }
}

/** The mean squared error of a line through the first and the last column, in names that no column has. */
export function lineFormula(data: DataSet): string {
  const columns = data.columns.map((column) => column.name)
  const free = (wanted: string): string => [...wanted, 'slope', 'offset'].find((name) => !columns.includes(name)) ?? 'weight'
  const w = free('wvk')
  const b = free('bcm')
  const [first] = columns
  const last = columns[columns.length - 1]
  return columns.length === 1 ? `mean((${w} - ${first})^2)` : `mean((${w}*${first} + ${b} - ${last})^2)`
}

function fits(e: Experiment, data: DataSet, text: string): boolean {
  const parsed = parse(text)
  if (!parsed.ok) return false
  const has = (name: string): boolean => data.columns.some((column) => column.name === name)
  const used = freeNames(parsed.value)
  const inside = names(parsed.value).filter((name) => name.reduced).map((name) => name.name)
  const old = groundOf(e.landscape, e.data)
  const before = old.ok ? old.value.data?.columns.map((column) => column.name).filter((name) => used.includes(name)) ?? [] : []
  return inside.some(has) && before.every(has)
}

/** Round the minimum that one step of Newton finds (a parabola has it there), a few standard deviations wide. */
function centred(e: Experiment): Experiment {
  const ground = groundOf(e.landscape, e.data)
  if (!ground.ok) return e
  const { expression, coordinates, data } = ground.value
  const n = coordinates.length
  const landscape = compile(expression, coordinates, e.params, data)
  const gradient = new Float64Array(n)
  const hessian = new Float64Array(n * n)
  landscape.hessian(new Float64Array(n), gradient, hessian)
  const det = n === 1 ? hessian[0] : hessian[0] * hessian[3] - hessian[1] * hessian[2]
  if (!(det > 0) || !(hessian[0] > 0)) return e
  const at = n === 1 ? [-gradient[0] / hessian[0]] : [
    -(hessian[3] * gradient[0] - hessian[1] * gradient[1]) / det,
    -(hessian[0] * gradient[1] - hessian[2] * gradient[0]) / det,
  ]
  const low = landscape.value(Float64Array.from(at))
  const height = landscape.value(new Float64Array(n)) - low
  const domain: Box = at.map((centre, i) => {
    // Where the loss along this axis rises by twice what the whole model explains, or by what it cannot explain.
    const reach = Math.sqrt((2 * (2 * height + low)) / hessian[i * (n + 1)])
    const step = 10 ** Math.floor(Math.log10(reach))
    return [Math.floor((centre - reach) / step) * step, Math.ceil((centre + reach) / step) * step].map((v) => Number(v.toPrecision(6)))
  }).map(([lo, hi]) => [lo, hi] as const)
  if (!domain.flat().every(Number.isFinite) || domain.some(([lo, hi]) => !(lo < hi))) return e
  const trace = n === 1 ? hessian[0] : hessian[0] + hessian[3]
  const largest = n === 1 ? trace : trace / 2 + Math.sqrt((trace / 2) ** 2 - det)
  const width = Math.min(...domain.map(([lo, hi]) => hi - lo))
  const rates = { lr: 1 / largest, momentum: 0.3 / largest, adaptive: width / 40, steps: e.steps }
  return { ...e, domain, starts: [freshStart(ground.value, e.params, domain)], runs: suited(e.runs, { suggested: rates }) }
}
