/** The legend of the basin map, which is the map in numbers at the same time: how much of the domain ends where. */
import { useMemo, useState } from 'react'
import { FATES, minimaOf } from '../../core/ensembles/job.ts'
import { differenceOf, sharesOf, type Grid, type Share } from '../../store/basin-grids.ts'
import { Swatch as RunSwatch } from '../icons.tsx'
import { runName } from '../names.ts'
import { saveCsv, saveNpy, savePng } from '../plot/basin-export.ts'
import { spanOnce } from '../plot/basin-paint.ts'
import { fateName, stepsText } from '../plot/basin-words.ts'
import { pointText } from '../plot/label.ts'
import { FateSwatch } from './fate-swatch.tsx'
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
                <td><FateSwatch fate={fate} /></td>
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
      {others === undefined ? <Key span={points.some((_, m) => of(shares, m).cells > 0) ? span : undefined} /> : <Differences grid={grid} />}
      <Saves png={savePng} csv={saveCsv} npy={saveNpy} />
    </>
  )
}

function Head({ e, run }: { readonly e: Grid['job']['experiment']; readonly run: number }) {
  return <th scope="col" className="number" title={runName(e, run)}><RunSwatch run={run} /><span className="visually-hidden">{`Share, ${runName(e, run)}`}</span></th>
}

/** What shades and numbers mean; there are no shades where no start comes to a minimum. */
function Key({ span }: { readonly span: readonly [number, number] | undefined }) {
  const shades = span === undefined ? '' : span[0] === span[1] ? `All shades: ${stepsText(span[0])}. ` : `Light to dark: ${span[0]} to ${stepsText(span[1])}. `
  return <p className="quiet small">{`${shades}At right the share of the domain and the number of starts.`}</p>
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
