/** Basin maps: every cell of a grid descends with momentum, and is told where it ends. */
import { fork } from 'node:child_process'
import { shapeOf, tilesOf, type MapJob, type Tile } from '../../src/core/ensembles/job.ts'
import { decode } from '../../src/core/experiment/permalink.ts'
import { explore } from '../../src/core/explore/explore.ts'
import type { CriticalPoint } from '../../src/core/explore/events.ts'
import { CASES } from './cases.ts'
import type { InC } from './in-c.ts'
import { lines } from './formulas.ts'
import { inTurns, median, nanoseconds, quantile, type Row } from './measure.ts'

/** The C program takes all these steps from every start. */
const STEPS = 500
const SIDE = 256
const WARM_UP = 6

export function jobOn(formula: string, settings: string): MapJob {
  const { value: experiment } = decode(`#v=1&f=${encodeURIComponent(formula)}&domain=-5,5,-5,5&${settings}`)
  let critical: readonly CriticalPoint[] = []
  for (const event of explore(experiment, undefined, { only: ['critical'] })) if (event?.type === 'critical') critical = event.points
  return { experiment, run: 0, critical, partial: false }
}

/** The tiles of the finest grid alone. */
export function finest(job: MapJob, side: number): Tile[] {
  const grid = shapeOf(job.experiment.domain, side).join()
  return tilesOf(job, side).filter(({ shape }) => shape.join() === grid)
}

/** A process of its own for one executor: nanoseconds per start of a whole map, each time. */
function turn(job: MapJob, side: number, interpreted: boolean): { readonly take: () => Promise<number>; readonly stop: () => void } {
  const child = fork(new URL('map-turn.ts', import.meta.url), { execArgv: ['--import', 'tsx'], serialization: 'advanced' })
  const tiles = finest(job, side)
  return {
    take: () => new Promise((resolve) => {
      child.once('message', (ns) => resolve(Number(ns) / side ** 2))
      child.send({ job, tiles, interpreted })
    }),
    stop: () => void child.kill(),
  }
}

export async function mapRows(inC: InC | undefined): Promise<Row[]> {
  const rows: Row[] = []
  for (const which of [1, 3]) {
    const { name, formula } = CASES[which]
    const job = jobOn(formula, `run=momentum,lr:0.001,momentum:0.9&steps=${STEPS}`)
    const works = { interpreter: turn(job, 64, true), WebAssembly: turn(job, SIDE, false) }
    // CPU time is that of all threads: while V8 improves our code, most of it.
    for (let k = 0; k < WARM_UP; k++) for (const { take } of Object.values(works)) await take()
    const times = await inTurns({ interpreter: works.interpreter.take, WebAssembly: works.WebAssembly.take, ...(inC && { C: async () => STEPS * await inC.time(which, 3, which === 1 ? 4 : 1) }) }, 7)
    for (const { stop } of Object.values(works)) stop()
    rows.push(...lines(`basin map, momentum, ${STEPS} steps, per start, ${name}`, times, which === 1 ? { interpreter: 20, WebAssembly: 4 } : {}))
  }
  rows.push(...await onTwo())
  return rows
}

/** Maps shared by one process and by two, as the workers of the page share them: seconds on the clock. */
async function onTwo(): Promise<Row[]> {
  const rows: Row[] = []
  for (const [which, settings, limit] of [[1, 'run=gd,lr:0.01&steps=1000', 1], [3, 'run=gd,lr:0.002&steps=1000', 3]] as const) {
    const job = jobOn(CASES[which].formula, settings)
    const tiles = tilesOf(job, 512)
    const helpers = [helper(), helper()]
    const seconds: number[][] = [[], []]
    for (let round = 0; round < 4; round++) {
      for (const count of [1, 2]) {
        const queue = [...tiles]
        const begin = performance.now()
        await Promise.all(helpers.slice(0, count).map(async (ask) => {
          for (let tile = queue.shift(); tile !== undefined; tile = queue.shift()) await ask.tile(job, tile)
        }))
        if (round > 0) seconds[count - 1].push((performance.now() - begin) / 1000)
      }
    }
    helpers.forEach(({ stop }) => stop())
    const [one, two] = seconds
    const gain = one.map((t, round) => t / two[round])
    const work = `basin map 512², gradient descent, 1000 steps, ${CASES[which].name}`
    rows.push({ work, who: 'one worker', took: nanoseconds(1e9 * median(one)) })
    rows.push({ work, who: 'two workers', took: nanoseconds(1e9 * median(two)), note: `${median(two) <= limit ? 'reached' : 'missed'}: at most ${limit} s` })
    rows.push({ work, who: 'gain of the second worker', took: '', ratio: [quantile(gain, 0.25), median(gain), quantile(gain, 0.75)], target: { least: 1.85 } })
  }
  return rows
}

function helper(): { readonly tile: (job: MapJob, tile: Tile) => Promise<void>; readonly stop: () => void } {
  const child = fork(new URL('map-process.ts', import.meta.url), { execArgv: ['--import', 'tsx'], serialization: 'advanced' })
  let knows: MapJob | undefined
  return {
    tile: (job, tile) => new Promise((resolve) => {
      child.once('message', () => resolve())
      child.send({ tile, ...(job !== knows && { job }) })
      knows = job
    }),
    stop: () => void child.kill(),
  }
}
