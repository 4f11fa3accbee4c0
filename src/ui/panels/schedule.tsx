/** How a run's learning rate changes: a picker of schedules and the settings of the chosen one. */
import { rateOf } from '../../core/experiment/rates.ts'
import { aboutSchedule } from '../../core/optimizers/schedules/about.ts'
import type { RateOf } from '../../core/optimizers/schedules/compile-rate.ts'
import { formatNumber } from '../format.ts'
import { useThrottled } from '../throttle.ts'
import { SCHEDULES, scheduleById } from '../../core/optimizers/schedules/index.ts'
import { chooseSchedule, setSchedule, typeRate } from '../../store/edit.ts'
import { useStore } from '../../store/store.ts'
import { FieldRow } from '../fields/field-row.tsx'
import { useMemo, useState } from 'react'

/** `name` is the run's, for screen readers. */
export function ScheduleRows({ run, name }: { readonly run: number; readonly name: string }) {
  const schedule = useStore((s) => s.experiment.runs[run].schedule)
  const entry = schedule?.kind === 'catalogue' ? scheduleById(schedule.id) : undefined
  const chosen = schedule === undefined ? 'constant' : schedule.kind === 'formula' ? 'formula' : schedule.id
  return (
    <>
      <label className="schedule-kind" title={entry && aboutSchedule(entry.id)?.note}>
        <span>Schedule</span>
        <select aria-label={`Schedule, ${name}`} value={chosen} onChange={(event) => chooseSchedule(run, event.currentTarget.value)}>
          <option value="constant">Constant</option>
          {SCHEDULES.map((s) => (
            <option key={s.id} value={s.id}>
              {s.name}
            </option>
          ))}
          <option value="formula">Formula of t and lr</option>
        </select>
      </label>
      {schedule !== undefined && <RateLine run={run} name={name} />}
      {schedule?.kind === 'formula' && <RateField key={schedule.text} run={run} name={name} text={schedule.text} />}
      {schedule?.kind === 'catalogue' && Object.entries(entry?.fields ?? {}).map(([key, field]) => (
        <FieldRow key={key} name={key} field={field} value={schedule.values[key]} of={name} look="bare" onChange={(v) => setSchedule(run, key, v)} />
      ))}
    </>
  )
}

/** Points of the drawn rate. */
const POINTS = 120

/** The rate over the steps of the run as a small line, a mark at the playhead, and the rate there in numbers. */
function RateLine({ run, name }: { readonly run: number; readonly name: string }) {
  const entry = useStore((s) => s.experiment.runs[run])
  const steps = useStore((s) => s.experiment.steps)
  const at = useThrottled((s) => Math.max(0, Math.min(Math.round(s.session.playhead), s.experiment.steps) - 1))
  const rate = useMemo(() => rateOf(entry), [entry])
  const { d, low, high } = useMemo(() => lineOf(rate, steps), [rate, steps])
  if (rate === undefined) return null
  const now = rate(at)
  const x = steps > 1 ? (at / (steps - 1)) * 100 : 0
  const says = `step ${at + 1}`
  return (
    <div className="rate-line" role="img" aria-label={`Rate of ${name} from ${formatNumber(low, 3)} to ${formatNumber(high, 3)}; ${formatNumber(now, 3)} at ${says}`}>
      <svg viewBox="0 -2 100 28" preserveAspectRatio="none" aria-hidden="true">
        <path d={d} />
        <line x1={x} x2={x} y1={-2} y2={26} />
      </svg>
      <span className="small quiet" aria-hidden="true">
        {formatNumber(now, 3)} at {says}
      </span>
    </div>
  )
}

/** The line in a box 100 wide and 24 high, broken where there is no rate, and the lowest and highest rate in it, 0 among them. */
function lineOf(rate: RateOf | undefined, steps: number): { d: string; low: number; high: number } {
  const count = Math.max(2, Math.min(POINTS, steps))
  const values = Array.from({ length: count }, (_, i) => rate?.(Math.round((i / (count - 1)) * Math.max(0, steps - 1))) ?? NaN)
  const finite = values.filter(Number.isFinite)
  const [low, high] = [Math.min(0, ...finite), Math.max(0, ...finite)]
  const y = (v: number): string => (high > low ? 24 - (24 * (v - low)) / (high - low) : 24).toFixed(2)
  const d = values.map((v, i) => (Number.isFinite(v) ? `${i > 0 && Number.isFinite(values[i - 1]) ? 'L' : 'M'}${((100 * i) / (count - 1)).toFixed(2)} ${y(v)}` : '')).join('')
  return { d, low, high }
}

/** The typed rate; what cannot be read stays in the field with its sentence. */
function RateField({ run, name, text }: { readonly run: number; readonly name: string; readonly text: string }) {
  const [draft, setDraft] = useState(text)
  const [says, setSays] = useState<string>()
  const commit = () => setSays(draft.trim() === text ? undefined : typeRate(run, draft)?.says)
  return (
    <>
      <input
        className="schedule-rate"
        type="text"
        aria-label={`Rate, ${name}`}
        aria-invalid={says !== undefined}
        spellCheck={false}
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
        }}
      />
      {says !== undefined && (
        <p className="small refused" role="alert">
          {says}
        </p>
      )}
    </>
  )
}
