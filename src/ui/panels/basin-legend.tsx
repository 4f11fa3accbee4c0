/** The panel of the basin map: whose it is, how fine, how much of the domain ends where, how far the work is, and exports. */
import { useEffect, useMemo, useRef } from 'react'
import { FATES, minimaOf } from '../../core/ensembles/job.ts'
import { cancelBasins, resumeBasins, sharesOf, startBasins, useBasins, type Share } from '../../store/basins.ts'
import { setBasins } from '../../store/edit.ts'
import { mappedRun } from '../../store/looking.ts'
import { useStore } from '../../store/store.ts'
import { formatShort } from '../format.ts'
import { runName } from '../names.ts'
import { saveCsv, saveNpy, savePng } from '../plot/basin-export.ts'
import { basinLook } from '../plot/basin-look.ts'
import { basinColour, hatched, SHADES, spanOf } from '../plot/basin-paint.ts'
import { fateName } from '../plot/basin-words.ts'
import { css } from '../plot/style.ts'
import './basin-legend.css'

const SIZES = [64, 128, 256, 512, 1024] as const

export function BasinLegend() {
  useEffect(() => startBasins(), [])
  const runs = useStore((s) => s.experiment.runs)
  const methods = useStore((s) => s.experiment.methods)
  const run = useStore((s) => mappedRun(s.experiment))
  const size = useStore((s) => s.experiment.basins?.size ?? 0)
  const says = useBasins((s) => s.says)
  const sizes = SIZES.some((one) => one === size) ? SIZES : [...SIZES, size].toSorted((a, b) => a - b)
  return (
    <section className="section basin-legend" aria-label="Basins">
      <h2>Basins</h2>
      <p className="quiet small">Each point is a start; its colour says where the optimizer ends from there.</p>
      <label>
        Optimizer
        <select value={run} onChange={(event) => setBasins({ run: Number(event.target.value) })}>
          {runs.map((_, i) => <option key={i} value={i}>{runName({ runs, methods }, i)}</option>)}
        </select>
      </label>
      <label>
        Detail
        <select value={size} onChange={(event) => setBasins({ size: Number(event.target.value) })}>
          {sizes.map((one) => <option key={one} value={one}>{`${one} along a side`}</option>)}
        </select>
      </label>
      {says !== undefined && <p className="says" role="status">{says}</p>}
      <Shares />
      <Progress />
    </section>
  )
}

/** The legend, which is the map in words at the same time. */
function Shares() {
  const grids = useBasins((s) => s.grids)
  const job = useBasins((s) => s.job)
  const state = useBasins((s) => s.state)
  useStore((s) => s.session.theme)
  // A grid is filled in place: what is whole is known by its length in the list and by the end of the work.
  const shares = useMemo(() => sharesOf({ grids, job }), [grids, job, state]) // eslint-disable-line react-hooks/exhaustive-deps
  const grid = grids.find((one) => one.filled === one.fate.length)
  if (job === undefined || grid === undefined) return null
  const span = spanOf(grid)
  const cells = grid.fate.length
  const points = minimaOf(job.critical)
  return (
    <>
      <table>
        <caption className="visually-hidden">{`Ends of ${cells.toLocaleString('en-US')} starts`}</caption>
        <thead className="visually-hidden">
          <tr><th scope="col">End</th><th scope="col">Place</th><th scope="col">Colour</th><th scope="col">Share</th><th scope="col">Starts</th></tr>
        </thead>
        <tbody>
          {shares.map((share) => (
            <tr key={share.fate} title={titleOf(share)}>
              <th scope="row">{share.fate >= 0 ? fateName(share.fate, job) : ''}</th>
              <td className="place">{share.fate >= 0 ? `(${points[share.fate].x.map((v) => formatShort(Number(v.toPrecision(2)))).join(', ')})` : fateName(share.fate, job)}</td>
              <td><Swatch fate={share.fate} span={span} /></td>
              <td className="number">{percent(share.cells / cells)}</td>
              <td className="number quiet">{share.cells.toLocaleString('en-US')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small">{`Light to dark: ${span[0]} to ${span[1]} steps. Share of the domain and number of starts at right.`}</p>
      <p className="saves">
        Save as
        <button type="button" className="link-button" onClick={savePng}>PNG</button>
        <button type="button" className="link-button" onClick={saveCsv}>CSV</button>
        <button type="button" className="link-button" onClick={saveNpy}>npy</button>
      </p>
    </>
  )
}

const percent = (share: number): string => (share > 0 && share < 0.001 ? '< 0.1 %' : `${(100 * share).toFixed(1)} %`)

function titleOf({ fate, steps: [least, middle, most] }: Share): string | undefined {
  const note = FATES.find((one) => one.fate === fate)?.note
  return note ?? (Number.isNaN(least) ? undefined : `${least} to ${most} steps, half of them within ${middle}`)
}

/** The shades of a minimum, or the hatching of a class. */
function Swatch({ fate, span: [low, high] }: { readonly fate: number; readonly span: readonly [number, number] }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const theme = useStore((s) => s.session.theme)
  useEffect(() => {
    const ctx = canvas.current?.getContext('2d')
    if (!ctx) return
    const look = basinLook()
    for (let x = 0; x < 64; x++) {
      for (let y = 0; y < 12; y++) {
        const step = low + ((Math.floor(x / (64 / SHADES)) + 0.5) / SHADES) * (high - low)
        ctx.fillStyle = css(fate >= 0 ? basinColour(look, fate, step, [low, high]) : hatched(fate, x, y) ? look.line : look.ground)
        ctx.fillRect(x, y, 1, 1)
      }
    }
  }, [fate, low, high, theme])
  return <canvas ref={canvas} width={64} height={12} aria-hidden="true" />
}

/** Percent and time left of work that takes longer than half a second, and the way to stop it. */
function Progress() {
  const state = useBasins((s) => s.state)
  const done = useBasins((s) => s.done)
  const total = useBasins((s) => s.total)
  const spent = useBasins((s) => s.spent)
  if (state === 'cancelled') {
    return <p className="progress"><span>Stopped.</span><button type="button" className="link-button" onClick={resumeBasins}>Go on</button></p>
  }
  if (state !== 'working' || spent < 500) return null
  const share = total === 0 ? 0 : done / total
  const left = share > 0 ? (spent / 1000) * (1 / share - 1) : NaN
  return (
    <p className="progress">
      <progress value={share} aria-label="Basin map" />
      <span>{`${Math.floor(100 * share)} %${Number.isFinite(left) ? `, ${left < 1 ? 'less than 1' : Math.ceil(left)} s left` : ''}`}</span>
      <button type="button" className="link-button" onClick={cancelBasins}>Cancel</button>
    </p>
  )
}
