/** The panel of the basin map: whose it is, how fine, how much of the domain ends where, how far the work is, and exports. */
import { useEffect, useMemo, useRef } from 'react'
import { FATES, minimaOf } from '../../core/ensembles/job.ts'
import { differenceOf, sharesOf, type Grid, type Share } from '../../store/basin-grids.ts'
import { cancelBasins, resumeBasins, startBasins, useBasins } from '../../store/basins.ts'
import { compareBasins, setBasins } from '../../store/edit.ts'
import { comparedRun, mappedRun } from '../../store/looking.ts'
import { useStore } from '../../store/store.ts'
import { formatShort } from '../format.ts'
import { Swatch as RunSwatch } from '../icons.tsx'
import { runName } from '../names.ts'
import { saveCsv, saveNpy, savePng } from '../plot/basin-export.ts'
import { basinLook } from '../plot/basin-look.ts'
import { basinColour, classHatched, SHADES, spanOnce, textured } from '../plot/basin-paint.ts'
import { fateName, stepsText } from '../plot/basin-words.ts'
import { css } from '../plot/style.ts'
import { Progress } from '../progress.tsx'
import './basin-legend.css'

const SIZES = [64, 128, 256, 512, 1024] as const

export function BasinLegend() {
  useEffect(() => startBasins(), [])
  const runs = useStore((s) => s.experiment.runs)
  const methods = useStore((s) => s.experiment.methods)
  const run = useStore((s) => mappedRun(s.experiment))
  const against = useStore((s) => comparedRun(s.experiment))
  const size = useStore((s) => s.experiment.basins?.size ?? 0)
  const says = useBasins((s) => s.says)
  const whole = useBasins((s) => s.whole)
  const work = useBasins((s) => s.work)
  const waits = useBasins((s) => s.job === undefined && s.says === undefined)
  const sizes = SIZES.some((one) => one === size) ? SIZES : [...SIZES, size].toSorted((a, b) => a - b)
  const names = runs.map((_, i) => runName({ runs, methods }, i))
  return (
    <section className="section basin-legend" aria-label="Basins">
      <h2>Basins</h2>
      <p className="quiet small">Each point is a start. Its colour says where the optimizer ends from there.</p>
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
      {says !== undefined && <p className="says" role="status">{says}</p>}
      {waits && <p className="quiet small">Waiting for the minima of this landscape.</p>}
      {whole !== undefined && <Shares grid={whole} />}
      <Progress name="Basin map" work={work} onCancel={cancelBasins} onResume={resumeBasins} />
    </section>
  )
}

