/** What stands around the method of a run: what acts, its link text, and when two are the same. */
import { defaults, type Field, type Values } from '../fields.ts'
import { AROUND, aroundById } from '../optimizers/around/index.ts'
import type { Around } from '../optimizers/around/around.ts'
import type { Run } from './experiment.ts'
import { settingText } from './link-text.ts'

/** What acts around a run, in the order it acts. */
export function activeAround({ around = {} }: Pick<Run, 'around'>): readonly (readonly [Around, Values])[] {
  return AROUND.flatMap((entry) => (Object.hasOwn(around, entry.id) ? [[entry, around[entry.id]] as const] : []))
}

/** The run with `id` around it at these settings, its defaults where there are none; without it for undefined. */
export function withAround({ around: before = {}, ...run }: Run, id: string, values: Values | undefined): Run {
  const { [id]: _gone, ...others } = before
  const around = values === undefined ? others : { ...others, [id]: { ...defaults(aroundById(id)?.fields ?? {}), ...values } }
  return Object.keys(around).length === 0 ? run : { ...run, around }
}

/** What stands in a link for it, beside the other settings of the run: `,sam:0.05`. */
export function aroundText(run: Pick<Run, 'around'>): string {
  return activeAround(run).map(([{ id, fields }, values]) => {
    const written = ([name, field]: [string, Field]): boolean => name === id || !Object.is(values[name], Number(field.default))
    return Object.entries(fields).filter(written).map(([name]) => `,${name}:${settingText(fields[name], values[name])}`).join('')
  }).join('')
}

/** Whether the same stands around two runs. */
export function sameAround(a: Pick<Run, 'around'>, b: Pick<Run, 'around'>): boolean {
  return a.around === b.around || aroundText(a) === aroundText(b)
}
