/** Where the tries of an ensemble end: bars along the curve's axis for one coordinate, starts and ends on small maps for two. */
import { useMemo } from 'react'
import { drawsOf, type Draws } from '../../core/ensembles/draws.ts'
import { minimaOf } from '../../core/ensembles/job.ts'
import type { Summary } from '../../core/ensembles/summary.ts'
import type { Box } from '../../core/landscape.ts'
import { useDescribed } from '../../store/described.ts'
import type { Tries } from '../../store/ensembles.ts'
import { useStore } from '../../store/store.ts'
import { axisOf, barsOf, nearestTry, shareAt } from './ensemble-bars.ts'
import { BarFigure, BARS } from './ensemble-bar-figure.tsx'
import { fillOf, hueOf } from './ensemble-colours.tsx'
import { Figure, type Size } from './ensemble-figure.tsx'
import { barSays, countText, percent, trySays } from './ensemble-words.ts'

interface EndsProps {
  readonly tries: Tries
  readonly summary: Summary
  readonly onTake: (cell: number) => void
}

/** Bars over the domain, with the landscape as a line behind them. */
export function EndsLine({ tries, summary, onTake }: EndsProps) {
  const { job: { experiment: e, critical }, end, fate } = tries
  const x = axisOf(e.domain[0])
  const surface = useStore((s) => s.results.surface)
  const [name] = useDescribed().coordinates
  const bars = useMemo(() => barsOf(summary.tries, (k) => end[k], fate, axisOf(e.domain[0]), Math.round(1.5 * BARS)), [summary, end, fate, e])
  const inside = bars.reduce((sum, bar) => sum + bar.tries.length, 0)
  const away = summary.tries.length - inside
  const curve = ({ width, height }: Size) => {
    if (surface === undefined || surface.shape.length !== 1) return null
    const { f, low, high, domain: [[from, to]] } = surface
    const at = (v: number, i: number): string => {
      const across = shareAt(x, from + ((to - from) * i) / (f.length - 1)) * width
      return Number.isFinite(v) ? `${across.toFixed(1)},${((1 - (v - low) / (high - low)) * height).toFixed(1)}` : ''
    }
    return <polyline className="landscape" points={Array.from(f, at).filter((point) => point !== '').join(' ')} />
  }
  return (
    <BarFigure
      title="Where they end"
      note={away === 0 ? 'the curve is the landscape' : `${countText(away)} outside the domain or undefined`}
      x={{ ...x, name }}
      bars={bars}
      says={(bar) => barSays(tries, bar, summary.tries.length)}
      onTake={onTake}
      under={curve}
      over={({ width }) => minimaOf(critical).map(({ x: [at], letter }, m) => {
        const count = summary.ends.find((one) => one.fate === m)?.count ?? 0
        return count > 0 && <text key={letter} className="letter" x={shareAt(x, at) * width} y={11}>{letter}</text>
      })}
    />
  )
}

/** Two small maps: where the tries start, coloured by where they end, and where that is. */
export function EndsPlane(props: EndsProps) {
  const { tries: { job: { experiment, choice } } } = props
  const draws = useMemo(() => drawsOf(experiment, choice), [experiment, choice])
  return (
    <div className="planes">
      {choice.draw !== 'seeds' && <Plane {...props} draws={draws} of="start" />}
      <Plane {...props} draws={draws} of="end" />
    </div>
  )
}

/** The pointer finds a try within so many px. */
const REACH = 12
/** Area of the circle of all tries, as a share of the smaller side. */
const LARGEST = 0.4

function Plane({ tries, summary, onTake, draws, of }: EndsProps & { readonly draws: Draws; readonly of: 'start' | 'end' }) {
  const { job: { experiment: e, critical }, end, fate, count } = tries
  const { coordinates } = useDescribed()
  const [x, y] = [axisOf(e.domain[0]), axisOf(e.domain[1])]
  const points = useMemo(() => new Map(summary.tries.map((k) => [k, of === 'start' ? draws.start(k % count) : [end[2 * k], end[2 * k + 1]]])), [summary, draws, end, count, of])
  const minima = useMemo(() => minimaOf(critical), [critical])
  const find = (sx: number, sy: number, size: Size): number | undefined => nearestTry(summary.tries, placeOn(points, e.domain, size), sx * size.width, (1 - sy) * size.height, REACH)
  const dots = useMemo(() => ({
    paint(ctx: CanvasRenderingContext2D, size: Size): void {
      const style = getComputedStyle(document.documentElement)
      const hues = minima.map((_, m) => style.getPropertyValue(hueOf(m)))
      const place = placeOn(points, e.domain, size)
      const r = summary.tries.length > 5000 ? 1 : 1.75
      ctx.strokeStyle = style.getPropertyValue('--bx')
      for (const k of summary.tries) {
        const [px, py] = place(k)
        if (fate[k] < 0) cross(ctx, px, py, r)
        else if (of === 'start') {
          ctx.fillStyle = hues[fate[k]]
          ctx.fillRect(px - r, py - r, 2 * r, 2 * r)
        }
      }
    },
  }), [summary, points, minima, e.domain, fate, of])
  const all = summary.tries.length
  return (
    <Figure
      className="plane"
      dots={dots}
      title={of === 'start' ? 'Where they start' : 'Where they end'}
      x={{ ...x, name: coordinates[0] }}
      y={{ ...y, name: coordinates[1] ?? '' }}
      look={(sx, sy, size) => {
        const k = find(sx, sy, size)
        return k === undefined ? undefined : trySays(tries, k)
      }}
      take={(sx, sy, size) => {
        const k = find(sx, sy, size)
        if (k !== undefined) onTake(k)
      }}
    >
      {(size) => (
        <>
          {of === 'end' && summary.ends.map(({ fate: m, count: times }) => {
            if (m < 0 || times === 0) return null
            const [px, py] = [shareAt(x, minima[m].x[0]) * size.width, (1 - shareAt(y, minima[m].x[1])) * size.height]
            const r = Math.max(2.5, Math.sqrt((times / all) * LARGEST * LARGEST) * Math.min(size.width, size.height) * 0.5)
            return (
              <g key={m} className="end">
                <circle cx={px} cy={py} r={r} fill={fillOf(m)} />
                <text className="letter" x={px} y={py - r - 4}>{`${minima[m].letter} ${percent(times / all)}`}</text>
              </g>
            )
          })}
        </>
      )}
    </Figure>
  )
}

/** Where a try's point lies, in px. */
function placeOn(points: ReadonlyMap<number, readonly number[]>, domain: Box, { width, height }: Size): (k: number) => readonly [number, number] {
  const [x, y] = [axisOf(domain[0]), axisOf(domain[1])]
  return (k) => {
    const [px, py] = points.get(k) ?? [NaN, NaN]
    return [shareAt(x, px) * width, (1 - shareAt(y, py)) * height]
  }
}

function cross(ctx: CanvasRenderingContext2D, x: number, y: number, arm: number): void {
  ctx.beginPath()
  ctx.moveTo(x - arm, y - arm)
  ctx.lineTo(x + arm, y + arm)
  ctx.moveTo(x + arm, y - arm)
  ctx.lineTo(x - arm, y + arm)
  ctx.stroke()
}
