/**
 * Sweep maps as values: one run again and again, with one or two quantities changed. A job says everything that an answer depends on, and a
 * cell is the experiment with the values in its middle, so that it can be looked at alone.
 */
import type { Experiment, SweepAxis, SweepChoice } from '../experiment/experiment.ts'
import { knobOf, knobsOf, type Knob } from '../experiment/knobs.ts'
import { methodOf } from '../experiment/methods.ts'
import { shareOf, valueAt } from '../experiment/sweep-cells.ts'
import type { CriticalPoint } from '../explore/events.ts'
import { isDeclared } from '../optimizers/optimizer.ts'
import type { Fates } from './fates.ts'
import type { Tile } from './job.ts'

export interface SweepJob {
  readonly experiment: Experiment
  readonly choice: SweepChoice
  /** The critical points of the landscape that are known, and whether there are more of them; of no use where the landscape changes. */
  readonly critical: readonly CriticalPoint[]
  readonly partial: boolean
}

/**
 * What became of the run of each cell, after the last step of it: to the bit what that run alone gives. Fates are those of basin maps;
 * where the landscape changes they go by the minima of the cell's own one (`hasOwnMinima`), or a minimum of any kind is the first of FATES.
 * Where nobody asks for verdicts (`isPlain`) a fate says only whether the loss grew without end, and such a run ends there. Cells are in
 * the order of the job (`cellAt`).
 */
export interface SweepAnswer extends Tile, Fates {}

/** An axis with the quantity that it is of. */
export interface Turn {
  readonly axis: SweepAxis
  readonly knob: Knob
  /** Whether runs that differ in it descend side by side; else each value of it is another swarm, or another landscape. */
  readonly lanes: boolean
}

/**
 * The axes of a job that can be computed (`refuseSweep`), the one first along which cells follow each other in tiles: runs side by side
 * rather than one by one, and either rather than landscapes, so that whole rows have one landscape.
 */
export function turnsOf({ experiment: e, choice }: Pick<SweepJob, 'experiment' | 'choice'>): readonly Turn[] {
  const knobs = knobsOf(e, choice)
  const run = e.runs[choice.run]
  const method = run && methodOf(e, run.optimizer)
  const turns = choice.axes.flatMap((axis): Turn[] => {
    const knob = knobOf(knobs, axis.of)
    if (knob === undefined || method === undefined) return []
    // A schedule makes its own rates from lr: they are one column for all descents side by side, unless these go one by one.
    const lanes = knob.turns === 'start' || (knob.turns === 'hyper' && (run.schedule === undefined || !isDeclared(method)))
    return [{ axis, knob, lanes }]
  })
  const rank = ({ lanes, knob }: Turn): number => (lanes ? 0 : knob.turns === 'ground' ? 2 : 1)
  return turns.toSorted((a, b) => rank(a) - rank(b))
}

/** Whether the picture needs no verdicts, which take longer than the runs: of losses and of last iterates. */
export const isPlain = ({ show }: Pick<SweepChoice, 'show'>): boolean => show === 'loss' || show === 'end' || show === 'end2'

/** Along how many axes the landscape changes. */
const groundAxes = (turns: readonly Turn[]): number => turns.filter(({ knob }) => knob.turns === 'ground').length

/** Whether the landscape is another one from cell to cell. */
export const changesGround = (turns: readonly Turn[]): boolean => groundAxes(turns) > 0

/** Landscapes, times the rows of data that they run over in two coordinates, of which the minima are looked up; a formula counts as `FORMULA` rows. */
const LOOKED_UP = 2 ** 16
const FORMULA = 16

/** Cells along a side up to which the landscapes of a map, one for each row or for each cell, are few enough to look up the minima of each. */
export function letteredUpTo({ experiment: { data, domain } }: Pick<SweepJob, 'experiment'>, turns: readonly Turn[]): number {
  const landscapes = Math.floor(LOOKED_UP / Math.max(FORMULA, domain.length > 1 ? (data?.rows ?? 0) : 0))
  return groundAxes(turns) > 1 ? Math.floor(Math.sqrt(landscapes)) : landscapes
}

/**
 * Whether the minima of each of the landscapes are looked up, so that their letters are those of the cell alone. That takes several times
 * as long as to compile one, and a hundred times as long as a run.
 */
export function hasOwnMinima(job: Pick<SweepJob, 'experiment' | 'choice'>, turns: readonly Turn[]): boolean {
  return changesGround(turns) && !isPlain(job.choice) && job.choice.size <= letteredUpTo(job, turns)
}

