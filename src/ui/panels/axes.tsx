/** Which names of a typed formula are axes; the others have sliders. */
import { texName } from '../../core/formula/print.ts'
import { setOver } from '../../store/edit-data.ts'
import { useDescribed } from '../../store/selectors.ts'
import { Tex } from '../math.tsx'
import './data.css'

/** The axes after `name` was pressed: one is taken away while another stays, a third takes the place of the last. */
export function toggled(axes: readonly string[], name: string): readonly string[] {
  if (!axes.includes(name)) return [...axes.slice(0, 1), name]
  return axes.length > 1 ? axes.filter((axis) => axis !== name) : axes
}

export function Axes() {
  const { coordinates, params, objective } = useDescribed()
  const names = [...coordinates, ...Object.keys(params)]
  if (objective !== undefined || names.length < 2) return null
  return (
    <div className="axes-row" role="group" aria-label="Axes">
      <span className="label">Axes</span>
      {names.map((name) => (
        <button key={name} type="button" aria-label={name} aria-pressed={coordinates.includes(name)} onClick={() => setOver(toggled(coordinates, name))}>
          <Tex tex={texName(name)} />
        </button>
      ))}
    </div>
  )
}
