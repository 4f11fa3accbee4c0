/** A method walked by hand, without the page's endings: its iterates and what it asked for. */
import { beginWalk, type Costs } from '../../../src/core/explore/walk.ts'
import { defaults } from '../../../src/core/fields.ts'
import type { Landscape } from '../../../src/core/landscape.ts'
import { optimizerById } from '../../../src/core/optimizers/index.ts'
import { settingFor } from '../explore/helpers.ts'

export interface Walked {
  readonly path: readonly (readonly number[])[]
  readonly costs: Costs
  /** Why it has stopped by itself. */
  readonly finished: string | undefined
  readonly memory: Readonly<Record<string, readonly number[]>>
}

/** `steps` steps of the method `id` from `start`, with its defaults but for `hyper`. */
export function walked(landscape: Landscape, id: string, start: readonly number[], hyper: Readonly<Record<string, number>>, steps: number): Walked {
  const optimizer = optimizerById(id)
  if (optimizer === undefined) throw new RangeError(`no optimizer ${id}`)
  const walk = beginWalk(optimizer, { landscape, setting: settingFor(start, { ...defaults(optimizer.hyper), ...hyper }) })
  const x = Float64Array.from(start)
  const gradient = new Float64Array(start.length)
  const path = [[...x]]
  for (let t = 1; t <= steps; t++) {
    landscape.gradient(x, gradient)
    walk.step(x, gradient, t)
    path.push([...x])
  }
  return { path, costs: { ...walk.costs }, finished: walk.finished(), memory: Object.fromEntries(Object.entries(walk.memory()).map(([name, column]) => [name, Array.from(column)])) }
}
