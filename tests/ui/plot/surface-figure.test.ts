import { beforeAll, describe, expect, it } from 'vitest'
import { viewOf } from '../../../src/ui/plot/projection.ts'
import { scaleOf } from '../../../src/ui/plot/scale.ts'
import { over, surfaceLayout, surfaceTraces, SURFACE_CONFIG } from '../../../src/ui/plot/surface-figure.ts'
import { axisMarks } from '../../../src/ui/plot/surface-axes.ts'
import { keyed } from '../../../src/ui/plot/surface-gestures.ts'
import { modelKeeper } from '../../../src/ui/plot/surface-model.ts'
import { reliefOf } from '../../../src/ui/plot/surface-relief.ts'
import { DOMAIN, ground, sampled } from './surface-ground.ts'
import { tokens } from './tokens.ts'

let validate: (data: object[], layout: object) => { msg: string }[] | undefined

beforeAll(async () => {
  // jsdom has no canvas and no object URLs; plotly asks for both while it loads.
  Object.assign(globalThis.URL, { createObjectURL: () => '' })
  const core = await import('plotly.js/lib/core')
  const [surface, mesh3d, scatter3d] = await Promise.all([
    import('plotly.js/lib/surface'), import('plotly.js/lib/mesh3d'), import('plotly.js/lib/scatter3d'),
  ])
  core.default.register([surface.default, mesh3d.default, scatter3d.default])
  validate = (data, layout) => core.default.validate(data, layout)
})

const view = viewOf({ azimuth: 212, elevation: 46, zoom: 1 }, 370, 553)
const levels = [{ z: -0.1, index: false }, { z: 0, index: true }]

interface Mesh {
  x: number[]
  y: number[]
  z: number[]
  i: number[]
  j: number[]
  k: number[]
}

describe('the block as a figure', () => {
  it('is one that plotly accepts, with and without lines, with holes, flat, and nowhere finite', () => {
    const nowhere = sampled(() => NaN, 20)
    for (const relief of [
      ground((x, y) => x * y), ground((x) => (x > 0 ? NaN : x / 4)), ground(() => 0), reliefOf(nowhere, (f) => scaleOf(nowhere, { kind: 'linear' }).smooth(f)),
    ]) {
      for (const wanted of [levels, []]) {
        expect(validate(surfaceTraces(relief, wanted, tokens), surfaceLayout(view))?.map((issue) => issue.msg)).toBeUndefined()
      }
    }
  })
  it('sends nothing anywhere and shows no tool bar', () => {
    expect(SURFACE_CONFIG).toMatchObject({ showSendToCloud: false, displayModeBar: false, scrollZoom: false })
  })
  it('is as large on the panel as the view says: two units of plotly’s world are the height of the panel', () => {
    const { scene } = surfaceLayout(view) as { scene: { aspectratio: { x: number }; xaxis: { range: number[] } } }
    const perUnit = scene.aspectratio.x / (scene.xaxis.range[1] - scene.xaxis.range[0])
    expect(perUnit * view.height / 2).toBeCloseTo(view.scale, 9)
  })
  it('has sides that end together below the lowest point and start at the rim of the surface', () => {
    const relief = ground((x, y) => 0.1 * x + 0.1 * y, 9)
    const [, along] = surfaceTraces(relief, [], tokens)
    const mesh = along as unknown as Mesh
    expect(Math.min(...mesh.z)).toBeCloseTo(relief.low - 0.08 * 0.34, 12)
    for (let i = 0; i < mesh.x.length; i += 2) expect(mesh.z[i]).toBeCloseTo(0.1 * mesh.x[i] + 0.1 * mesh.y[i], 9)
    expect(mesh.i).toHaveLength(2 * 2 * 8)
  })
  it('has no side where the rim is a hole', () => {
    const relief = ground((x) => (Math.abs(x) < 0.2 ? NaN : 0), 41)
    const mesh = surfaceTraces(relief, [], tokens)[1] as unknown as Mesh
    for (let t = 0; t < mesh.i.length; t++) {
      for (const corner of [mesh.i[t], mesh.j[t], mesh.k[t]]) expect(Math.abs(mesh.x[corner])).toBeGreaterThanOrEqual(0.2)
    }
  })
  it('draws lines in the opaque colour that theirs gives on the middle of the ramp', () => {
    expect(over('rgba(0,0,0,.5)', [100, 200, 50])).toBe('rgb(50,100,25)')
    expect(over('#102030', [100, 200, 50])).toBe('rgb(16,32,48)')
    // What a build makes of rgba(): eight digits, or spaces and a slash.
    expect(over('#00000080', [255, 255, 255])).toBe(over('rgb(0 0 0/50.2%)', [255, 255, 255]))
    expect(over('#00000080', [255, 255, 255])).toBe('rgb(127,127,127)')
  })
})

describe('the marks along the base', () => {
  const surface = sampled((x, y) => x + y)
  const marks = (azimuth: number, elevation = 46, domain = DOMAIN) => {
    const model = modelKeeper()({ camera: { azimuth, elevation, zoom: 1 }, width: 600, height: 600, surface, scale: scaleOf(surface, { kind: 'linear' }) })
    if (!model) throw new Error('The model is missing.')
    return axisMarks(domain, ['x', 'y'], model.view, model.matrix, -0.2)
  }
  it('stand in front of the block from every side: their texts lie lower than the middle of it', () => {
    for (let azimuth = 5; azimuth < 360; azimuth += 10) {
      for (const name of marks(azimuth).filter((mark) => mark.name)) expect(name.at[1]).toBeGreaterThan(name.foot[1] - 1)
    }
  })
  it('write the coordinates in order, with true minus signs', () => {
    const texts = marks(212).filter((mark) => !mark.name).map((mark) => mark.text)
    expect(texts.slice(0, 5)).toEqual(['−4', '−2', '0', '2', '4'])
  })
  it('are few and short where the domain is far from zero or of extreme size', () => {
    for (const domain of [[[1e9 - 1, 1e9 + 1], [-1e-9, 1e-9]], [[-1e100, 1e100], [0, 1e-100]]] as const) {
      for (const mark of marks(212, 46, domain)) expect(mark.text.length).toBeLessThan(16)
    }
  })
})

describe('keys', () => {
  const camera = { azimuth: 212, elevation: 46, zoom: 1 }
  it('turn, tilt and zoom; Shift turns further; 0 goes back to the first view', () => {
    expect(keyed('ArrowRight', false, camera)).toMatchObject({ azimuth: 217 })
    expect(keyed('ArrowLeft', true, camera)).toMatchObject({ azimuth: 197 })
    expect(keyed('ArrowDown', false, camera)?.elevation).toBeGreaterThan(46)
    expect(keyed('+', false, camera)?.zoom).toBeGreaterThan(1)
    expect(keyed('-', false, camera)?.zoom).toBeLessThan(1)
    expect(keyed('0', false, { azimuth: 3, elevation: 80, zoom: 4 })).toEqual(camera)
    expect(keyed('a', false, camera)).toBeUndefined()
  })
})
