import { along } from '../math/vectors.ts'
import { coded } from './coded.ts'
import { dogleg, modelAt, promised, type Model } from './dogleg.ts'
import { ROUNDING } from './line.ts'
import type { Begin, CodedOptimizer, MethodAbout } from './optimizer.ts'
import { GTOL, level } from './rest.ts'

interface Memory {
  radius: number
  /** Actual over predicted fall of the last trial; NaN before the first. */
  ratio: number
  /** The point tried last, and whether the step was taken; NaN before the first. */
  trial: Float64Array
  taken: number
  /** The model at the current point, where a step was refused and it is still good. */
  model: Model | undefined
  rest: string | undefined
}

/**
 * Trust region with the dogleg path (Nocedal & Wright, algorithm 4.1 and eq. 4.16): straight down to the lowest point of the local
 * quadratic that way, then towards Newton's point, as far as the radius allows. The radius shrinks to a quarter where the landscape fell
 * less than a quarter of what the quadratic promised, and doubles where it fell more than three quarters at the rim. The path needs a
 * positive definite B: where the Hessian is not, it is lifted (see dogleg.ts); SciPy's dogleg refuses such a Hessian. Where a fall drowns in
 * rounding the ratio is that of Conn, Gould & Toint, Trust-Region Methods, 2000, §17.4.2.
 */
export const trustRegion: CodedOptimizer = {
  id: 'trust_region',
  name: 'Trust region (dogleg)',
  short: 'Trust region',
  family: 'Curvature',
  hyper: {
    initial_trust_radius: {
      kind: 'number', label: 'First radius', tex: '\\Delta_0', default: 1, min: 0, minOpen: true, max: 1e6, slider: [0.01, 10], scale: 'log',
      note: 'How far the first step may go at most.',
    },
    max_trust_radius: {
      kind: 'number', label: 'Largest radius', tex: '\\hat\\Delta', default: 1000, min: 0, minOpen: true, max: 1e6, slider: [0.1, 1000], scale: 'log',
      note: 'No step goes further than this.',
    },
    eta: {
      kind: 'number', label: 'Acceptance', tex: '\\eta', default: 0.15, min: 0, max: 0.25, maxOpen: true, slider: [0, 0.24], scale: 'linear',
      note: 'A step is taken where the loss falls by more than this share of what was promised.',
    },
    gtol: GTOL,
  },
  order: 2,
  draws: [
    { kind: 'radius', of: 'radius', label: 'Trust radius' },
    { kind: 'trial', of: 'trial', taken: 'taken', label: 'Trial' },
  ],
}

export const about: MethodAbout = {
  source: 'M. J. D. Powell 1970; J. Nocedal and S. J. Wright, Numerical Optimization, 2nd ed., 2006, algorithm 4.1; arguments as in SciPy’s dogleg',
  note: 'Newton on a leash: goes to the lowest point of the parabola that fits here, but no further than it has learnt to trust it.',
  cost: 'one value, and after a step that was taken one slope and one Hessian',
  rule: [
    'p_t = \\arg\\min_{\\text{dogleg},\\, \\lVert p \\rVert \\le \\Delta} \\; g^{\\mathsf T} p + \\tfrac12\\, p^{\\mathsf T} B\\, p',
    '\\rho = \\frac{f(x_{t-1}) - f(x_{t-1} + p_t)}{-g^{\\mathsf T} p_t - \\frac12\\, p_t^{\\mathsf T} B\\, p_t}',
    'x_t = x_{t-1} + p_t \\;\\text{ if }\\; \\rho > \\eta',
    '\\Delta \\leftarrow \\tfrac14 \\Delta \\;\\text{ if }\\; \\rho < \\tfrac14',
    '\\Delta \\leftarrow \\min(2\\Delta, \\hat\\Delta) \\;\\text{ if }\\; \\rho > \\tfrac34 \\text{ at the rim}',
  ],
}

export const begin: Begin = coded<Memory>({
  init: ({ start, hyper }) => ({
    radius: Math.min(hyper.initial_trust_radius, hyper.max_trust_radius), ratio: NaN, trial: start.map(() => NaN), taken: NaN, model: undefined,
    rest: undefined,
  }),
  step(x, memory, oracle, { hyper, exact }) {
    const { model: last } = memory
    const model = last !== undefined && last.at.every((v, i) => v === x[i]) ? last : modelAt(x, oracle)
    memory.rest = level(model.gradient, hyper.gtol)
    if (memory.rest !== undefined) return
    const { p, atRim } = dogleg(model, memory.radius)
    const trial = along(x, 1, p)
    if (trial.every((v, i) => v === x[i])) {
      memory.rest = 'no step is short enough to fall'
      return
    }
    const rounding = ROUNDING * Math.abs(model.f)
    memory.ratio = (model.f - oracle.value(trial) + rounding) / (promised(model, p) + rounding)
    const taken = memory.ratio > hyper.eta
    memory.trial = trial
    memory.taken = Number(taken)
    if (!(memory.ratio >= 0.25)) memory.radius /= 4
    else if (memory.ratio > 0.75 && atRim) memory.radius = Math.min(2 * memory.radius, hyper.max_trust_radius)
    memory.model = taken || !exact ? undefined : model
    if (taken) x.set(trial)
  },
  shows: ({ radius, ratio, trial, taken }) => ({ radius: [radius], ratio: [ratio], trial, taken: [taken] }),
  // With noise nothing is final: the next step may be told otherwise.
  finished: ({ rest }, { exact }) => (exact ? rest : undefined),
})
