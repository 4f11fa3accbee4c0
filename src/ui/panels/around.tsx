/** What stands around a run's method: the settings of what there is, and a menu of what can be added. */
import { Plus, X } from 'lucide-react'
import { activeAround } from '../../core/experiment/around.ts'
import { applies } from '../../core/fields.ts'
import { aboutAround } from '../../core/optimizers/around/about.ts'
import { AROUND } from '../../core/optimizers/around/index.ts'
import { unsuited } from '../../core/optimizers/around/around.ts'
import { setAround, setAroundValue } from '../../store/edit.ts'
import { useMethod } from '../../store/methods.ts'
import { useStore } from '../../store/store.ts'
import { FieldRow } from '../fields/field-row.tsx'
import { Prose } from '../math.tsx'
import { Menu, type Entry } from '../menu.tsx'

/** `name` is the run's, for screen readers. */
export function AroundRows({ run, name }: { readonly run: number; readonly name: string }) {
  const entry = useStore((s) => s.experiment.runs[run])
  const method = useMethod(entry.optimizer)
  const active = activeAround(entry)
  const absent = AROUND.filter(({ id }) => !active.some(([{ id: there }]) => there === id))
  return (
    <>
      {active.map(([{ id, name: title, fields }, values]) => (
        <fieldset key={id} className="around" data-around={id}>
          <legend title={aboutAround(id).note}>
            {title}
            <button type="button" className="icon-button" aria-label={`Take ${title} away from ${name}`} title="Take away" onClick={() => setAround(run, id, false)}>
              <X size={14} aria-hidden="true" />
            </button>
          </legend>
          {Object.entries(fields).filter(([key]) => applies(fields, key, values)).map(([key, field]) => (
            <FieldRow key={key} name={key} field={field} value={values[key]} of={name} look="bare" onChange={(v) => setAroundValue(run, id, key, v)} />
          ))}
        </fieldset>
      ))}
      {method !== undefined && absent.length > 0 && (
        <Menu
          className="text-button around-add"
          menuClass="optimizer-menu"
          label={`Add around it, ${name}`}
          entries={absent.map((around): Entry => {
            const misfit = unsuited(around, method)
            return {
              kind: 'item',
              disabled: misfit !== undefined,
              label: (
                <span>
                  <strong>{around.name}</strong>
                  <span className="note">
                    <Prose text={misfit ?? aboutAround(around.id).note} />
                  </span>
                </span>
              ),
              onSelect: () => setAround(run, around.id, true),
            }
          })}
        >
          <Plus size={15} aria-hidden="true" />
          Add around it
        </Menu>
      )}
    </>
  )
}
