/** What the experiment adds to its formula: penalties on the coordinates, and noise. Closed until somebody asks. */
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { NOISE_MODELS, noiseModel } from '../../core/experiment/noise.ts'
import { NOISE_NOTES } from '../../core/experiment/noise-notes.ts'
import { SEED } from '../../core/experiment/settings.ts'
import { PENALTIES, PENALTY_NAMES } from '../../core/experiment/terms.ts'
import { setNoise, setNoiseValue, setPenalty, setSeed } from '../../store/edit.ts'
import { useStore } from '../../store/store.ts'
import { FieldRow } from '../fields/field-row.tsx'
import { formatShort } from '../format.ts'
import { Prose } from '../math.tsx'
import { Menu } from '../menu.tsx'
import './terms.css'

export function Terms() {
  const [open, setOpen] = useState(false)
  const body = useId()
  const on = useOn()
  return (
    <div className="terms">
      <button type="button" className="terms-head" aria-expanded={open} aria-controls={body} onClick={() => setOpen(!open)}>
        {open ? <ChevronDown size={15} aria-hidden="true" /> : <ChevronRight size={15} aria-hidden="true" />}
        Terms
        <span className="what" data-on={on !== ''}>{on === '' ? 'no penalty, no noise' : on}</span>
      </button>
      <div id={body} hidden={!open}>
        {open && <Penalties />}
        {open && <NoiseRows />}
      </div>
    </div>
  )
}

/** What is on, in a few words; '' where nothing is. */
function useOn(): string {
  const l1 = useStore((s) => s.experiment.l1)
  const l2 = useStore((s) => s.experiment.l2)
  const noise = useStore((s) => s.experiment.noise)
  const values = { l1, l2 }
  const penalties = PENALTY_NAMES.filter((name) => values[name] !== 0).map((name) => `${PENALTIES[name].label} ${formatShort(values[name], 3)}`)
  const model = noise && noiseModel(noise.kind)
  return [...penalties, ...(model === undefined ? [] : [`noise: ${model.name.toLowerCase()}`])].join(', ')
}

function Penalties() {
  const l1 = useStore((s) => s.experiment.l1)
  const l2 = useStore((s) => s.experiment.l2)
  const values = { l1, l2 }
  return PENALTY_NAMES.map((name) => (
    <FieldRow key={name} name={name} field={PENALTIES[name]} value={values[name]} look="boxed" onChange={(v) => setPenalty(name, v)} />
  ))
}

const NONE = 'none'

function NoiseRows() {
  const noise = useStore((s) => s.experiment.noise)
  const seed = useStore((s) => s.experiment.seed)
  const model = noise && noiseModel(noise.kind)
  const name = model?.name ?? 'None'
  const options = [
    [NONE, 'None'] as const,
    ...NOISE_MODELS.map(({ kind, name: title }) => [
      kind,
      <span key={kind}>
        <strong>{title}</strong>
        <span className="note">
          <Prose text={NOISE_NOTES[kind]} />
        </span>
      </span>,
    ] as const),
  ]
  const landscape = useStore((s) => s.experiment.landscape)
  // What was refused on this landscape; another one may allow it.
  const [refused, setRefused] = useState<{ readonly on: typeof landscape; readonly says: string }>()
  const choose = (kind: string) => {
    const issue = setNoise(NOISE_MODELS.find((m) => m.kind === kind)?.kind)
    setRefused(issue && { on: landscape, says: issue.says })
  }
  return (
    <>
      <div className="noise-kind">
        <span className="label">Noise</span>
        <Menu
          className="text-button"
          menuClass="noise-menu"
          label={`Noise: ${name}`}
          align="end"
          entries={[{ kind: 'choice', name: 'Noise', value: noise?.kind ?? NONE, options, onChange: choose }]}
        >
          {name}
          <ChevronDown size={14} aria-hidden="true" />
        </Menu>
      </div>
      {refused?.on === landscape && (
        <p className="small refused" role="alert">
          {refused.says}
        </p>
      )}
      {noise !== undefined && model !== undefined && (
        <>
          <p className="quiet small">
            <Prose text={NOISE_NOTES[model.kind]} />
          </p>
          {Object.entries(model.fields).map(([key, field]) => (
            <FieldRow
              key={key}
              name={key}
              field={field}
              value={noise.values[key]}
              of="noise"
              look="boxed"
              onChange={(v) => setNoiseValue(key, v)}
            />
          ))}
          <FieldRow name="seed" field={SEED} value={seed} look="boxed" onChange={setSeed} />
        </>
      )}
    </>
  )
}
