/** The panel of the sweep map: what is turned over which range, what is shown, the colours with their numbers, shares, exports. */
import { useEffect, useMemo } from 'react'
import { boxDimension } from '../../core/ensembles/box-dimension.ts'
import { countLowest, triesFor, wilson } from '../../core/ensembles/odds.ts'
import { minimaOf } from '../../core/ensembles/job.ts'
import { changesGround, hasOwnMinima, isPlain, letteredUpTo } from '../../core/ensembles/sweep.ts'
import type { SweepAxis, SweepChoice, SweepShow } from '../../core/experiment/experiment.ts'
import { knobOf, knobsOf, type Knob } from '../../core/experiment/knobs.ts'
import { SHOWS } from '../../core/experiment/settings.ts'
import { plainTex } from '../../core/formula/plain.ts'
import { sharesOf } from '../../store/basin-grids.ts'
import { setSweep } from '../../store/edit.ts'
import { wholeAxis } from '../../store/looking.ts'
import { useStore } from '../../store/store.ts'
import { startSweeps, useSweeps, zoomSweep, type SweepGrid } from '../../store/sweeps.ts'
import { NumberField } from '../fields/number-field.tsx'
import { formatShort } from '../format.ts'
import { runName } from '../names.ts'
import { saveSweepCsv, saveSweepNpy, saveSweepPng } from '../plot/sweep-export.ts'
import { colouredBy, FATE_SHADE } from '../plot/sweep-paint.ts'
import { shownScale, valueOf } from '../plot/sweep-scale.ts'
import { axisText, endName, quantityName, SHOWN } from '../plot/sweep-words.ts'
import { Choice } from './choice.tsx'
import { FateSwatch } from './fate-swatch.tsx'
import { Saves } from './saves.tsx'
import './basin-legend.css'
import './sweep-legend.css'

const SIZES = [64, 128, 256, 512, 1024] as const
const ROLES = ['Along the foot', 'Upwards'] as const
const DIVERGED = -5

export function SweepLegend() {
  const sweep = useStore((s) => s.experiment.sweep)
  return sweep === undefined ? null : <Legend sweep={sweep} />
}

function Legend({ sweep }: { readonly sweep: SweepChoice }) {
  useEffect(() => startSweeps(), [])
  const e = useStore((s) => s.experiment)
  const says = useSweeps((s) => s.says)
  const whole = useSweeps((s) => s.whole)
  const { runs, starts } = e
  const { run, start } = sweep
  const sizes = SIZES.some((one) => one === sweep.size) ? SIZES : [...SIZES, sweep.size].toSorted((a, b) => a - b)
  const shows = SHOWS.filter((show) => show !== 'end2' || e.domain.length > 1)
  const knobs = useMemo(() => knobsOf(e, sweep), [e, sweep])
  return (
    <section className="section basin-legend sweep-legend" aria-label="Sweep">
      <h2>Sweep</h2>
      <p className="quiet small">One run again and again, with other values: each point of the map is a run of its own. A click takes it.</p>
      {runs.length > 0 && (
        <>
          <Choice label="Optimizer" value={String(run)} options={runs.map((_, i) => [String(i), runName(e, i)])} onChange={(value) => setSweep({ run: Number(value) })} />
          {starts.length > 1 && (
            <Choice label="Start" value={String(start)} options={starts.map((_, i) => [String(i), String(i + 1)])} onChange={(value) => setSweep({ start: Number(value) })} />
          )}
          {ROLES.map((role, i) => <Axis key={role} role={role} i={i} sweep={sweep} knobs={knobs} />)}
          <Choice label="Show" value={sweep.show} options={shows.map((show) => [show, SHOWN[show]])} onChange={(value) => setSweep({ show: SHOWS.find((one) => one === value) })} />
          <Choice label="Detail" value={String(sweep.size)} options={sizes.map((one) => [String(one), `${one} along a side`])} onChange={(value) => setSweep({ size: Number(value) })} />
        </>
      )}
      {says !== undefined && <p className="says" role="status">{says}</p>}
      {whole !== undefined && <Colours grid={whole} sweep={sweep} />}
    </section>
  )
}

