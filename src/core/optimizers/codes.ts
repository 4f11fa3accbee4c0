/**
 * How a run of each method with code begins. The query makes each file a second module for the bundler (as in about.ts), so that the page
 * that opens first carries none of this code, whichever panel asks for it later.
 */
import type { Begin } from './optimizer.ts'
import { begin as annealing } from './annealing.ts?begin'
import { begin as bayes } from './bayes.ts?begin'
import { begin as bfgs } from './bfgs.ts?begin'
import { begin as cgFr } from './cg_fr.ts?begin'
import { begin as cgPr } from './cg_pr.ts?begin'
import { begin as cma_es } from './cma_es.ts?begin'
import { begin as de } from './de.ts?begin'
import { begin as ga } from './ga.ts?begin'
import { begin as lbfgs } from './lbfgs.ts?begin'
import { begin as nelder_mead } from './nelder_mead.ts?begin'
import { begin as newton } from './newton.ts?begin'
import { begin as powell } from './powell.ts?begin'
import { begin as random } from './random.ts?begin'
import { begin as saddleFreeNewton } from './saddle_free_newton.ts?begin'
import { begin as spsa } from './spsa.ts?begin'
import { begin as trustRegion } from './trust_region.ts?begin'

const CODES: ReadonlyMap<string, Begin> = new Map([
  ['annealing', annealing],
  ['bayes', bayes],
  ['bfgs', bfgs],
  ['cg_fr', cgFr],
  ['cg_pr', cgPr],
  ['cma_es', cma_es],
  ['de', de],
  ['ga', ga],
  ['lbfgs', lbfgs],
  ['nelder_mead', nelder_mead],
  ['newton', newton],
  ['powell', powell],
  ['random', random],
  ['saddle_free_newton', saddleFreeNewton],
  ['spsa', spsa],
  ['trust_region', trustRegion],
])

/** How a run of the method with this id begins. Throws a RangeError where it has no code, which a test excludes. */
export function beginOf(id: string): Begin {
  const begin = CODES.get(id)
  if (begin === undefined) throw new RangeError(`codes.ts has no line for ${id}.`)
  return begin
}
