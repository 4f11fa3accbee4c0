/**
 * THE value. Everything that should survive a reload is in an Experiment; nothing else is. Link, undo, worker, CLI and tests all
 * speak it. It is immutable plain data: structuredClone, JSON and === on its parts are safe.
 */
import type { DataSet } from '../data/data-set.ts'
import type { Values } from '../fields.ts'
import type { Box } from '../landscape.ts'
import type { TypedMethod } from '../optimizers/typed.ts'

/** Either a landscape of the catalogue by id, or a formula somebody typed; `over` names its coordinates where a rule should not. */
export type LandscapeChoice =
  | { readonly kind: 'catalogue'; readonly id: string }
  | { readonly kind: 'formula'; readonly text: string; readonly over?: readonly string[] }

/** How a run's learning rate changes from step to step: a schedule of the catalogue with every setting, or a formula of t and lr. */
export type ScheduleChoice =
  | { readonly kind: 'catalogue'; readonly id: string; readonly values: Values }
  | { readonly kind: 'formula'; readonly text: string }

/** One optimizer on the list. Its trajectories start at every point of `starts`. */
export interface Run {
  /** The id of a method of the catalogue, or of one of `methods`. */
  readonly optimizer: string
  /** Every hyper-parameter of the optimizer, complete, booleans as 0 or 1. */
  readonly hyper: Values
  /** Absent where the learning rate stays what it is. */
  readonly schedule?: ScheduleChoice
  /** What stands around the method, by id of its catalogue, each with every setting; absent where nothing does. */
  readonly around?: Readonly<Record<string, Values>>
  /** False where its paths are hidden; it is computed all the same. */
  readonly shown: boolean
}

/** A kind of noise (see noise.ts) with every setting of it, complete. */
export interface Noise {
  readonly kind: NoiseKind
  readonly values: Values
}

export type NoiseKind = 'offset' | 'fresh' | 'field' | 'batch'

export type Layer = 'contours' | 'critical' | 'tangent' | 'derivatives' | 'state'
/** How heights become colour, `own` as the landscape has it. */
export type Heights = 'own' | 'linear' | 'sqrt' | 'log' | 'symlog' | 'quantile' | 'clip'
export type View = 'map' | 'split' | 'surface'

/** Orthographic camera of the surface: degrees, and a zoom factor (1 = the block fills the panel). */
export interface Camera {
  readonly azimuth: number
  readonly elevation: number
  readonly zoom: number
}

/** The map that says from every start where one of the runs ends. */
export interface BasinChoice {
  /** Position in `runs`; one that is not there stands for the last. */
  readonly run: number
  /** Position of the run it is compared with; absent, or no such run, where there is no comparison. */
  readonly against?: number
  /** Cells along a side. */
  readonly size: number
}

/** A quantity of the experiment (knobs.ts) and the values of it that are tried. */
export interface SweepAxis {
  /** Its id, as `lr`, `start.x`, `p.a`. */
  readonly of: string
  /** Edges of the first and the last cell; each cell stands for the value in its middle. */
  readonly low: number
  readonly high: number
  /** Whether cells are equally wide, or equally wide in the logarithm. */
  readonly scale: 'linear' | 'log'
}

/** What is read off every run of a sweep: its verdict, steps to its minimum, last loss, or a coordinate of its last iterate. */
export type SweepShow = 'verdict' | 'steps' | 'loss' | 'end' | 'end2'

/** The sweep map: one run again and again, with one or two quantities changed. */
export interface SweepChoice {
  /** Positions in `runs` and `starts`; one that is not there stands for the last. */
  readonly run: number
  readonly start: number
  /** One, or two: the first along the foot. */
  readonly axes: readonly SweepAxis[]
  readonly show: SweepShow
  /** Cells along a side. */
  readonly size: number
}

/** How the tries of an ensemble differ: in where they start, drawn or on a grid, or in their noise alone. */
export type Draw = 'uniform' | 'grid' | 'normal' | 'seeds'

/** The ensemble: every run from many starts, or with much different noise. */
export interface EnsembleChoice {
  /** Positions in `runs` and `starts`: whose ends are shown, and the start about which others are drawn; one that is not there stands for the last. */
  readonly run: number
  readonly start: number
  readonly draw: Draw
  /** How many tries. */
  readonly n: number
  /** Of normal draws: the standard deviation, as a share of each side of the domain. */
  readonly spread: number
  /** Letter of the minimum whose reaching counts as success; absent where it is any of the lowest. */
  readonly target?: string
  /** Seed of the first try; absent where it is the experiment's. */
  readonly seed?: number
}

export interface Experiment {
  readonly version: 1
  readonly landscape: LandscapeChoice
  /** The rows that a typed formula may run over; a landscape of the catalogue brings its own. */
  readonly data?: DataSet
  /** The value of every parameter of the formula (free identifiers that are not coordinates), complete. */
  readonly params: Values
  /** Penalties added to the formula, 0 where off: λ₁ Σ|xᵢ| and λ₂/2 Σxᵢ². */
  readonly l1: number
  readonly l2: number
  /** What is random; undefined where nothing is. */
  readonly noise: Noise | undefined
  readonly domain: Box
  /** At least one start; each has one entry per coordinate. */
  readonly starts: readonly (readonly number[])[]
  /** Methods that somebody typed; runs name them like those of the catalogue. */
  readonly methods: readonly TypedMethod[]
  readonly runs: readonly Run[]
  /** Steps each run takes, 0 to STEP_LIMIT. */
  readonly steps: number
  readonly seed: number
  /** Where the playhead stands when the link is opened; never more than `steps`. */
  readonly at: number
  readonly view: View
  readonly camera: Camera
  readonly heights: Heights
  /** What is switched off on the stage. */
  readonly hidden: readonly Layer[]
  /** The basin map on the stage; absent where there is none. */
  readonly basins?: BasinChoice
  /** The sweep map beside it; absent where there is none. */
  readonly sweep?: SweepChoice
  /** The ensemble in its place. */
  readonly ensemble?: EnsembleChoice
}

export const STEP_LIMIT = 100_000
export const RUN_LIMIT = 12
export const START_LIMIT = 8
export const METHOD_LIMIT = 6
/** |bound| of a domain; keeps widths, midpoints and squares of them finite. */
export const DOMAIN_LIMIT = 1e100
export const CAMERA: Camera = { azimuth: 212, elevation: 46, zoom: 1 }
