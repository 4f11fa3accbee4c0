/** The ensemble as files: a picture, a table, an array for numpy. */
import { drawsOf } from '../../core/ensembles/draws.ts'
import { describedOf } from '../../store/described.ts'
import { ensembles, type Tries } from '../../store/ensembles.ts'
import { EMPTY } from '../../store/basin-grids.ts'
import { runName } from '../names.ts'
import { fateName } from './basin-words.ts'
import { savePanel } from './panel-picture.ts'
import { csvText, npyBytes, save } from './save.ts'

/** The cells of tries that have come, run by run. */
const come = ({ fate }: Tries): number[] => Array.from(fate.keys()).filter((cell) => fate[cell] !== EMPTY)

/** One row per try of every run: its start and seed, what became of it, after how many steps and evaluations, its last loss and iterate. */
export function ensembleCsv(tries: Tries): string {
  const { job: { experiment: e, choice }, count, fate, steps, calls, loss, end, job } = tries
  const names = describedOf(e).coordinates
  const n = names.length
  const draws = drawsOf(e, choice)
  const cells = come(tries)
  return csvText(['run', 'try', ...names, 'seed', 'verdict', 'steps', 'evaluations', 'loss', ...names.map((name) => `${name}_end`)], cells.length, (row) => {
    const cell = cells[row]
    const [run, k] = [Math.floor(cell / count), cell % count]
    return [runName(e, run), k, ...draws.start(k), draws.seed(k, run), fateName(fate[cell], job), steps[cell], calls[cell], loss[cell], ...end.subarray(cell * n, cell * n + n)]
  })
}

/** A row per try: run, start, seed, fate (0 for A, 1 for B, negative for no minimum), steps, evaluations, loss, last iterate. */
export function ensembleNpy(tries: Tries): Uint8Array<ArrayBuffer> {
  const { job: { experiment: e, choice }, count, fate, steps, calls, loss, end } = tries
  const n = e.domain.length
  const draws = drawsOf(e, choice)
  const cells = come(tries)
  const width = 6 + 2 * n
  const values = new Float64Array(width * cells.length)
  cells.forEach((cell, row) => {
    const [run, k] = [Math.floor(cell / count), cell % count]
    values.set([run, ...draws.start(k), draws.seed(k, run), fate[cell], steps[cell], calls[cell], loss[cell], ...end.subarray(cell * n, cell * n + n)], row * width)
  })
  return npyBytes([cells.length, width], values)
}

export function saveEnsembleCsv(): void {
  const { tries } = ensembles.getState()
  if (tries) save(new Blob([ensembleCsv(tries)], { type: 'text/csv' }), 'ensemble.csv')
}

export function saveEnsembleNpy(): void {
  const { tries } = ensembles.getState()
  if (tries) save(new Blob([ensembleNpy(tries)]), 'ensemble.npy')
}

/** The figures as they are on the stage. */
export function saveEnsemblePng(): void {
  const panel = document.querySelector<HTMLElement>('.ensemble')
  if (panel) savePanel(panel, 'ensemble.png')
}
