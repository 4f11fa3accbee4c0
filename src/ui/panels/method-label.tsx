/** What is told of a method where it is chosen, and among the settings of its runs: formula, purpose, cost and source. */
import { defaults } from '../../core/fields.ts'
import { aboutMethod } from '../../core/optimizers/about.ts'
import { isDeclared, type Optimizer } from '../../core/optimizers/optimizer.ts'
import { ruleTex } from '../../core/optimizers/update.ts'
import { Prose, Tex } from '../math.tsx'

/** An entry of the menu. */
export function MethodLabel({ method }: { readonly method: Optimizer }) {
  const gist = gistOf(method)
  return (
    <span>
      <strong>{method.name}</strong> <span className="cost">{costOf(method)}</span>
      {gist !== undefined && <Tex className="gist" tex={gist} />}
      <MethodNote method={method} />
    </span>
  )
}

/** Purpose and source, with `cost` what a step costs as well; of a typed method, that it is one. */
export function MethodNote({ method, cost = false }: { readonly method: Optimizer; readonly cost?: boolean }) {
  const about = aboutMethod(method.id)
  if (about === undefined) return <span className="note">A method of your own.</span>
  return (
    <>
      <span className="note">
        <Prose text={about.note} /> {cost && <span className="quiet">Costs {costOf(method)}.</span>}
      </span>
      <span className="source">{about.source}</span>
    </>
  )
}

/** `one slope a step`. */
function costOf(method: Optimizer): string {
  const { cost } = aboutMethod(method.id) ?? {}
  return cost === undefined ? 'one slope a step' : cost.includes(',') ? cost : `${cost} a step`
}

/** The line of TeX that stands for the method: of formulas, where x goes. */
function gistOf(method: Optimizer): string | undefined {
  if (isDeclared(method)) return ruleTex(method, defaults(method.hyper)).at(-1)
  const { rule, gist = 0 } = aboutMethod(method.id) ?? {}
  return rule?.[gist]
}
