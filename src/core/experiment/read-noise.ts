/** The `noise=` part of a link. */
import type { Issue } from '../issue.ts'
import type { Noise } from './experiment.ts'
import type { Ground } from './ground.ts'
import { settingText } from './link-text.ts'
import { NOISE_MODELS, noiseModel } from './noise.ts'
import { readSettings } from './read-settings.ts'
import { refuseModel, unknownWord } from './validate.ts'

/**
 * `fresh,sd:0.5,decay:1`, or `none`. What is refused keeps its default; without a kind that there is, or can be on this ground, there
 * is no noise.
 */
export function readNoise(text: string, ground: Ground, issues: Issue[]): Noise | undefined {
  const [kind, ...settings] = text.split(',').map((piece) => piece.trim())
  if (kind === 'none') {
    if (settings.length > 0) issues.push({ about: 'noise', says: 'noise is none, so its settings are left out. Write the kind of noise first, like fresh,sd:0.5.' })
    return undefined
  }
  const model = noiseModel(kind)
  if (model === undefined) {
    issues.push(unknownWord('noise', kind, [...NOISE_MODELS.map((m) => m.kind), 'none']))
    return undefined
  }
  const refused = refuseModel(model, ground)
  if (refused !== undefined) {
    issues.push(refused)
    return undefined
  }
  const owner = { name: `Noise "${model.name}"`, calls: 'setting', about: 'noise', fields: model.fields }
  return { kind: model.kind, values: readSettings(owner, settings, issues) }
}

/** The text that reads back as this noise; defaults are left out. */
export function noiseText({ kind, values }: Noise): string {
  const settings = Object.entries(noiseModel(kind)?.fields ?? {}).filter(([name, field]) => !Object.is(values[name], Number(field.default)))
  return [kind, ...settings.map(([name, field]) => `${name}:${settingText(field, values[name])}`)].join(',')
}
