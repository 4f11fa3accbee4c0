/** What it costs to come to a minimum: steps, or evaluations asked for, with median and quartiles of the successes. */
import { useMemo, useState } from 'react'
import { FATES } from '../../core/ensembles/job.ts'
import type { Summary } from '../../core/ensembles/summary.ts'
import type { Tries } from '../../store/ensembles.ts'
import { formatShort } from '../format.ts'
import { barsOf, costAxis, shareAt, valueAt, type Bar, type Extent } from './ensemble-bars.ts'
import { BarFigure, BARS } from './ensemble-bar-figure.tsx'
import type { Size } from './ensemble-figure.tsx'
import { barSays } from './ensemble-words.ts'

const [{ fate: ELSEWHERE }] = FATES
const COSTS = [['steps', 'Steps'], ['calls', 'Evaluations']] as const

export function Costs({ tries, summary, onTake }: { readonly tries: Tries; readonly summary: Summary; readonly onTake: (cell: number) => void }) {
  const [of, setOf] = useState<'steps' | 'calls'>('steps')
  const { fate } = tries
  const settled = useMemo(() => summary.tries.filter((k) => fate[k] >= ELSEWHERE), [summary, fate])
  const axis = useMemo(() => costAxis(settled.map((k) => tries[of][k]), BARS), [settled, tries, of])
  const bars = useMemo(() => barsOf(settled, (k) => tries[of][k], fate, axis, axis.bars), [settled, tries, of, fate, axis])
  const [first, middle, third] = summary[of]
  const quartiles = ({ width }: Size) => {
    const at = (v: number): number => shareAt(axis, axis.scale === 'log' ? Math.max(axis.low, v) : v + 0.5) * width
    return !Number.isNaN(middle) && (
      <g className="quartiles">
        <line x1={at(first)} x2={at(third)} y1={5} y2={5} />
        <circle cx={at(middle)} cy={5} r={3.5} />
      </g>
    )
  }
  return (
    <BarFigure
      title="Cost"
      choice={(
        <span className="segmented" role="group" aria-label="Cost in">
          {COSTS.map(([id, label]) => (
            <button key={id} type="button" aria-pressed={of === id} data-state={of === id ? 'on' : 'off'} onClick={() => setOf(id)}>{label}</button>
          ))}
        </span>
      )}
      note={Number.isNaN(middle) ? 'no successes' : `median ${formatShort(middle)} (${formatShort(first)}–${formatShort(third)})`}
      hint="Median and quartiles of the tries that succeed"
      x={{ ...axis, name: of === 'steps' ? 'Steps to a minimum' : 'Evaluations to a minimum' }}
      empty={settled.length === 0 && summary.tries.length > 0 ? 'No try came to a minimum.' : undefined}
      bars={bars}
      says={(bar) => `${rangeText(axis, bar)}: ${barSays(tries, bar, summary.tries.length)}`}
      onTake={onTake}
      over={quartiles}
    />
  )
}

/** `12`, `12–15`: the whole numbers of a bar. */
function rangeText(axis: Extent, { from, to }: Bar): string {
  const [low, high] = [Math.ceil(valueAt(axis, from) - 1e-9), Math.ceil(valueAt(axis, to) - 1e-9) - 1]
  return high > low ? `${low}–${high}` : `${low}`
}
