/** One adjustable quantity as a row. The control follows from the Field alone: a slider with a typed value, a checkbox, or a list of options. */
import { type Field, type NumberField as Numeric, refuse } from '../../core/fields.ts'
import type { Issue } from '../../core/issue.ts'
import { formatRow } from '../format.ts'
import { Tex } from '../math.tsx'
import { NumberField } from './number-field.tsx'
import { nudged } from './scale.ts'
import { Slider } from './slider.tsx'
import './field-row.css'

export interface FieldRowProps {
  /** The link's name of the field, e.g. `lr`; refusals speak of it. */
  readonly name: string
  readonly field: Field
  readonly value: number
  /** What the field belongs to, for screen readers: `Adam`. */
  readonly of?: string
  readonly colour?: string
  readonly tick?: number
  /** Values stand in a box (parameters) or bare (optimizers). */
  readonly look: 'boxed' | 'bare'
  /** Takes a value; answers the sentence that says why not. */
  readonly onChange: (value: number) => Issue | undefined
}

export function FieldRow(props: FieldRowProps) {
  const { name, field, value, of, onChange } = props
  const label = of === undefined ? field.label : `${field.label}, ${of}`
  if (field.kind === 'number') return <NumberRow {...props} field={field} label={label} />
  if (field.kind === 'choice') {
    return (
      <label className="field-row choice" title={field.note} data-field={name}>
        <span>{field.label}</span>
        <select aria-label={label} value={value} onChange={(event) => onChange(Number(event.currentTarget.value))}>
          {field.options.map((option, i) => (
            <option key={option.id} value={i}>
              {option.label}
            </option>
          ))}
        </select>
      </label>
    )
  }
  return (
    <label className="field-row check" title={field.note} data-field={name}>
      <input type="checkbox" aria-label={label} checked={value === 1} onChange={(event) => onChange(event.currentTarget.checked ? 1 : 0)} />
      {field.label}
    </label>
  )
}

function NumberRow({ name, field, value, label, colour, tick, look, onChange }: FieldRowProps & { field: Numeric; label: string }) {
  return (
    <div className={`field-row ${look}`} data-field={name}>
      <span className="symbol" title={`${field.label}. ${field.note}`}>
        <Tex tex={field.tex} />
      </span>
      <Slider field={field} value={value} label={label} colour={colour} tick={tick} onChange={onChange} />
      <NumberField
        className={look === 'bare' ? 'bare' : undefined}
        value={value}
        label={`${label}, value`}
        format={(v) => formatRow(v, look === 'bare' && field.scale !== 'integer')}
        check={(v) => refuse(field, name, v)}
        nudge={(v, steps) => nudged(field, v, steps)}
        onChange={onChange}
      />
    </div>
  )
}
