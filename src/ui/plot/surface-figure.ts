/**
 * The block as a plotly figure: relief, isolines and sides, in block coordinates (the axes are invisible, so plotly never meets
 * the landscape's own numbers, however large). Pure.
 */
import { BLOCK, cameraOf, SKIRT, worldPerUnit, type View } from './projection.ts'
import { isolines } from './surface-isolines.ts'
import type { Relief } from './surface-relief.ts'
import { css, rgb, type Rgb, type Tokens } from './style.ts'

/** Half the axis ranges: more than the block, since plotly tears what lies exactly on the end of a range. */
const RANGE = [0.52, 0.56, 0.26] as const
/** Lines run this far above the surface so that it does not swallow them; block units. */
const LIFT = 0.003
const MATT = { specular: 0, roughness: 1, fresnel: 0 } as const

/** How opaque a colour is, from 0 to 1: a style sheet may come back from the build as `#193e484d` for `rgba(25,62,72,.3)`. */
function alphaOf(colour: string): number {
  const [, digits] = /^#[0-9a-f]{6}([0-9a-f]{2})$/i.exec(colour.trim()) ?? []
  if (digits) return parseInt(digits, 16) / 255
  const fourth = /\((.*)\)/.exec(colour)?.[1].trim().split(/[\s,/]+/)[3]
  return fourth === undefined ? 1 : parseFloat(fourth) / (fourth.endsWith('%') ? 100 : 1)
}

/** The opaque colour that a translucent one gives on a ground: plotly's opaque pass would cut a hole in the canvas instead. */
export function over(colour: string, ground: Rgb): string {
  const alpha = alphaOf(colour)
  const top = rgb(colour)
  const mix = (i: 0 | 1 | 2): number => alpha * top[i] + (1 - alpha) * ground[i]
  return css([mix(0), mix(1), mix(2)])
}

const grid = (n: number, size: number): Float64Array => Float64Array.from({ length: n }, (_, i) => (i / (n - 1) - 0.5) * size)

interface Mesh {
  readonly x: number[]
  readonly y: number[]
  readonly z: number[]
  readonly i: number[]
  readonly j: number[]
  readonly k: number[]
}

/** Hangs a strip from a row of samples down to `base`. It breaks where the surface has a hole. */
function hang(mesh: Mesh, relief: Relief, first: number, stride: number, count: number, base: number): void {
  for (let n = 0; n < count; n++) {
    const at = first + n * stride
    const i = at % relief.nx
    const z = relief.z[at]
    const whole = !Number.isNaN(z)
    const vertex = mesh.x.length
    for (const height of [whole ? z : base, base]) {
      mesh.x.push((i / (relief.nx - 1) - 0.5) * BLOCK[0])
      mesh.y.push(((at - i) / relief.nx / (relief.ny - 1) - 0.5) * BLOCK[1])
      mesh.z.push(height)
    }
    if (n === 0 || !whole || Number.isNaN(relief.z[at - stride])) continue
    mesh.i.push(vertex - 2, vertex)
    mesh.j.push(vertex - 1, vertex - 1)
    mesh.k.push(vertex, vertex + 1)
  }
}

/** Height at which the sides of the block end. */
export function baseOf(relief: Relief): number {
  return relief.low - SKIRT * BLOCK[2]
}

function sides(relief: Relief, along: 'x' | 'y', colour: string): object {
  const { nx, ny } = relief
  const mesh: Mesh = { x: [], y: [], z: [], i: [], j: [], k: [] }
  const base = baseOf(relief)
  if (along === 'x') {
    hang(mesh, relief, 0, 1, nx, base)
    hang(mesh, relief, (ny - 1) * nx, 1, nx, base)
  } else {
    hang(mesh, relief, 0, nx, ny, base)
    hang(mesh, relief, nx - 1, nx, ny, base)
  }
  return {
    type: 'mesh3d', ...mesh, color: colour, flatshading: true, hoverinfo: 'skip', showscale: false,
    lighting: { ...MATT, ambient: 1, diffuse: 0, facenormalsepsilon: 0, vertexnormalsepsilon: 0 },
  }
}

/** A trace of isolines; none where there are none, since plotly hides a trace without points and complains. */
function lines(relief: Relief, levels: readonly number[], colour: string, width: number): object[] {
  const { x, y, z } = isolines(relief, levels, LIFT)
  if (x.length === 0) return []
  return [{ type: 'scatter3d', mode: 'lines', x, y, z, connectgaps: false, hoverinfo: 'skip', showlegend: false, line: { color: colour, width } }]
}

export interface IsoLevel {
  /** Height in block units. */
  readonly z: number
  /** Every fourth: a stronger line. */
  readonly index: boolean
}

/** The traces: relief, two pairs of sides and, where wanted, isolines. They depend on the data and the theme, not on the view. */
export function surfaceTraces(relief: Relief, levels: readonly IsoLevel[], tokens: Tokens): object[] {
  const { nx, ny, z } = relief
  const rows = Array.from({ length: ny }, (_, j) => z.subarray(j * nx, (j + 1) * nx))
  const half = BLOCK[2] / 2
  const middle = tokens.ramp[2]
  const surface = {
    type: 'surface', x: grid(nx, BLOCK[0]), y: grid(ny, BLOCK[1]), z: rows,
    cmin: -half, cmax: half, showscale: false, hoverinfo: 'skip', connectgaps: false,
    colorscale: tokens.ramp.map((stop, i) => [i / (tokens.ramp.length - 1), css(stop)]),
    lighting: { ...MATT, ambient: 0.64, diffuse: 0.44 },
    // From the viewer's upper left. gl-surface3d takes the light in clip coordinates, whose depth runs away from the viewer and is
    // 500 times as coarse as x and y without perspective.
    lightposition: { x: -50000, y: 60000, z: -160 },
    contours: { x: { highlight: false }, y: { highlight: false }, z: { highlight: false } },
  }
  const heights = (index: boolean): number[] => levels.filter((level) => level.index === index).map((level) => level.z)
  return [
    surface, sides(relief, 'x', tokens.skirt), sides(relief, 'y', tokens.skirt2),
    ...lines(relief, heights(false), over(tokens.iso, middle), 1), ...lines(relief, heights(true), over(tokens.isoIndex, middle), 1.5),
  ]
}

/** The layout for a view: nothing but the scene. */
export function surfaceLayout(view: View): Record<string, unknown> {
  const k = worldPerUnit(view)
  // A fixed type spares plotly from guessing it out of every sample, at each turn of the camera.
  const axis = (half: number): object => ({ type: 'linear', visible: false, showspikes: false, autorange: false, range: [-half, half] })
  return {
    width: view.width,
    height: view.height,
    autosize: false,
    margin: { l: 0, r: 0, t: 0, b: 0, pad: 0 },
    paper_bgcolor: 'rgba(0,0,0,0)',
    showlegend: false,
    hovermode: false,
    scene: {
      bgcolor: 'rgba(0,0,0,0)',
      dragmode: false,
      hovermode: false,
      aspectmode: 'manual',
      aspectratio: { x: 2 * RANGE[0] * k, y: 2 * RANGE[1] * k, z: 2 * RANGE[2] * k },
      xaxis: axis(RANGE[0]),
      yaxis: axis(RANGE[1]),
      zaxis: axis(RANGE[2]),
      camera: cameraOf(view),
    },
  }
}

export const SURFACE_CONFIG = { displayModeBar: false, showSendToCloud: false, scrollZoom: false, doubleClick: false, responsive: false } as const
