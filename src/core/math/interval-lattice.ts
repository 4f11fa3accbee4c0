/** Lattices over intervals. */
import { latticeBounds } from './lattice-bounds.ts'
import type { Lattice, Orders } from './lattice.ts'
import { BREAK, empty, put, VOID, type IntervalKernel } from './interval.ts'

/**
 * Bounds of a lattice's function, or of a derivative of it up to the second: all of them are continuous on the grid; a box that
 * reaches beyond the grid has places without a value.
 */
export function latticeOf(lattice: Lattice, orders: Orders): IntervalKernel {
  return (r, o, a, b) => {
    const slots = lattice.spacing.length === 1 ? [a] : [a, b]
    const marks = slots.reduce((sofar, slot) => sofar | r.marks[slot], 0)
    if ((marks & VOID) !== 0) {
      empty(r, o)
      return
    }
    const { lo, hi, covered } = latticeBounds(lattice, orders, slots.map((slot) => r.lo[slot]), slots.map((slot) => r.hi[slot]))
    if (covered === 'none') empty(r, o)
    else put(r, o, lo, hi, covered === 'some' ? marks | BREAK : marks)
  }
}
