/** What the tick on the slider of the learning rate marks, under the list of optimizers. */
import { useMemo } from 'react'
import type { Run } from '../../core/experiment/experiment.ts'
import { rateOf } from '../../core/experiment/rates.ts'
import { methodOf, stableRate } from '../../store/selectors.ts'
import type { State } from '../../store/state.ts'
import { useStore } from '../../store/store.ts'
import { formatShort } from '../format.ts'
import { Prose } from '../math.tsx'
import { useThrottled } from '../throttle.ts'

export function TickFootnote() {
  const tick = useThrottled(ticked)
  const entry = useStore((s) => (tick === undefined ? undefined : s.experiment.runs[tick.run]))
  const steps = useStore((s) => s.experiment.steps)
  const highest = useMemo(() => entry && highestRate(entry, steps), [entry, steps])
  if (tick === undefined) return null
  return (
    <p className="footnote small">
      <Prose text={`${tick.marks} ${highest === undefined ? 'To its right, plain steps overshoot.' : reached(highest, tick.rate)}`} />
    </p>
  )
}

/** What the tick marks: that of the selected run where it has one, else of the first run that has. */
function ticked(state: State): { readonly run: number; readonly rate: number; readonly marks: string } | undefined {
  const { experiment, session } = state
  const order = [session.selected, ...experiment.runs.keys()]
  for (const run of order) {
    const stable = stableRate(run, session.start, state)
    if (!stable) continue
    const { optimizer } = experiment.runs[run]
    const minimum = state.results.critical?.points.find((p) => p.letter === stable.letter)
    const place = experiment.domain.length === 1 && minimum ? `the minimum near ${formatShort(minimum.x[0], 3)}` : `minimum ${stable.letter}`
    const rate = formatShort(stable.rate, 2)
    const others = order.some((other) => experiment.runs[other]?.optimizer !== optimizer && stableRate(other, session.start, state))
    const whose = others ? ` for ${methodOf(experiment, optimizer)?.name.toLowerCase()}` : ''
    // The bound of plain gradient descent is worth its formula; those of other methods are worth their number.
    const lambda = experiment.domain.length === 1 ? "f''" : '\\lambda_{max}'
    const plainBound = Math.abs(stable.rate * stable.lambda - 2) < 1e-9
    const bound = plainBound ? `$2/${lambda}$ = ${rate}` : `the largest stable rate, ${rate},`
    return { run, rate: stable.rate, marks: `The tick on $\\eta$${whose} marks ${bound} at ${place}.` }
  }
  return undefined
}

/** The highest rate of all steps of a run with a schedule; undefined where it has none, or where no rate is a number. */
function highestRate(run: Run, steps: number): number | undefined {
  const rate = rateOf(run)
  if (rate === undefined) return undefined
  let highest = -Infinity
  for (let t = 0; t < steps; t++) {
    const now = rate(t)
    if (Number.isFinite(now) && now > highest) highest = now
  }
  return highest > -Infinity ? highest : undefined
}

/** The slider sets the rate that a schedule begins with or goes by, so its place says little: the rates themselves are held against the tick. */
function reached(highest: number, rate: number): string {
  const at = formatShort(highest, 2)
  return highest > rate
    ? `The schedule takes the rate up to ${at}, above the tick: there, plain steps overshoot.`
    : `The schedule takes the rate up to ${at} at most, which stays below the tick.`
}
