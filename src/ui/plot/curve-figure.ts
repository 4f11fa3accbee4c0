/** The curve, its axes and the strips of f′ and f″ as one plotly figure with a shared x axis. Pure. */
import type { Surface } from '../../core/explore/events.ts'
import { CONFIG, type Figure } from './chart-figure.ts'
import { ticksOf, type Tick } from './chart-ticks.ts'
import { drawable } from './curve-range.ts'
import { AXIS, toX, toY, type CurveView, type Span, type Strip } from './curve-view.ts'
import { css, type Tokens } from './style.ts'

/** Opacity of the area between a strip's line and zero. */
export const AREA = 0.55

/** Numbers nearer than this to the panel's right end would run into the `x` there; nearer to the top, into the title. */
const CLEAR = { right: 36, left: 16, top: 46 } as const

/** Ticks of the panel, for plotly and for the drawing that stands in for it; some keep their line but not their number. */
export function curveTicks(view: CurveView): { x: readonly Tick[]; f: readonly Tick[] } {
  const { width, curve } = view.layout
  const blank = (tick: Tick, hidden: boolean): Tick => (hidden ? { ...tick, text: '' } : tick)
  const x = ticksOf('linear', view.x[0], view.x[1], Math.max(2, Math.floor(width / 70)))
  const f = ticksOf('linear', view.f.low, view.f.high, Math.max(2, Math.floor(curve.height / 48)))
  return {
    x: x.map((t) => blank(t, toX(view, t.value) > width - CLEAR.right || toX(view, t.value) < CLEAR.left)),
    f: f.map((t) => blank(t, toY(view.f, curve, t.value) < curve.top + CLEAR.top)),
  }
}

/** The figure of a sampled curve in a window. The ground under the curve is a canvas below; what moves is a canvas above. */
export function curveFigure(surface: Surface, view: CurveView, tokens: Tokens): Figure {
  const { width, height, curve, gain, slope, curvature } = view.layout
  const ticks = curveTicks(view)
  const plotted = Math.max(1, height - AXIS)
  const domain = (strip: Strip): [number, number] => [Math.max(0, 1 - (strip.top + strip.height) / plotted), 1 - strip.top / plotted]
  const font = { family: tokens.fontUi, size: 13, color: tokens.ink }
  const fixed = { fixedrange: true, showline: false, ticks: '', automargin: false, tickmode: 'array' } as const
  const strip = (place: Strip, span: Span) => ({
    ...fixed, domain: domain(place), range: [span.low, span.high] as [number, number], showgrid: false, showticklabels: false,
    zeroline: true, zerolinecolor: tokens.lineStrong, zerolinewidth: 1, tickvals: [],
  })
  const line = (values: Float64Array, span: Span, yaxis: 'y' | 'y2' | 'y3') => ({
    type: 'scatter' as const, mode: 'lines' as const, hoverinfo: 'skip' as const, xaxis: 'x' as const, yaxis, ...inWorld(values, surface, span),
    connectgaps: false,
    line: { color: yaxis === 'y' ? tokens.ink : tokens.ink2, width: yaxis === 'y' ? 2.25 : 1.75, simplify: true },
    ...(yaxis === 'y' ? {} : { fill: 'tozeroy' as const, fillcolor: translucent(css(tokens.ramp[1])) }),
  })
  // The axis stands under the lowest strip; that of the gain is not plotly's.
  const foot = curvature ? { anchor: 'y3' as const } : gain ? { anchor: 'free' as const, position: 0 } : { anchor: 'y' as const }
  return {
    data: [
      line(surface.f, view.f, 'y'),
      ...(slope && surface.slope ? [line(surface.slope, view.slope, 'y2')] : []),
      ...(curvature && surface.curvature ? [line(surface.curvature, view.curvature, 'y3')] : []),
    ],
    layout: {
      width, height, autosize: false, font, showlegend: false, paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)',
      margin: { l: 0, r: 0, t: 0, b: AXIS, pad: 0 },
      xaxis: {
        ...fixed, range: [view.x[0], view.x[1]], ...foot, showgrid: true, gridcolor: tokens.line, gridwidth: 1, zeroline: false,
        tickfont: font, tickvals: ticks.x.map((t) => t.value), ticktext: ticks.x.map((t) => t.text),
      },
      yaxis: {
        ...fixed, domain: domain(curve), range: [view.f.low, view.f.high], showgrid: true, gridcolor: tokens.line, gridwidth: 1,
        zeroline: true, zerolinecolor: tokens.lineStrong, zerolinewidth: 1, ticklabelposition: 'inside', ticklabelshift: -9, ticklabelstandoff: 7,
        tickfont: { ...font, color: tokens.ink3 }, tickvals: ticks.f.map((t) => t.value), ticktext: ticks.f.map((t) => t.text),
      },
      ...(slope ? { yaxis2: strip(slope, view.slope) } : {}),
      ...(curvature ? { yaxis3: strip(curvature, view.curvature) } : {}),
    },
    config: { ...CONFIG },
  }
}

function inWorld(values: Float64Array, surface: Surface, span: Span): { x: number[]; y: (number | null)[] } {
  const [low, high] = surface.domain[0]
  const line = drawable(values, span)
  const step = (high - low) / Math.max(1, values.length - 1)
  return { x: Array.from(line.at, (i) => low + i * step), y: Array.from(line.value, (v) => (v === v ? v : null)) }
}

function translucent(rgb: string): string {
  return rgb.replace('rgb(', 'rgba(').replace(')', `,${AREA})`)
}
