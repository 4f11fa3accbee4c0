/** Figures of the ensemble with bars: ends along the only coordinate, and costs. */
import type { ReactNode } from 'react'
import { barAt, longest, type Bar, type Extent } from './ensemble-bars.ts'
import { fillOf } from './ensemble-colours.tsx'
import { Figure, type FigureProps, type Size } from './ensemble-figure.tsx'
import { countText } from './ensemble-words.ts'

/** Bars of a figure, so many that each is wide enough to be pressed. */
export const BARS = 48
/** The axis goes so many times as far as the longest bar: letters stand above it. */
const ROOM = 1.2
/** The pointer finds a bar within so many px. */
const REACH = 12

interface BarFigureProps extends Pick<FigureProps, 'title' | 'choice' | 'note' | 'hint' | 'x' | 'from' | 'empty' | 'className'> {
  readonly bars: readonly Bar[]
  readonly says: (bar: Bar) => string
  /** Makes a try the run. */
  readonly onTake: (k: number) => void
  /** Drawn under and over the bars. */
  readonly under?: (size: Size) => ReactNode
  readonly over?: (size: Size) => ReactNode
}

export function BarFigure({ bars, says, onTake, under, over, ...props }: BarFigureProps) {
  const most = longest(bars)
  const y: Extent = { low: 0, high: ROOM * most, scale: 'linear' }
  return (
    <Figure
      {...props}
      y={{ ...y, name: 'Tries', text: (value) => (Number.isInteger(value) ? countText(value) : '') }}
      look={(share, _, { width }) => {
        const bar = barAt(bars, share, REACH / width)
        return bar && says(bar)
      }}
      take={(share, _, { width }) => {
        const bar = barAt(bars, share, REACH / width)
        if (bar) onTake(bar.tries[0])
      }}
    >
      {(size) => (
        <>
          {under?.(size)}
          {bars.map((bar) => <Column key={bar.from} bar={bar} scale={size.height / y.high} size={size} />)}
          {over?.(size)}
        </>
      )}
    </Figure>
  )
}

function Column({ bar: { from, to, parts }, scale, size: { width, height } }: { readonly bar: Bar; readonly scale: number; readonly size: Size }) {
  let at = height
  return parts.map(({ fate, count }) => {
    // Even one try of thousands leaves a trace.
    const tall = Math.max(1, count * scale)
    at -= tall
    return <rect key={fate} x={from * width + 0.5} y={at} width={Math.max(1, (to - from) * width - 1)} height={tall} fill={fillOf(fate)} />
  })
}