/** The legend, which is the map in words at the same time. */
function Shares({ grid }: { readonly grid: Grid }) {
  const { job, other } = grid
  const shares = useMemo(() => sharesOf(grid, job), [grid, job])
  const others = useMemo(() => (other === undefined ? undefined : sharesOf(other, job)), [other, job])
  const span = spanOnce(grid)
  const cells = grid.fate.length
  const points = minimaOf(job.critical)
  const { experiment: e, run, against = run } = job
  const fates = others === undefined ? shares.map(({ fate }) => fate) : [...points.keys(), ...FATES.map(({ fate }) => fate).filter((fate) => [...shares, ...others].some((one) => one.fate === fate))]
  const of = (list: readonly Share[], fate: number): Share => list.find((one) => one.fate === fate) ?? { fate, cells: 0, steps: [NaN, NaN, NaN] }
  return (
    <>
      <table>
        <caption className="visually-hidden">{`Ends of ${count(cells)} starts`}</caption>
        <thead className={others ? undefined : 'visually-hidden'}>
          <tr>
            <th scope="col"><span className="visually-hidden">End</span></th>
            <th scope="col"><span className="visually-hidden">Place</span></th>
            <th scope="col"><span className="visually-hidden">Colour</span></th>
            {others === undefined ? <th scope="col">Share</th> : <Head e={e} run={run} />}
            {others === undefined ? <th scope="col">Starts</th> : <Head e={e} run={against} />}
          </tr>
        </thead>
        <tbody>
          {fates.map((fate) => {
            const [mine, its] = [of(shares, fate), others && of(others, fate)]
            return (
              <tr key={fate} title={titleOf(mine)}>
                <th scope="row" colSpan={fate >= 0 ? 1 : 2}>{fate >= 0 ? fateName(fate, job) : <span className="plain">{fateName(fate, job)}</span>}</th>
                {fate >= 0 && <td className="place">{`(${points[fate].x.map((v) => formatShort(Number(v.toPrecision(2)))).join(', ')})`}</td>}
                <td><Swatch fate={fate} /></td>
                <td className="number">{percent(mine.cells / cells)}</td>
                <td className="number quiet">{its === undefined ? count(mine.cells) : percent(its.cells / cells)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {others === undefined ? <Key span={span} /> : <Differences grid={grid} />}
      <p className="saves">
        Save as
        <button type="button" className="link-button" onClick={savePng}>PNG</button>
        <button type="button" className="link-button" onClick={saveCsv}>CSV</button>
        <button type="button" className="link-button" onClick={saveNpy}>npy</button>
      </p>
    </>
  )
}

function Head({ e, run }: { readonly e: Grid['job']['experiment']; readonly run: number }) {
  return <th scope="col" className="number" title={runName(e, run)}><RunSwatch run={run} /><span className="visually-hidden">{`Share, ${runName(e, run)}`}</span></th>
}

function Key({ span: [low, high] }: { readonly span: readonly [number, number] }) {
  return <p className="quiet small">{`Light to dark: ${low} to ${stepsText(high)}. At right the share of the domain and the number of starts.`}</p>
}

/** How the two runs differ, in numbers. */
function Differences({ grid }: { readonly grid: Grid }) {
  const difference = useMemo(() => differenceOf(grid), [grid])
  const { job: { experiment: e, run, against } } = grid
  if (difference === undefined || against === undefined) return null
  const { same, elsewhere, sooner, later } = difference
  const [name, other] = [runName(e, run), runName(e, against)]
  const there = same === 0 ? '' : ` Where they come to the same minimum, ${name} is there first from ${percent(sooner / same)} of the starts and ${other} from ${percent(later / same)}.`
  return (
    <p className="small">
      <strong>{`${percent(elsewhere / (same + elsewhere))} end elsewhere.`}</strong>
      {` Banded in both colours: from there ${name} and ${other} end at different places. Pale: at the same.${there}`}
    </p>
  )
}

const count = (cells: number): string => cells.toLocaleString('en-US')

const percent = (share: number): string => (share > 0 && share < 0.001 ? '< 0.1 %' : `${(100 * share).toFixed(1)} %`)

function titleOf({ fate, steps: [least, middle, most] }: Share): string | undefined {
  const note = FATES.find((one) => one.fate === fate)?.note
  return note ?? (Number.isNaN(least) ? undefined : `${least} to ${stepsText(most)}, half of them within ${middle}`)
}

/** The shades of a minimum, or the hatching of a class. */
function Swatch({ fate }: { readonly fate: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const theme = useStore((s) => s.session.theme)
  useEffect(() => {
    const ctx = canvas.current?.getContext('2d')
    if (!ctx) return
    const look = basinLook()
    for (let x = 0; x < 64; x++) {
      const hue = fate < 0 ? look.ground : basinColour(look, fate, Math.floor(x / (64 / SHADES)))
      for (let y = 0; y < 12; y++) {
        const lined = fate < 0 ? classHatched(fate, x, y) : textured(fate, look.hues.length, x, y)
        ctx.fillStyle = css(lined ? (fate < 0 ? look.line : look.ground) : hue)
        ctx.fillRect(x, y, 1, 1)
      }
    }
  }, [fate, theme])
  return <canvas ref={canvas} width={64} height={12} aria-hidden="true" />
}
