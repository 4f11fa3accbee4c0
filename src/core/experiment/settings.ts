/** The quantities of an experiment that belong to no landscape and no method, each declared as a Field. */
import type { Fields, NumberField } from '../fields.ts'
import { CAMERA, RUN_LIMIT, START_LIMIT, STEP_LIMIT, type Draw, type Heights, type Layer, type SweepShow, type View } from './experiment.ts'

export const STEPS: NumberField = {
  kind: 'number', label: 'Steps', tex: 'n', default: 200, min: 0, max: STEP_LIMIT, slider: [0, 1000], scale: 'integer',
  note: 'How many steps every run takes.',
}

export const SEED: NumberField = {
  kind: 'number', label: 'Seed', tex: '\\text{seed}', default: 0, min: 0, max: 2 ** 32 - 1, slider: [0, 100], scale: 'integer',
  note: 'Chooses the random numbers; the same seed gives the same numbers.',
}

/** Where the playhead stands. */
export const AT: NumberField = { ...STEPS, label: 'Step', note: 'Where the playhead stands when the link is opened.' }

/** The camera of the surface, in the order of the link. */
export const CAMERA_FIELDS: readonly (readonly ['azimuth' | 'elevation' | 'zoom', NumberField])[] = [
  ['azimuth', {
    kind: 'number', label: 'Azimuth', tex: '\\varphi', default: CAMERA.azimuth, min: -1e6, max: 1e6,
    slider: [0, 360], scale: 'linear', note: 'The direction the surface is seen from, in degrees.',
  }],
  ['elevation', {
    kind: 'number', label: 'Elevation', tex: '\\theta', default: CAMERA.elevation, min: -90, max: 90,
    slider: [0, 90], scale: 'linear', note: 'How far above the horizon the eye stands, in degrees.',
  }],
  ['zoom', {
    kind: 'number', label: 'Zoom', tex: 'z', default: CAMERA.zoom, min: 0.01, max: 100, slider: [0.25, 8], scale: 'log',
    note: 'Magnification; at 1 the block fills the panel.',
  }],
]

/** The basin map: which run's, and how fine. */
export const BASINS: Readonly<Record<'run' | 'size', NumberField>> = {
  run: { kind: 'number', label: 'Optimizer', tex: 'r', default: 0, min: 0, max: RUN_LIMIT - 1, slider: [0, RUN_LIMIT - 1], scale: 'integer', note: 'Whose basins the map shows.' },
  size: { kind: 'number', label: 'Detail', tex: 'n', default: 256, min: 1, max: 1024, slider: [64, 1024], scale: 'integer', note: 'Cells along a side of the basin map.' },
}

/** The run a basin map is compared with, where there is one. */
export const AGAINST: NumberField = { ...BASINS.run, label: 'Compare with', default: 1, note: 'Whose basins they are compared with.' }

/** The sweep map: whose run is repeated, from which start, and how fine. */
export const SWEEP: Readonly<Record<'run' | 'start' | 'size', NumberField>> = {
  run: { ...BASINS.run, note: 'Which run is repeated.' },
  start: { ...BASINS.run, label: 'Start', tex: 's', max: START_LIMIT - 1, slider: [0, START_LIMIT - 1], note: 'From which start it is repeated.' },
  size: { ...BASINS.size, note: 'Cells along a side of the sweep map.' },
}

export const SHOWS: readonly SweepShow[] = ['verdict', 'steps', 'loss', 'end', 'end2']

/** The ways to draw, in the order of the options. */
export const DRAWS: readonly Draw[] = ['uniform', 'grid', 'normal', 'seeds']

/** The ensemble: whose ends are shown, what differs from try to try, and how many there are. */
export const ENSEMBLE = {
  run: { ...BASINS.run, note: 'Whose ends are shown.' },
  draw: {
    kind: 'choice', label: 'Tries', tex: 'd', default: 0, note: 'What differs from try to try.',
    options: [
      { id: 'uniform', label: 'Starts anywhere' }, { id: 'grid', label: 'Starts on a grid' },
      { id: 'normal', label: 'Starts about the start' }, { id: 'seeds', label: 'One start, other seeds' },
    ],
  },
  start: { ...SWEEP.start, note: 'The start about which others are drawn.' },
  n: { ...BASINS.size, label: 'Number', default: 1000, max: 100_000, slider: [100, 10_000], note: 'How many tries.' },
  spread: {
    kind: 'number', label: 'Spread', tex: '\\sigma', default: 0.1, min: 0, minOpen: true, max: 100, slider: [0.01, 1], scale: 'log',
    note: 'Standard deviation of the starts, as a share of each side of the domain.',
  },
} satisfies Fields

export const VIEWS: readonly View[] = ['map', 'split', 'surface']
export const HEIGHTS: readonly Heights[] = ['own', 'linear', 'sqrt', 'log', 'symlog', 'quantile', 'clip']
export const LAYERS: readonly Layer[] = ['contours', 'critical', 'tangent', 'derivatives', 'state']
/** The view of a fresh experiment. */
export const VIEW: View = 'split'
