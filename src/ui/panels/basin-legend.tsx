/** The panel of the basin map: whose it is, how fine, how much of the domain ends where, how far the work is, and exports. */
import { useEffect } from 'react'
import { cancelBasins, resumeBasins, startBasins, useBasins } from '../../store/basins.ts'
import { compareBasins, setBasins } from '../../store/edit.ts'
import { useStore } from '../../store/store.ts'
import { runName } from '../names.ts'
import { Progress } from '../progress.tsx'
import { BasinShares } from './basin-shares.tsx'
import './basin-legend.css'

const SIZES = [64, 128, 256, 512, 1024] as const

export function BasinLegend() {
  useEffect(() => startBasins(), [])
  const runs = useStore((s) => s.experiment.runs)
  const methods = useStore((s) => s.experiment.methods)
  const run = useStore((s) => s.experiment.basins?.run ?? 0)
  const against = useStore((s) => s.experiment.basins?.against)
  const size = useStore((s) => s.experiment.basins?.size ?? 0)
  const says = useBasins((s) => s.says)
  const whole = useBasins((s) => s.whole)
  const work = useBasins((s) => s.work)
  // The stage tells of the progress where it shows the map.
  const away = useStore((s) => s.experiment.view === 'surface' && s.experiment.domain.length === 2)
  const waits = useBasins((s) => s.job === undefined && s.says === undefined)
  const sizes = SIZES.some((one) => one === size) ? SIZES : [...SIZES, size].toSorted((a, b) => a - b)
  const names = runs.map((_, i) => runName({ runs, methods }, i))
  return (
    <section className="section basin-legend" aria-label="Basins">
      <h2>Basins</h2>
      <p className="quiet small">Each point is a start. Its colour says where the optimizer ends from there.</p>
      {runs.length > 0 && (
        <>
          <label>
            Optimizer
            <select value={run} onChange={(event) => setBasins({ run: Number(event.target.value) })}>
              {names.map((name, i) => <option key={i} value={i}>{name}</option>)}
            </select>
          </label>
          {runs.length > 1 && (
            <label>
              Compare with
              <select value={against ?? ''} onChange={(event) => compareBasins(event.target.value === '' ? undefined : Number(event.target.value))}>
                <option value="">Nothing</option>
                {names.map((name, i) => i !== run && <option key={i} value={i}>{name}</option>)}
              </select>
            </label>
          )}
          <label>
            Detail
            <select value={size} onChange={(event) => setBasins({ size: Number(event.target.value) })}>
              {sizes.map((one) => <option key={one} value={one}>{`${one} along a side`}</option>)}
            </select>
          </label>
        </>
      )}
      {says !== undefined && <p className="says" role="status">{says}</p>}
      {waits && <p className="quiet small">Waiting for the minima of this landscape.</p>}
      {whole !== undefined && <BasinShares grid={whole} />}
      {away && <Progress name="Basin map" work={work} onCancel={cancelBasins} onResume={resumeBasins} />}
    </section>
  )
}
