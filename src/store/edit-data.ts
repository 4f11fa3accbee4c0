/** The verbs of data and axes: which rows a formula runs over, and which of its names are coordinates. Each is one undoable edit. */
import { withCell, type DataSet } from '../core/data/data-set.ts'
import type { DataEntry } from '../core/data/entry.ts'
import { validate, withFormula } from '../core/experiment/create.ts'
import type { Experiment } from '../core/experiment/experiment.ts'
import { onData } from '../core/experiment/on-data.ts'
import type { Issue } from '../core/issue.ts'
import { commit, setDraft } from './commit.ts'
import { describedOf } from './described.ts'
import { store } from './store.ts'

const present = (): Experiment => store.getState().experiment

/**
 * Gives the experiment a data set. The formula being typed, or the present one, stays where it can run over the rows; otherwise it becomes
 * the mean squared error of a line.
 */
export function setData(data: DataSet): Issue | undefined {
  const { experiment, session } = store.getState()
  return take(onData(experiment, data, session.draft ?? describedOf(experiment).formula), 'data')
}

/** Gives the experiment a built-in data set with the formula that belongs to it. */
export function chooseData({ data, formula }: DataEntry): Issue | undefined {
  const { experiment, session } = store.getState()
  return take(onData(experiment, data, session.draft ?? describedOf(experiment).formula, formula), 'data')
}

/** Takes the data away. A formula that runs over it cannot stay: the sentence says so. */
export function removeData(): Issue | undefined {
  const { data: _data, ...rest } = present()
  return take(rest, 'data')
}

/**
 * Gives cells of one row of the data other numbers, as [column, number]. On a landscape of the catalogue its formula becomes a typed one:
 * it is another function now.
 */
export function setCells(row: number, cells: readonly (readonly number[])[]): Issue | undefined {
  const { data, formula, coordinates, objective } = describedOf(present())
  const held = present().data ?? data
  if (held === undefined || held.missing === true) return { about: 'data', says: 'There is no data to change. Choose or paste some first.' }
  for (const [column, value] of cells) {
    if (held.columns[column] === undefined || !(row >= 0 && row < held.rows)) {
      return { about: 'data', says: `The data has no cell in row ${row + 1}, column ${column + 1}; it has ${held.rows} rows and ${held.columns.length} columns.` }
    }
    if (!Number.isFinite(value)) return { about: 'data', says: 'A cell of the data needs a finite number, such as 0.5.' }
  }
  const changed = cells.reduce((set, [column, value]) => withCell(set, column, row, value), held)
  if (objective === undefined) return take({ ...present(), data: changed }, `cell:${row}`)
  const typed = withFormula(present(), formula, { data: changed, over: coordinates })
  return typed.ok ? take(typed.value, `cell:${row}`) : typed.issues[0]
}

/** Makes these names of the typed formula its coordinates; its other names become parameters. */
export function setOver(over: readonly string[]): Issue | undefined {
  const typed = withFormula(present(), describedOf(present()).formula, { over })
  return typed.ok ? take(typed.value, 'over') : typed.issues[0]
}

function take(next: Experiment, key: string): Issue | undefined {
  const issue = validate(next)[0]
  if (issue) return issue
  commit(next, key)
  setDraft(undefined, [])
  return undefined
}
