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
import { fillOf, hueOf, markOf } from './ensemble-colours.tsx'
import { Figure, type Size } from './ensemble-figure.tsx'
import { placeWords } from './ensemble-labels.ts'
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
  const first = byCount(summary).at(0)
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
      from={first === undefined ? undefined : [shareAt(x, minimaOf(critical)[first.fate].x[0]), 0.5]}
      bars={bars}
      says={(bar) => barSays(tries, bar, summary.tries.length)}
      onTake={onTake}
      under={curve}
      over={({ width, height }) => {
        const minima = minimaOf(critical)
        const wanted = byCount(summary).map(({ fate: m }) => ({ key: m, x: shareAt(x, minima[m].x[0]) * width, feet: [LETTER], texts: [minima[m].letter] }))
        return placeWords(wanted, width, height).map(({ key, x: at, y, text }) => <text key={key} className="letter" x={at} y={y}>{text}</text>)
      }}
    />
  )
}

/** From the top of the bars to the foot of their letters, in px. */
const LETTER = 12

/** The minima at which tries ended, the most frequent first. */
const byCount = ({ ends }: Summary): Summary['ends'] => ends.filter(({ fate, count }) => fate >= 0 && count > 0).toSorted((a, b) => b.count - a.count)

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
          MARKS[markOf(fate[k])](ctx, px, py, r)
        }
      }
    },
  }), [summary, points, minima, e.domain, fate, of])
  const all = summary.tries.length
  const away = useMemo(() => Array.from(points.values()).filter((at) => !at.every((v, i) => v >= e.domain[i][0] && v <= e.domain[i][1])).length, [points, e.domain])
  const ends = byCount(summary).map(({ fate: m }) => m)
  const countAt = (m: number): number => summary.ends[m].count
  const circleOf = (m: number, { width, height }: Size) => ({
    cx: shareAt(x, minima[m].x[0]) * width, cy: (1 - shareAt(y, minima[m].x[1])) * height,
    r: Math.max(2.5, Math.sqrt((countAt(m) / all) * LARGEST * LARGEST) * Math.min(width, height) * 0.5),
  })
  return (
    <Figure
      className="plane"
      from={of === 'start' || ends.length === 0 ? undefined : [shareAt(x, minima[ends[0]].x[0]), shareAt(y, minima[ends[0]].x[1])]}
      dots={dots}
      title={of === 'start' ? 'Starts' : 'Ends'}
      note={away === 0 ? undefined : `${countText(away)} outside`}
      hint={away === 0 ? undefined : `${countText(away)} of ${countText(all)} tries ${of} outside the domain, or where nothing is defined`}
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
      {(size) => {
        if (of === 'start') return null
        const circles = ends.map((m) => ({ m, ...circleOf(m, size) }))
        const words = placeWords(circles.map(({ m, cx, cy, r }) => (
          { key: m, x: cx, feet: [cy - r - 4, cy + r + 14], texts: [`${minima[m].letter} ${percent(countAt(m) / all)}`, minima[m].letter] }
        )), size.width, size.height, circles)
        return (
          <>
            {circles.map(({ m, cx, cy, r }) => <circle key={m} className="end" cx={cx} cy={cy} r={r} fill={fillOf(m)} />)}
            {words.map(({ key, x: at, y: foot, text }) => <text key={key} className="letter" x={at} y={foot}>{text}</text>)}
          </>
        )
      }}
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

/** Starts of tries whose ends have one hue: squares, rings, bars. */
const MARKS: readonly ((ctx: CanvasRenderingContext2D, x: number, y: number, r: number) => void)[] = [
  (ctx, x, y, r) => ctx.fillRect(x - r, y - r, 2 * r, 2 * r),
  (ctx, x, y, r) => {
    ctx.beginPath()
    ctx.arc(x, y, r + 0.75, 0, 2 * Math.PI)
    ctx.arc(x, y, r - 0.5, 0, 2 * Math.PI, true)
    ctx.fill()
  },
  (ctx, x, y, r) => ctx.fillRect(x - r - 1, y - 0.75, 2 * r + 2, 1.5),
]

function cross(ctx: CanvasRenderingContext2D, x: number, y: number, arm: number): void {
  ctx.beginPath()
  ctx.moveTo(x - arm, y - arm)
  ctx.lineTo(x + arm, y + arm)
  ctx.moveTo(x + arm, y - arm)
  ctx.lineTo(x - arm, y + arm)
  ctx.stroke()
}
