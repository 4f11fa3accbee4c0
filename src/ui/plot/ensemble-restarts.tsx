/** How many restarts are enough: the chance of at least one success among K tries by its formula, and as it was counted. */
import { chanceOf, countedChance } from '../../core/ensembles/odds.ts'
import type { Summary } from '../../core/ensembles/summary.ts'
import { shareAt, type Extent } from './ensemble-bars.ts'
import { Figure, type Size } from './ensemble-figure.tsx'
import { countText, percent } from './ensemble-words.ts'

/** The certainty that is asked for. */
const SURE = 0.95
/** A share is counted over so many groups at least. */
const GROUPS = 5
/** Dots and points of the line, at most. */
const DOTS = 40
const POINTS = 80

const whole = (values: readonly number[]): readonly number[] => [...new Set(values.map(Math.round))].filter((k) => k >= 1)

/** Values of K from 1 to `most`, about `count` of them. */
const upTo = (most: number, count: number): readonly number[] => whole(Array.from({ length: Math.min(most, count) }, (_, i) => 1 + ((most - 1) * i) / Math.max(1, Math.min(most, count) - 1)))

export function Restarts({ summary }: { readonly summary: Summary }) {
  const { rate: p, interval: [least, greatest], restarts, succeeded, tries } = summary
  const most = Number.isFinite(restarts) ? Math.max(6, Math.ceil(1.6 * restarts)) : 10
  const x: Extent = { low: 1, high: most, scale: 'linear' }
  const y: Extent = { low: 0, high: 1, scale: 'linear' }
  const counted = upTo(most, DOTS).filter((k) => tries.length / k >= GROUPS).map((k) => ({ k, share: countedChance(succeeded, k) }))
  const line = ({ width, height }: Size, chance: number): string =>
    upTo(most, POINTS).map((k) => `${(shareAt(x, k) * width).toFixed(1)},${((1 - chanceOf(chance, k)) * height).toFixed(1)}`).join(' ')
  return (
    <Figure
      title="At least one success"
      note="line: 1 − (1 − p)ᴷ, dots: counted"
      hint="Of K tries: the line with its 95 % band is the formula, the dots are groups of K tries that follow one another"
      x={{ ...x, name: 'Tries K' }}
      y={{ ...y, name: 'Chance', text: (value) => `${Math.round(100 * value)} %` }}
      empty={tries.length === 0 ? 'No tries yet.' : undefined}
      look={(share) => {
        const k = Math.round(1 + share * (most - 1))
        const groups = Math.floor(tries.length / k)
        const seen = groups >= GROUPS ? `, counted ${percent(countedChance(succeeded, k))} of ${countText(groups)} groups` : ''
        return `K = ${k}: ${percent(chanceOf(p, k))}${seen}`
      }}
    >
      {(size) => {
        const { width, height } = size
        const [at, sure] = [shareAt(x, restarts) * width, (1 - SURE) * height]
        return (
          <>
            <polygon className="band" points={`${line(size, least)} ${line(size, greatest).split(' ').toReversed().join(' ')}`} />
            <line className="sure" x1={0} x2={width} y1={sure} y2={sure} />
            <polyline className="formula" points={line(size, p)} />
            {counted.map(({ k, share }) => <circle key={k} className="counted" cx={shareAt(x, k) * width} cy={(1 - share) * height} r={3} />)}
            {Number.isFinite(restarts) && (
              <>
                <line className="mark" x1={at} x2={at} y1={sure} y2={height} />
                <text className={at > width / 2 ? 'mark end' : 'mark'} x={at + (at > width / 2 ? -6 : 6)} y={height - 8}>{`${restarts} for 95 %`}</text>
              </>
            )}
          </>
        )
      }}
    </Figure>
  )
}
