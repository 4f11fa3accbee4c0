/** The hyper-parameters of a method of one's own: the default of each, and the span and scale of its slider. */
import type { NumberField as Numeric } from '../../core/fields.ts'
import type { Issue } from '../../core/issue.ts'
import { refuseKnob } from '../../core/optimizers/check-typed.ts'
import type { TypedHyper } from '../../core/optimizers/typed.ts'
import { NumberField } from '../fields/number-field.tsx'

const SCALES: readonly (readonly [Numeric['scale'], string])[] = [['linear', 'linear'], ['log', 'log'], ['integer', 'whole']]

interface KnobProps {
  readonly onChange: (knob: TypedHyper) => void
}

export function KnobRows({ knobs, onChange }: KnobProps & { readonly knobs: readonly TypedHyper[] }) {
  return (
    <table className="knobs">
      <caption>Sliders</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Name</span>
          </th>
          <th scope="col">Default</th>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">Scale</th>
        </tr>
      </thead>
      <tbody>
        {knobs.map((knob) => (
          <KnobRow key={knob.name} knob={knob} onChange={onChange} />
        ))}
      </tbody>
    </table>
  )
}

function KnobRow({ knob, onChange }: KnobProps & { readonly knob: TypedHyper }) {
  const { name, default: initial, slider: [low, high], scale } = knob
  const take = (next: TypedHyper): Issue | undefined => {
    const says = refuseKnob(next)
    if (says !== undefined) return { says }
    onChange(next)
    return undefined
  }
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
      </th>
      <td>
        <NumberField value={initial} label={`Default of ${name}`} onChange={(v) => take({ ...knob, default: v })} />
      </td>
      <td>
        <NumberField value={low} label={`Slider of ${name} from`} onChange={(v) => take({ ...knob, slider: [v, high] })} />
      </td>
      <td>
        <NumberField value={high} label={`Slider of ${name} to`} onChange={(v) => take({ ...knob, slider: [low, v] })} />
      </td>
      <td>
        <select
          aria-label={`Scale of ${name}`}
          value={scale}
          onChange={(event) => {
            const chosen = SCALES.find(([value]) => value === event.currentTarget.value)?.[0]
            if (chosen !== undefined) onChange(suited({ ...knob, scale: chosen }))
          }}
        >
          {SCALES.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </td>
    </tr>
  )
}

/** The knob with a span that its new scale can have: above 0 for a logarithmic one, whole numbers for whole ones. */
function suited(knob: TypedHyper): TypedHyper {
  const [low, high] = knob.slider
  if (refuseKnob(knob) === undefined) return knob
  if (knob.scale === 'log') return { ...knob, slider: high > 0 ? [high / 1000, high] : [1e-3, 1] }
  if (knob.scale !== 'integer') return knob
  const from = Math.floor(low)
  return { ...knob, default: Math.round(knob.default), slider: [from, Math.max(from + 1, Math.ceil(high))] }
}
