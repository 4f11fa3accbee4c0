/**
 * Sweep maps as values: one run again and again, with one or two quantities changed. A job says everything that an answer depends on, and a
 * cell is the experiment with the values in its middle, so that it can be looked at alone.
 */
import type { Experiment, SweepAxis, SweepChoice } from '../experiment/experiment.ts'
import { knobOf, knobsOf, type Knob } from '../experiment/knobs.ts'
import { methodOf } from '../experiment/methods.ts'
import { noiseModel } from '../experiment/noise.ts'
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

/** The axes of a job that can be computed (`refuseSweep`), the one first along which cells follow each other in tiles. */
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
  return turns.length === 2 && !turns[0].lanes && turns[1].lanes ? [turns[1], turns[0]] : turns
}

/** Whether the picture needs no verdicts, which take longer than the runs: of losses and of last iterates. */
export const isPlain = ({ show }: Pick<SweepChoice, 'show'>): boolean => show === 'loss' || show === 'end' || show === 'end2'

/** Whether the landscape is another one from cell to cell. */
export const changesGround = (turns: readonly Turn[]): boolean => turns.some(({ knob }) => knob.turns === 'ground')

/**
 * Whether the minima of each of the landscapes are looked up, so that their letters are those of the cell alone. That takes a hundred times
 * as long as a run: so only where the landscape changes along one axis alone, and not for height fields and pasted rows in two coordinates.
 */
export function hasOwnMinima({ experiment: e, choice }: Pick<SweepJob, 'experiment' | 'choice'>, turns: readonly Turn[]): boolean {
  const grounds = turns.filter(({ knob }) => knob.turns === 'ground')
  if (grounds.length !== 1 || isPlain(choice) || !turns.every((turn) => turn.lanes || grounds.includes(turn))) return false
  const rough = e.data !== undefined || (e.noise !== undefined && noiseModel(e.noise.kind)?.ground === true)
  return e.domain.length === 1 || !rough
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
 * most and at least, how many times as many the next look has, and rows and cells of a tile.
 */
const OWN = { first: 32, least: 16, finer: 8, rows: 4, cells: 16 } as const

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
  const own = changesGround(turns) && (line || kind === 'lanes')
  const sizes = own ? looks(size, OWN.first, OWN.least, OWN.finer) : looks(size, FIRST[kind], FIRST[kind], 2)
  // More cells along rows that share a landscape cost little.
  const wide = (side: number): number => (own ? Math.min(size, Math.max(FIRST.lanes, 2 * side)) : side)
  const slow = job.experiment.domain.length > 1 && hasOwnMinima(job, turns)
  const shapes = line ? lineShapes(turns[0], sizes, slow ? 1 : LINE) : sizes.map((side) => [wide(side), side])
  // Whole rows where the second axis is none of lanes: each row is a swarm.
  const rows = (length: number): number => (own ? OWN.rows : Math.ceil(TILE.lanes / length))
  return shapes.flatMap((shape) => {
    const cells = shape.reduce((product, n) => product * n, 1)
    const tile = line ? (own ? OWN.cells : TILE[kind]) : kind === 'lanes' ? shape[0] * rows(shape[0]) : TILE.alone
    return Array.from({ length: Math.ceil(cells / tile) }, (_, k) => ({ shape, from: k * tile, to: Math.min(cells, (k + 1) * tile) }))
  })
}