/** `Standard deviation of the noise σ` */
const knobName = (knob: Knob): string =>
  quantityName(knob, knob.id.startsWith('schedule.') ? ' of the schedule' : knob.id.startsWith('noise.') ? ' of the noise' : '')

/** A quantity and its range. */
function Axis({ role, i, sweep, knobs }: { readonly role: string; readonly i: number; readonly sweep: SweepChoice; readonly knobs: readonly Knob[] }) {
  const { axes } = sweep
  const axis: SweepAxis | undefined = axes[i]
  const knob = axis && knobOf(knobs, axis.of)
  const options: (readonly [string, string])[] = knobs.filter(({ id }) => id === axis?.of || axes.every(({ of }) => of !== id)).map((one) => [one.id, knobName(one)])
  if (axis && !knob) options.unshift([axis.of, axis.of])
  const put = (next: SweepAxis | undefined): readonly SweepAxis[] => (next === undefined ? axes.filter((_, k) => k !== i) : i < axes.length ? axes.with(i, next) : [...axes, next])
  const choose = (id: string): void => {
    const chosen = knobOf(knobs, id)
    setSweep({ axes: put(chosen && wholeAxis(chosen)) })
  }
  const range = (change: Partial<SweepAxis>) => (axis === undefined ? undefined : zoomSweep(put({ ...axis, ...change })))
  return (
    <>
      <Choice label={role} value={axis?.of ?? ''} options={i === 0 ? options : [['', 'Nothing'], ...options]} onChange={choose} />
      {axis !== undefined && (
        <div className="range">
          <NumberField label={`${role}: from`} value={axis.low} format={(v) => axisText(axis, v)} onChange={(low) => range({ low })} />
          <span aria-hidden="true">to</span>
          <NumberField label={`${role}: to`} value={axis.high} format={(v) => axisText(axis, v)} onChange={(high) => range({ high })} />
          <label className="log">
            <input type="checkbox" checked={axis.scale === 'log'} disabled={axis.low <= 0} onChange={(event) => range({ scale: event.target.checked ? 'log' : 'linear' })} />
            log
          </label>
        </div>
      )}
    </>
  )
}

