/** Answers every line on standard input with the CPU nanoseconds per point of `work`, and the slope along x at the first point. */
import process from 'node:process'
import { createInterface } from 'node:readline'

export const POINTS = 4096
export const points = [0.6180339887498949, 0.7548776662466927].map((step) => Float64Array.from({ length: POINTS }, (_, i) => 10 * ((i * step) % 1) - 5))

/** @param {() => number | Promise<number>} work takes all points and gives the slope along x at the first */
export async function answer(work) {
  const measured = async (repeats) => {
    const begin = process.cpuUsage()
    let slope = 0
    for (let k = 0; k < repeats; k++) slope = await work()
    const { user, system } = process.cpuUsage(begin)
    return { slope, ns: (1000 * (user + system)) / (repeats * POINTS) }
  }
  for (let k = 0; k < 10; k++) await work()
  const { ns } = await measured(3)
  const repeats = Math.max(1, Math.ceil(2e7 / (ns * POINTS)))
  for await (const _line of createInterface(process.stdin)) {
    const { ns: each, slope } = await measured(repeats)
    console.log(`${each} ${slope}`)
  }
}
