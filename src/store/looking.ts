/**
 * Verbs for how the experiment is looked at: part of it, so that a link shows the same picture, but without an entry in the
 * history.
 */
import { validate } from '../core/experiment/create.ts'
import type { BasinChoice, Camera, EnsembleChoice, Experiment, Heights, Layer, SweepAxis, SweepChoice, View } from '../core/experiment/experiment.ts'
import { knobsOf, type Knob } from '../core/experiment/knobs.ts'
import { BASINS, ENSEMBLE, SWEEP } from '../core/experiment/settings.ts'
import type { Issue } from '../core/issue.ts'
import { commitView } from './commit.ts'
import { store } from './store.ts'

const present = () => store.getState().experiment

/** Map, surface or both. */
export function setView(view: View): void {
  const experiment = present()
  if (view !== experiment.view) commitView({ ...experiment, view })
}

/** Where the surface is seen from. Ignores a camera with numbers that are not finite. */
export function setCamera(camera: Camera): Issue | undefined {
  return look({ ...present(), camera })
}

/** How heights become colour; `own` as the landscape has it. */
export function setHeights(heights: Heights): void {
  const experiment = present()
  if (heights !== experiment.heights) commitView({ ...experiment, heights })
}

/** Switches a layer of the stage off or on. */
export function setHidden(layer: Layer, hidden: boolean): void {
  const experiment = present()
  if (experiment.hidden.includes(layer) === hidden) return
  commitView({ ...experiment, hidden: hidden ? [...experiment.hidden, layer] : experiment.hidden.filter((l) => l !== layer) })
}

/** Shows the basin map with these settings, the usual ones where there are none; undefined takes it away. */
export function setBasins(choice: Partial<BasinChoice> | undefined): Issue | undefined {
  const { basins, ...rest } = present()
  const usual = { run: store.getState().session.selected, size: Number(BASINS.size.default) }
  return look(choice === undefined ? rest : { ...rest, basins: { ...usual, ...basins, ...choice } })
}

/** Compares the basin map with the one of run `against`; undefined ends the comparison. */
export function compareBasins(against: number | undefined): Issue | undefined {
  const { basins, ...rest } = present()
  if (basins === undefined) return undefined
  const { run, size } = basins
  return look({ ...rest, basins: { run, ...(against !== undefined && { against }), size } })
}

function look(next: Experiment): Issue | undefined {
  const issue = validate(next)[0]
  if (!issue) commitView(next)
  return issue
}

/** Shows the sweep map with these settings, step size and place of the start where there are none; undefined takes it away. */
export function setSweep(choice: Partial<SweepChoice> | undefined): Issue | undefined {
  const { sweep, ensemble: _gives, ...rest } = present()
  if (choice === undefined) return look(rest)
  const { selected: run, start } = store.getState().session
  const knobs = knobsOf(rest, { run, start })
  const usual: SweepChoice = {
    run: Math.max(0, run), start, axes: knobs.filter(({ id }) => id === 'lr' || id.startsWith('start.')).slice(0, 2).map(wholeAxis),
    show: 'steps', size: Number(SWEEP.size.default),
  }
  const next = { ...usual, ...sweep, ...choice }
  return next.axes.length === 0 ? { about: 'sweep', says: 'A sweep repeats the run of an optimizer. Add an optimizer.' } : look({ ...rest, sweep: next })
}

/** Shows the ensemble with these settings, in place of a sweep map, the usual ones where there are none; undefined takes it away. */
export function setEnsemble(choice: Partial<EnsembleChoice> | undefined): Issue | undefined {
  const { ensemble, sweep: _gives, ...rest } = present()
  if (choice === undefined) return look(rest)
  const { selected, start } = store.getState().session
  const usual: EnsembleChoice = { run: Math.max(0, selected), start, draw: 'uniform', n: ENSEMBLE.n.default, spread: ENSEMBLE.spread.default }
  const { target, seed, ...next } = { ...usual, ...ensemble, ...choice }
  return look({ ...rest, ensemble: { ...next, ...(target !== undefined && { target }), ...(seed !== undefined && { seed }) } })
}

/** All of a quantity's slider. */
export function wholeAxis({ id, field: { slider: [low, high], scale } }: Knob): SweepAxis {
  return { of: id, low, high, scale: scale === 'log' && low > 0 ? 'log' : 'linear' }
}
