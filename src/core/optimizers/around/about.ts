/** What is told of each setting around a method beyond what computing needs, kept from the page that opens first: see ../about.ts. */
import type { AroundAbout } from './around.ts'
import { about as average } from './average.ts?around'
import { about as clipValue } from './clip-value.ts?around'
import { about as decoupledDecay } from './decoupled-decay.ts?around'
import { about as maxNorm } from './max-norm.ts?around'
import { about as restarts } from './restarts.ts?around'
import { about as sam } from './sam.ts?around'

const ABOUT: ReadonlyMap<string, AroundAbout> = new Map([
  ['average', average],
  ['clip_value', clipValue],
  ['decoupled_decay', decoupledDecay],
  ['max_norm', maxNorm],
  ['restarts', restarts],
  ['sam', sam],
])

/** The texts of what stands around a method by this id. Throws a RangeError where about.ts lacks it, which a test excludes. */
export function aboutAround(id: string): AroundAbout {
  const about = ABOUT.get(id)
  if (about === undefined) throw new RangeError(`about.ts has no line for ${id}.`)
  return about
}
