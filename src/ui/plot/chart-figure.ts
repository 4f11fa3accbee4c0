/** The frame of a chart as a plotly figure: axes, horizontal grid and ticks. Lines are drawn over it by chart-lines.ts. Pure. */
import type { ChartTicks } from './chart-axes.ts'
import type { AxisRange } from './chart-range.ts'
import { MARGINS, stepSpan } from './chart-scale.ts'
import { ticksOf } from './chart-ticks.ts'
import type { Plotly } from './plotly.ts'
import type { Tokens } from './style.ts'

type React = Parameters<typeof Plotly.react>

/** What plotly is given to draw. It mutates the layout, so every figure is made anew. */
export interface Figure {
  readonly data: NonNullable<React[1]>
  readonly layout: NonNullable<React[2]>
  readonly config: NonNullable<React[3]>
}

/** What every plot of this file and of the curve has in common. Nothing of it reacts to the pointer: the overlay does. */
export const CONFIG = { staticPlot: true, displayModeBar: false, showSendToCloud: false, responsive: false } as const

/** Ticks of a chart of this outer size: whole steps below, round values at the left. */
export function chartTicks(range: AxisRange | undefined, steps: number, width: number, height: number): ChartTicks {
  const x = ticksOf('linear', 0, stepSpan(steps), Math.max(2, Math.min(6, Math.floor(width / 52)))).filter((t) => Number.isInteger(t.value))
  const y = range ? ticksOf(range.scale, range.low, range.high, Math.max(2, Math.floor((height - 30) / 22))) : []
  return { x, y }
}

/** A frame of the given outer size for 0 … `steps` on x and `range` on y; no y axis where nothing is known yet. */
export function chartFigure(range: AxisRange | undefined, steps: number, width: number, height: number, tokens: Tokens): Figure {
  const font = { family: tokens.fontUi, size: 13, color: tokens.ink3 }
  const axis = { fixedrange: true, zeroline: false, showline: false, ticks: '', tickmode: 'array', tickfont: font, automargin: false } as const
  const { x, y } = chartTicks(range, steps, width, height)
  const ends: [number, number] = range?.scale === 'log' ? [Math.log10(range.low), Math.log10(range.high)] : [range?.low ?? 0, range?.high ?? 1]
  return {
    data: [],
    layout: {
      width,
      height,
      autosize: false,
      margin: { l: MARGINS.left, r: MARGINS.right, t: MARGINS.top, b: MARGINS.bottom, pad: 0 },
      paper_bgcolor: 'rgba(0,0,0,0)',
      plot_bgcolor: 'rgba(0,0,0,0)',
      showlegend: false,
      font,
      xaxis: { ...axis, range: [0, stepSpan(steps)], showgrid: false, tickvals: x.map((t) => t.value), ticktext: x.map((t) => t.text) },
      yaxis: {
        ...axis,
        type: range?.scale ?? 'linear',
        range: ends,
        showgrid: true,
        gridcolor: tokens.line,
        gridwidth: 1,
        ticklabelstandoff: 3,
        tickvals: y.map((t) => t.value),
        ticktext: y.map((t) => t.text),
      },
    },
    config: { ...CONFIG },
  }
}