/** The experiment of cell `cell`: all that is swept at its values. */
export function cellExperiment(e: Experiment, turns: readonly Turn[], shape: readonly number[], cell: number): Experiment {
  return turns.reduce((to, { knob }, i) => knob.at(to, cellValues(turns, shape, cell)[i]), e)
}

/** The values of cell `cell`, one per axis. */
export function cellValues(turns: readonly Turn[], shape: readonly number[], cell: number): readonly number[] {
  return turns.map(({ axis, knob }, i) => valueAt(axis, knob.field, i === 0 ? cell % shape[0] : Math.floor(cell / shape[0]), shape[i]))
}

/** The cell in which these values lie, one per axis; undefined where they are outside. */
export function cellAt(turns: readonly Turn[], shape: readonly number[], values: readonly number[]): number | undefined {
  const places = turns.map(({ axis }, i) => Math.floor(shareOf(axis, values[i]) * shape[i]))
  if (!places.every((place, i) => place >= 0 && place < shape[i])) return undefined
  return places.reduceRight((cell, place, i) => cell * shape[i] + place, 0)
}

/** A single axis has so many times as many cells; where each has minima of its own in the plane, only as many. */
const LINE = 4
/** Cells along a side of the first look: fewer where runs do not descend side by side. */
const FIRST = { lanes: 64, alone: 16 } as const
/** Cells of one tile. */
const TILE = { lanes: 2048, alone: 64 } as const
/**
 * Where every row, or every cell of a single axis, has a landscape of its own, which takes longer than its runs: rows of the first look at
 * most and at least, how many times as many the next look has, and rows of a tile by whether their runs descend side by side. Cells of a
 * tile where each has one.
 */
const OWN = { first: 32, least: 16, finer: 8, rows: { lanes: 4, alone: 1 }, cells: 16 } as const

/** The cells of a single axis: no more than there are values where they are whole, so that every run is another one. */
function lineShapes({ axis: { low, high }, knob }: Turn, sizes: readonly number[], more: number): number[][] {
  const most = knob.field.scale === 'integer' ? Math.max(1, Math.floor(high - low)) : Infinity
  const lengths = sizes.map((side) => Math.min(more * side, most))
  return [...new Set(lengths)].map((length) => [length])
}

/** Cells along a side of each look, from the coarsest; where landscapes follow each other, few are seen early and cost little beside the last. */
function looks(size: number, first: number, least: number, finer: number): readonly number[] {
  const sizes = [size]
  while (sizes[0] > first) sizes.unshift(Math.max(least, Math.ceil(sizes[0] / finer)))
  return sizes
}

/** The tiles of a job from the coarsest grid to the finest, in the order they are wanted. */
export function sweepTiles(job: Pick<SweepJob, 'experiment' | 'choice'>): Tile[] {
  const turns = turnsOf(job)
  const { size } = job.choice
  const kind = turns[0]?.lanes ? 'lanes' : 'alone'
  const line = turns.length === 1
  const own = groundAxes(turns) === 1
  const sizes = own ? looks(size, OWN.first, OWN.least, OWN.finer) : looks(size, FIRST[kind], FIRST[kind], 2)
  // More cells along rows that share a landscape cost little.
  const wide = (side: number): number => (own ? Math.min(size, Math.max(FIRST.lanes, 2 * side)) : side)
  const letters = hasOwnMinima(job, turns)
  const slow = job.experiment.domain.length > 1 && letters
  const shapes = line ? lineShapes(turns[0], sizes, slow ? 1 : LINE) : sizes.map((side) => [wide(side), side])
  return shapes.flatMap((shape) => {
    const cells = shape.reduce((product, n) => product * n, 1)
    const tile = tileOf(kind, own, letters, line ? undefined : shape[0])
    return Array.from({ length: Math.ceil(cells / tile) }, (_, k) => ({ shape, from: k * tile, to: Math.min(cells, (k + 1) * tile) }))
  })
}

/** Cells of a tile, of rows of `length` cells or of a single axis: whole rows where each is a swarm, or has a landscape of its own. */
function tileOf(kind: keyof typeof TILE, own: boolean, letters: boolean, length: number | undefined): number {
  if (length === undefined) return own ? OWN.cells : TILE[kind]
  if (own) return length * OWN.rows[kind]
  if (kind === 'lanes') return length * Math.ceil(TILE.lanes / length)
  return letters ? OWN.cells : TILE.alone
}
