/**
 * How much is done between two pauses. The core has no clock, so work is counted: a single-point gradient takes 0.1 to 1 µs for
 * the formulas of the catalogue and about 10 µs for the longest formula allowed, a point of a block 5 to 50 ns (up to 1 µs).
 * These budgets stay below 1 ms in the usual case and at about 4 ms in the worst.
 */
export const SLICE_POINTS = 384
export const SLICE_BLOCK = 4096
