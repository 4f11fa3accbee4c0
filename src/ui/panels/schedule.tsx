/** How a run's learning rate changes: a picker of schedules and the settings of the chosen one. */
import { SCHEDULES, scheduleById } from '../../core/optimizers/schedules/index.ts'
import { chooseSchedule, setSchedule, typeRate } from '../../store/edit.ts'
import { useStore } from '../../store/store.ts'
import { FieldRow } from '../fields/field-row.tsx'
import { useState } from 'react'

/** `name` is the run's, for screen readers. */
export function ScheduleRows({ run, name }: { readonly run: number; readonly name: string }) {
  const schedule = useStore((s) => s.experiment.runs[run].schedule)
  const entry = schedule?.kind === 'catalogue' ? scheduleById(schedule.id) : undefined
  const chosen = schedule === undefined ? 'constant' : schedule.kind === 'formula' ? 'formula' : schedule.id
  return (
    <>
      <label className="schedule-kind" title={entry?.note}>
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
      {schedule?.kind === 'formula' && <RateField key={schedule.text} run={run} name={name} text={schedule.text} />}
      {schedule?.kind === 'catalogue' && Object.entries(entry?.fields ?? {}).map(([key, field]) => (
        <FieldRow key={key} name={key} field={field} value={schedule.values[key]} of={name} look="bare" onChange={(v) => setSchedule(run, key, v)} />
      ))}
    </>
  )
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
