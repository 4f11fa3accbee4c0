/** What can stand around a method, in the order it acts. Adding one: a file beside this one, and a line in the list. */
import type { Around } from './around.ts'
import { average } from './average.ts'
import { clipValue } from './clip-value.ts'
import { decoupledDecay } from './decoupled-decay.ts'
import { maxNorm } from './max-norm.ts'
import { restarts } from './restarts.ts'
import { sam } from './sam.ts'

export const AROUND: readonly Around[] = [sam, maxNorm, clipValue, decoupledDecay, average, restarts]

/** The entry with this id, or undefined: ids come from links, so anything may be asked for. */
export function aroundById(id: string): Around | undefined {
  return AROUND.find((a) => a.id === id)
}

/** The entry that has a field of this name. */
export function aroundWith(field: string): Around | undefined {
  return AROUND.find((a) => Object.hasOwn(a.fields, field))
}
