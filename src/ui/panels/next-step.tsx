/** The rule of the selected method, the same with this step's numbers, and the result. */
import { useMemo, useState } from 'react'
import { activeAround } from '../../core/experiment/around.ts'
import { hyperAt } from '../../core/experiment/rates.ts'
import { texName } from '../../core/formula/print.ts'
import { aboutMethod } from '../../core/optimizers/about.ts'
import { compileUpdate, numbersTex, ruleTex } from '../../core/optimizers/update.ts'
import { isDeclared } from '../../core/optimizers/optimizer.ts'
import { iterateAt, selectedPath, useMethod, useDescribed } from '../../store/selectors.ts'
import type { State } from '../../store/state.ts'
import { useStore } from '../../store/store.ts'
import { aligned, Tex } from '../math.tsx'
import { drawingsOf } from '../plot/method-memory.ts'
import { averageSays, drawingSays } from '../plot/method-words.ts'
import { useThrottled } from '../throttle.ts'
import './next-step.css'

/** How many signs stand in the width of the panel. */
const WIDTH = 27

/** Which step is explained: the one after the playhead, or the last one where the run has ended. */
function stepOf(state: State): { readonly from: number; readonly revision: number; readonly last: boolean } | undefined {
  const path = selectedPath(state)
  if (path === undefined || path.count === 0) return undefined
  const at = Math.min(Math.round(state.session.playhead), path.count - 1)
  const last = at === path.count - 1 && at > 0
  return { from: last ? at - 1 : at, revision: state.results.revision, last }
}

export function NextStepPanel() {
  const step = useThrottled(stepOf)
  const run = useStore((s) => s.experiment.runs[s.session.selected])
  const { coordinates } = useDescribed()
  const [chosen, choose] = useState(0)
  const axis = chosen < coordinates.length ? chosen : 0
  const method = useMethod(run?.optimizer)
  const numbers = useMemo(() => {
    const path = selectedPath()
    const iterate = step && path && iterateAt(path, step.from)
    if (method === undefined || run === undefined || step === undefined || path === undefined || iterate === undefined) return []
    if (!isDeclared(method)) return aboutMethod(method.id)?.rule ?? []
    // After a change of method the path is still the old one's for a moment, with another memory.
    if (!compileUpdate(method).memory.every((slot) => Object.hasOwn(iterate.memory, slot))) return []
    const g = path.seen === undefined ? iterate.gradient : iterateAt(path, step.from + 1)?.seen
    if (g === undefined) return []
    return numbersTex(method, hyperAt(run, step.from), { x: iterate.x, g, memory: iterate.memory, t: step.from + 1 }, axis, texName(coordinates[axis]))
  }, [step, run, method, axis, coordinates])
  const rule = useMemo(() => (method === undefined || run === undefined || !isDeclared(method) ? [] : ruleTex(method, run.hyper)), [method, run])
  const [before, after] = useMemo(() => {
    const rules = (first: boolean) => (run === undefined ? [] : activeAround(run).filter(([{ slope }]) => (slope !== undefined) === first).flatMap(([entry, values]) => entry.rule(values)))
    return [rules(true), rules(false)]
  }, [run])
  const remembers = useMemo(() => {
    const path = selectedPath()
    if (method === undefined || path === undefined || step === undefined) return []
    const at = step.from + Number(step.last)
    return [...drawingsOf(method.id).map((drawing) => drawingSays(drawing, path, at)), averageSays(path, at)].filter((says) => says !== undefined)
  }, [method, step])
  if (method === undefined || step === undefined || numbers.length === 0) return null
  return (
    <section className="section next-step" aria-labelledby="next-step-title">
      <header>
        <h2 id="next-step-title">{step.last ? 'Last step' : 'Next step'}</h2>
        <span className="quiet small">
          {method.short}, step {step.from + 1}
        </span>
        {coordinates.length > 1 && isDeclared(method) && (
          <span className="segmented axes" role="group" aria-label="Coordinate">
            {coordinates.map((name, i) => (
              <button key={name} type="button" aria-pressed={i === axis} aria-label={`Along ${name}`} data-state={i === axis ? 'on' : 'off'} onClick={() => choose(i)}>
                <Tex tex={texName(name)} />
              </button>
            ))}
          </span>
        )}
      </header>
      <div className="lines" tabIndex={0} role="group" aria-label="The rule with its numbers">
        {before.length > 0 && <Tex tex={aligned(before, WIDTH)} />}
        <Tex tex={aligned(numbers, WIDTH)} />
        {after.length > 0 && <Tex tex={aligned(after, WIDTH)} />}
      </div>
      {remembers.length > 0 && <p className="small quiet">{sentence(remembers)}</p>}
      {rule.length > 1 && (
        <details>
          <summary className="small">The whole rule</summary>
          <div className="lines" tabIndex={0} role="group" aria-label="The whole rule">
            <Tex tex={aligned(rule, WIDTH)} />
          </div>
        </details>
      )}
    </section>
  )
}

/** `Temperature 0.31; trial 0.2, rejected.` */
function sentence(clauses: readonly string[]): string {
  const text = clauses.join('; ')
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
}
