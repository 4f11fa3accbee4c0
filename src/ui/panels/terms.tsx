/** What the experiment adds to its formula: penalties on the coordinates. Closed while nothing is added and nobody asks. */
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { PENALTIES, PENALTY_NAMES } from '../../core/experiment/terms.ts'
import { setPenalty } from '../../store/edit.ts'
import { useStore } from '../../store/store.ts'
import { FieldRow } from '../fields/field-row.tsx'
import { formatShort } from '../format.ts'
import './terms.css'

export function Terms() {
  const [open, setOpen] = useState(false)
  const l1 = useStore((s) => s.experiment.l1)
  const l2 = useStore((s) => s.experiment.l2)
  const values = { l1, l2 }
  const body = useId()
  const on = PENALTY_NAMES.filter((name) => values[name] !== 0).map((name) => `${PENALTIES[name].label} ${formatShort(values[name], 3)}`)
  return (
    <div className="terms">
      <button type="button" className="terms-head" aria-expanded={open} aria-controls={body} onClick={() => setOpen(!open)}>
        {open ? <ChevronDown size={15} aria-hidden="true" /> : <ChevronRight size={15} aria-hidden="true" />}
        Terms
        <span className="what" data-on={on.length > 0}>{on.length > 0 ? on.join(', ') : 'penalties, none'}</span>
      </button>
      <div id={body} hidden={!open}>
        {open && PENALTY_NAMES.map((name) => (
          <FieldRow key={name} name={name} field={PENALTIES[name]} value={values[name]} look="boxed" onChange={(v) => setPenalty(name, v)} />
        ))}
      </div>
    </div>
  )
}
