/** How every run ended: glyph, word and one sentence. */
import { memo, useMemo, useState } from 'react'
import type { RunEnding } from '../../core/explore/events.ts'
import type { Experiment } from '../../core/experiment/experiment.ts'
import { select, selectStart } from '../../store/session.ts'
import type { State } from '../../store/state.ts'
import { isSelected } from '../../store/selectors.ts'
import { useStore } from '../../store/store.ts'
import { Swatch, VerdictGlyph, verdictTone } from '../icons.tsx'
import { Prose } from '../math.tsx'
import { runName } from '../names.ts'
import { useThrottled } from '../throttle.ts'
import './verdicts.css'

/** The endings in the order of the list, one entry for each optimizer and start. */
function endings({ experiment, results }: State): Record<string, RunEnding | undefined> {
  const found: Record<string, RunEnding | undefined> = {}
  for (const { run, start, ending } of results.paths) {
    if (run < experiment.runs.length && start < experiment.starts.length) found[`${run} ${start}`] = ending
  }
  return found
}

export function VerdictsPanel() {
  // Not the whole experiment: a start that is dragged changes it in every frame, and none of these.
  const runs = useStore((s) => s.experiment.runs)
  const methods = useStore((s) => s.experiment.methods)
  const steps = useStore((s) => s.experiment.steps)
  const starts = useStore((s) => s.experiment.starts.length)
  const experiment = useMemo(() => ({ runs, methods }), [runs, methods])
  const found = useThrottled(endings)
  return (
    <section className="section verdicts" aria-labelledby="verdicts-title">
      <header>
        <h2 id="verdicts-title">Verdicts</h2>
        <span className="quiet small">
          after {steps} {steps === 1 ? 'step' : 'steps'}
        </span>
      </header>
      {runs.length === 0 ? <p className="quiet empty">Add an optimizer to see a path.</p> : (
        <ul>
          {runs.map((_, run) =>
            Array.from({ length: starts }, (__, start) => (
              <VerdictRow key={`${run} ${start}`} experiment={experiment} several={starts > 1} run={run} start={start} ending={found[`${run} ${start}`]} />
            )),
          )}
        </ul>
      )}
    </section>
  )
}

export interface VerdictRowProps {
  readonly experiment: Pick<Experiment, 'runs' | 'methods'>
  /** Whether there are several starts, which are told apart by number. */
  readonly several?: boolean
  readonly run: number
  readonly start: number
  readonly ending: RunEnding | undefined
}

/** One row. While a new ending is being computed the old one stays, so that a drag does not make the list flicker. */
export const VerdictRow = memo(function VerdictRow({ experiment, several = false, run, start, ending }: VerdictRowProps) {
  const selected = useStore((s) => isSelected({ run, start }, s))
  const [last, setLast] = useState(ending)
  if (ending !== undefined && ending !== last) setLast(ending)
  const shown = ending ?? last
  return (
    <li className="verdict" data-selected={selected} data-shown={experiment.runs[run].shown}>
      <Swatch run={run} />
      <button
        type="button"
        className="name"
        aria-pressed={selected}
        onClick={() => {
          select(run)
          selectStart(start)
        }}
      >
        {runName(experiment, run)}
        {several && <span className="quiet">, start {start + 1}</span>}
      </button>
      {shown === undefined ? <span className="word quiet">Computing</span> : (
        <>
          <span className={`word tone-${verdictTone(shown.verdict)}`}>
            <VerdictGlyph verdict={shown.verdict} />
            {shown.word}
          </span>
          <p className="says">
            <Prose text={shown.says} />
          </p>
        </>
      )}
    </li>
  )
})
