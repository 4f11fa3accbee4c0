/**
 * The verbs of the experiment. Each makes a new value and commits it as one undoable edit; a value that the experiment does not
 * allow never enters it: the verb returns the sentence that says why, for the field that asked.
 */
import { experimentOn, withFormula } from '../core/experiment/create.ts'
import type { NoiseKind } from '../core/experiment/experiment.ts'
import { PENALTIES, type PenaltyName } from '../core/experiment/terms.ts'
import { noiseModel } from '../core/experiment/noise.ts'
import { defaults, refuse } from '../core/fields.ts'
import type { Issue } from '../core/issue.ts'
import type { Box } from '../core/landscape.ts'
import { refused, refusedDomain } from './checks.ts'
import { beforeBurst, commit, setDraft, tryCommit } from './commit.ts'
import { describedOf } from './described.ts'
import { store } from './store.ts'

export { beginGesture, endGesture, redo, undo } from './commit.ts'
export {
  addRun, chooseSchedule, removeRun, setAround, setAroundValue, setHyper, setOptimizer, setSchedule, setShown, typeRate,
} from './edit-runs.ts'
export { addStart, moveStart, removeStart } from './edit-starts.ts'
export { compareBasins, setBasins, setCamera, setEnsemble, setHidden, setSweep, setView } from './looking.ts'
export { openLink } from './opening.ts'

const present = () => store.getState().experiment

/**
 * Goes to a landscape of the catalogue with its own domain, start and parameters; the list of optimizers stays, at the rate that
 * suits it.
 */
export function chooseLandscape(id: string): Issue | undefined {
  return tryCommit(() => experimentOn(id, present()), `landscape:${id}`)
}

/**
 * The formula field has a new text. Where it makes sense the landscape becomes that formula; where it does not, the text is kept
 * as a draft with its issues and the last good landscape stays.
 */
export function typeFormula(text: string): Issue | undefined {
  const experiment = present()
  if (text === describedOf(experiment).formula) {
    setDraft(undefined, [])
    return undefined
  }
  // On the way from one formula to another a text may pass through one with fewer coordinates; what came before the typing
  // counts.
  const result = withFormula(beforeBurst('formula') ?? experiment, text)
  if (!result.ok) {
    setDraft(text, result.issues)
    return result.issues[0]
  }
  commit(result.value, 'formula')
  const { landscape } = result.value
  setDraft(landscape.kind === 'formula' && landscape.text === text ? undefined : text, [])
  return undefined
}

/** Drops a formula that does not parse: the field shows the landscape's again. */
export function discardDraft(): void {
  setDraft(undefined, [])
}

/** Gives a parameter of the formula a value. */
export function setParam(name: string, value: number): Issue | undefined {
  const experiment = present()
  const issue = refused(describedOf(experiment).params, name, value, 'The formula has no parameter')
  if (issue) return issue
  commit({ ...experiment, params: { ...experiment.params, [name]: value } }, `param:${name}`)
  return undefined
}

/** Gives a penalty that is added to the formula its strength; 0 takes it away. */
export function setPenalty(name: PenaltyName, value: number): Issue | undefined {
  const issue = refuse(PENALTIES[name], name, value)
  if (!issue) commit({ ...present(), [name]: value }, name)
  return issue
}

/** Chooses a kind of noise, keeping the settings that the new kind has too; undefined turns noise off. */
export function setNoise(kind: NoiseKind | undefined): Issue | undefined {
  const experiment = present()
  const fields = kind === undefined ? {} : (noiseModel(kind)?.fields ?? {})
  const held = Object.entries(experiment.noise?.values ?? {}).filter(([name]) => Object.hasOwn(fields, name))
  const noise = kind === undefined ? undefined : { kind, values: { ...defaults(fields), ...Object.fromEntries(held) } }
  return tryCommit(() => ({ ...experiment, noise }), `noise:${kind}`)
}

/** Gives a setting of the noise a value. */
export function setNoiseValue(name: string, value: number): Issue | undefined {
  const experiment = present()
  const { noise } = experiment
  if (noise === undefined) return { about: 'noise', says: 'There is no noise to set. Choose a kind of noise first.' }
  return tryCommit(() => ({ ...experiment, noise: { ...noise, values: { ...noise.values, [name]: value } } }), `noise:${name}`)
}

/** Shows another part of the plane. */
export function setDomain(domain: Box): Issue | undefined {
  const experiment = present()
  const issue = refusedDomain(experiment, domain)
  if (!issue) commit({ ...experiment, domain }, 'domain')
  return issue
}

/** How many steps every run takes. A playhead at the end stays at the end. */
export function setSteps(steps: number): Issue | undefined {
  const experiment = present()
  return tryCommit(() => ({ ...experiment, steps, at: Math.min(experiment.at, steps) }), 'steps')
}

/** The seed of all randomness. */
export function setSeed(seed: number): Issue | undefined {
  const experiment = present()
  return tryCommit(() => ({ ...experiment, seed }), 'seed')
}
