/** The built-in data sets, in the order of the menu. Adding one: a file beside this one, and a line in the list. */
import { anscombe } from './anscombe.ts'
import type { DataEntry } from './entry.ts'
import { foxholes } from './foxholes.ts'
import { holes } from './holes.ts'
import { line } from './line.ts'
import { outliers } from './outliers.ts'
import { twoClasses } from './two-classes.ts'
import { wells } from './wells.ts'

export const DATA: readonly DataEntry[] = [line, outliers, twoClasses, ...anscombe, wells, holes, foxholes]

/** The data set with this id, or undefined: ids come from links, so anything may be asked for. */
export function dataById(id: string): DataEntry | undefined {
  return DATA.find((entry) => entry.id === id)
}
