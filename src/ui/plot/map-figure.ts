/** What plotly draws of the map: contour lines and axes with ticks inside the frame. A pure description, checked in tests. */
import type { Config, Data, Layout } from 'plotly.js'
import type { Surface } from '../../core/explore/events.ts'
import { linearTicks } from './chart-ticks.ts'
import { formatShort } from '../format.ts'
import type { Scale } from './scale.ts'
import type { Tokens } from './style.ts'

export interface Figure {
  readonly data: Data[]
  readonly layout: Partial<Layout>
  readonly config: Partial<Config>
}

/** Ticks closer to the panel's corners than this would run into the names of the axes. */
const CORNER = 30
/** Room for one tick label along each axis. */
const ROOM = { x: 72, y: 50 } as const

function axis(low: number, high: number, length: number, room: number, tokens: Tokens) {
  const kept = linearTicks(low, high, Math.max(3, Math.floor(length / room) + 1))
    .filter((v) => {
      const at = ((v - low) / (high - low)) * length
      return at > CORNER && at < length - CORNER
    })
  return {
    range: [low, high] as [number, number], autorange: false as const, fixedrange: true,
    showgrid: false, zeroline: false, showline: false,
    ticks: 'inside' as const, ticklen: 6, tickwidth: 1.25, tickcolor: tokens.ink, ticklabelposition: 'inside' as const,
    tickfont: { family: tokens.fontUi, size: 13, color: tokens.ink },
    tickmode: 'array' as const, tickvals: kept, ticktext: kept.map((v) => formatShort(v)), automargin: false,
  }
}

/**
 * The figure of a surface of two coordinates on `width` × `height` px. Contours are drawn in band coordinates, where level i lies
 * at i + 1, since plotly wants equal distances between levels. `lines` false leaves axes only.
 */
export function mapFigure(
  surface: Pick<Surface, 'domain' | 'shape' | 'f'>, scale: Scale, tokens: Tokens, width: number, height: number, lines: boolean,
): Figure {
  const [nx, ny] = surface.shape
  const [[x0, x1], [y0, y1]] = surface.domain
  const rows: number[][] = []
  for (let iy = 0; iy < ny; iy++) rows.push(Array.from(surface.f.subarray(iy * nx, (iy + 1) * nx), (f) => scale.band(f)))
  const common = {
    type: 'contour' as const, x0, dx: (x1 - x0) / (nx - 1), y0, dy: (y1 - y0) / (ny - 1), z: rows,
    autocontour: false, hoverinfo: 'skip' as const, showlegend: false,
  }
  const plain: Data = {
    ...common, contours: { start: 1, end: scale.levels.length, size: 1, coloring: 'none' },
    line: { color: tokens.iso, width: 0.8, smoothing: 0.6 },
  }
  // Index levels are every fourth, wherever the first of them falls.
  const first = scale.levels.findIndex((level) => level.index)
  const index: Data = {
    ...common, contours: { start: first + 1, end: scale.levels.length, size: 4, coloring: 'none' },
    line: { color: tokens.isoIndex, width: 1.15, smoothing: 0.6 },
  }
  const data = !lines || scale.levels.length === 0 ? [] : first < 0 ? [plain] : [plain, index]
  return {
    data,
    layout: {
      width, height, margin: { l: 0, r: 0, t: 0, b: 0, pad: 0, autoexpand: false },
      paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)', showlegend: false, hovermode: false, dragmode: false,
      font: { family: tokens.fontUi, size: 13, color: tokens.ink },
      xaxis: axis(x0, x1, width, ROOM.x, tokens),
      yaxis: axis(y0, y1, height, ROOM.y, tokens),
    },
    config: { staticPlot: true, displayModeBar: false, showSendToCloud: false, displaylogo: false, responsive: false },
  }
}
