/** The legend of the basin map, which is the map in numbers at the same time: how much of the domain ends where. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { FATES, minimaOf } from '../../core/ensembles/job.ts'
import { differenceOf, sharesOf, type Grid, type Share } from '../../store/basin-grids.ts'
import { useStore } from '../../store/store.ts'
import { Swatch as RunSwatch } from '../icons.tsx'
import { runName } from '../names.ts'
import { saveCsv, saveNpy, savePng } from '../plot/basin-export.ts'
import { basinLook } from '../plot/basin-look.ts'
import { basinColour, classHatched, SHADES, spanOnce, textureColour, textured } from '../plot/basin-paint.ts'
import { fateName, stepsText } from '../plot/basin-words.ts'
import { pointText } from '../plot/label.ts'
import { css } from '../plot/style.ts'
import { Saves } from './saves.tsx'

/** With more minima than these only the first are listed, until asked for. */
const MANY = 10

export function BasinShares({ grid }: { readonly grid: Grid }) {
  const { job, other } = grid
  const points = minimaOf(job.critical)
  const shares = useMemo(() => sharesOf(grid, points.length), [grid, points.length])
  const others = useMemo(() => (other === undefined ? undefined : sharesOf(other, points.length)), [other, points.length])
  const span = spanOnce(grid)
  const cells = grid.fate.length
  const { experiment: e, run, against = run } = job
  // One decimal less than where a point is read exactly.
  const wide = e.domain.map(([low, high]) => 10 * (high - low))
  const [all, setAll] = useState(false)
  const listed = (fate: number): boolean => fate >= 0 || [...shares, ...(others ?? [])].some((one) => one.fate === fate)
  const fates = [...points.keys(), ...FATES.map(({ fate }) => fate)].filter((fate) => listed(fate) && (all || points.length <= MANY || fate < MANY))
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
                {fate >= 0 && <td className="place">{pointText(points[fate].x, wide)}</td>}
                <td><Swatch fate={fate} /></td>
                <td className="number">{percent(mine.cells / cells)}</td>
                <td className={its === undefined ? 'number quiet' : 'number'}>{its === undefined ? count(mine.cells) : percent(its.cells / cells)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {points.length > MANY && (
        <button type="button" className="link-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? `Only the lowest ${MANY} minima` : `All ${points.length} minima`}
        </button>
      )}
      {others === undefined ? <Key span={span} /> : <Differences grid={grid} />}
      <Saves png={savePng} csv={saveCsv} npy={saveNpy} />
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
      const shade = Math.floor(x / (64 / SHADES))
      const [hue, line] = fate < 0 ? [look.ground, look.line] : [basinColour(look, fate, shade), textureColour(look, fate, shade)]
      for (let y = 0; y < 12; y++) {
        const lined = fate < 0 ? classHatched(fate, x, y) : textured(fate, look.hues.length, x, y)
        ctx.fillStyle = css(lined ? line : hue)
        ctx.fillRect(x, y, 1, 1)
      }
    }
  }, [fate, theme])
  return <canvas ref={canvas} width={64} height={12} aria-hidden="true" />
}