/** The scale of the colours, and the shares of what has no number. */
function Colours({ grid, sweep }: { readonly grid: SweepGrid; readonly sweep: SweepChoice }) {
  const { show } = sweep
  const scale = shownScale([grid], show)
  const coloured = colouredBy(sweep) !== 'verdict'
  const shares = useMemo(() => sharesOf(grid, lettersIn(grid)).filter(({ cells }) => cells > 0), [grid])
  const dimension = useMemo(() => borderOf(grid), [grid])
  const said = lettersSay(grid)
  const cells = grid.fate.length
  const listed = shares.filter(({ fate }) => show === 'verdict' || show === 'steps' || fate === DIVERGED)
  return (
    <>
      {scale !== undefined && coloured && (
        <div className="scale">
          <p className="small">{SHOWN[show]}</p>
          <div className="ramp" aria-hidden="true" />
          <p className="ends small">
            <span>{`${scale.below ? '≤ ' : ''}${formatShort(scale.low, 3)}`}</span>
            {scale.log && scale.unit !== 0 ? null : <span className="quiet">{scale.log ? 'logarithmic' : 'linear'}</span>}
            <span>{`${scale.above ? '≥ ' : ''}${formatShort(scale.high, 3)}`}</span>
          </p>
          {scale.log && scale.unit !== 0 && <p className="quiet small">By the logarithm of the height over the least.</p>}
        </div>
      )}
      <table>
        <caption className="visually-hidden">{`What became of ${cells.toLocaleString('en-US')} runs`}</caption>
        <tbody>
          {listed.map(({ fate, cells: own }) => (
            <tr key={fate}>
              <th scope="row">{fate >= 0 ? nameOf(grid, fate) : <span className="plain">{nameOf(grid, fate)}</span>}</th>
              <td>{coloured && hasNumber(grid, show, fate) ? <div className="ramp" aria-hidden="true" /> : <FateSwatch fate={fate} shade={FATE_SHADE} />}</td>
              <td className="number">{`${((100 * own) / cells).toFixed(1)} %`}</td>
              <td className="number quiet">{own.toLocaleString('en-US')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {said !== undefined && <p className="quiet small">{said}</p>}
      {isPlain({ show }) && shares.some(({ fate }) => fate === DIVERGED) && (
        <p className="quiet small">Diverged: the loss passed 10¹², or a million times the first where that is more. Here such a run stops; alone it goes on.</p>
      )}
      {(show === 'verdict' || show === 'steps') && <Odds grid={grid} />}
      {Number.isFinite(dimension) && (
        <p className="quiet small" title="Box counting: a smooth border has 1, a border that fills the plane 2.">
          {`The border of what diverges has box dimension ${dimension.toFixed(2)} at ${grid.shape[0]} cells along a side.`}
        </p>
      )}
      <Saves png={saveSweepPng} csv={saveSweepCsv} npy={saveSweepNpy} />
    </>
  )
}

/** Where only starts or seeds differ, the runs are tries: how often they come to the lowest minimum, and how many are needed. */
function Odds({ grid: { fate, loss, turns, job } }: { readonly grid: SweepGrid }) {
  const seeds = turns.length === 1 && turns[0].axis.of === 'seed'
  const tried = (seeds && turns[0].knob.turns === 'run') || turns.every(({ knob }) => knob.turns === 'start')
  const count = useMemo(() => countLowest({ fate, loss }, job.critical), [fate, loss, job])
  if (!tried || count === 0) return null
  const p = count / fate.length
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
  const [low, high] = wilson(count, fate.length)
  const tries = triesFor(p)
  return (
    <p className="small">
      <strong>{`${percent(p)} end at a lowest minimum`}</strong>
      {seeds && ` (95 % interval by Wilson: ${percent(low)} to ${percent(high)})`}
      {`. ${tries === 1 ? 'One run is' : `${tries} runs with ${seeds ? 'other seeds' : 'starts drawn evenly from here'} are`} enough to get there with 95 % certainty${p < 1 ? ': ln 0.05 / ln(1 − p)' : ''}.`}
    </p>
  )
}

/** `Minimum A`, `Diverged` */
const nameOf = (grid: SweepGrid, fate: number): string => `${fate >= 0 ? 'Minimum ' : ''}${endName(grid, fate)}`

/** How many letters there are; where every landscape has its own, as many as runs end at. */
const lettersIn = ({ fate, turns, job }: SweepGrid): number => (changesGround(turns) ? 1 + fate.reduce((most, v) => Math.max(most, v), -1) : minimaOf(job.critical).length)

/** Whose minima the letters are, or why there are none, as a sentence; undefined where that goes without saying. */
function lettersSay({ turns, job }: SweepGrid): string | undefined {
  const grounds = turns.filter(({ knob }) => knob.turns === 'ground')
  if (grounds.length === 0 || isPlain(job.choice)) return undefined
  const own = `${grounds.length > 1 ? 'Each cell' : `Each value of ${plainTex(grounds[0].knob.field.tex)}`} has a landscape with minima of its own`
  if (hasOwnMinima(job, turns)) return `${own}: A is its lowest, B the next.`
  const most = SIZES.findLast((size) => size <= letteredUpTo(job, turns))
  return `${own}, too many to give them letters here. ${most === undefined ? 'A click shows them.' : `With ${most} along a side they have letters.`}`
}

/** How rough the border of what diverges is, where it has one and cells are as many upwards as along the foot. */
function borderOf({ fate, shape }: SweepGrid): number {
  if (shape.length !== 2 || shape[0] !== shape[1]) return NaN
  return boxDimension(Uint8Array.from(fate, (v) => (v === DIVERGED ? 1 : 0)), shape[0])
}

/** Whether runs that came to this have a number, and the ramp's colours. */
const hasNumber = (grid: SweepGrid, show: SweepShow, fate: number): boolean => !Number.isNaN(valueOf(grid, show, grid.fate.indexOf(fate)))
