/**
 * How long an exploration takes: trajectories, surface, critical points, and the longest stretch of work without a pause.
 * Run by `npx tsx tests/bench/explore.ts`. The best of several rounds in one process, as in a warm worker; totals are processor time,
 * so that other programs disturb them little; the longest stretch is time on the clock and wants a quiet machine.
 */
import { experimentOn } from '../../src/core/experiment/create.ts'
import type { Experiment } from '../../src/core/experiment/experiment.ts'
import { explore, type Part } from '../../src/core/explore/explore.ts'
import { defaults } from '../../src/core/fields.ts'
import { OBJECTIVES } from '../../src/core/objectives/index.ts'
import { OPTIMIZERS } from '../../src/core/optimizers/index.ts'

const ROUNDS = 9

interface Timing {
  /** Milliseconds of processor time of the whole. */
  readonly total: number
  /** Milliseconds of the longest stretch between two pauses. */
  readonly longest: number
}

function once(e: Experiment, only: readonly Part[]): Timing {
  const start = process.cpuUsage()
  let last = performance.now()
  let longest = 0
  for (const _event of explore(e, undefined, { only })) {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }
  const { user, system } = process.cpuUsage(start)
  return { total: (user + system) / 1000, longest }
}

function measure(e: Experiment, only: readonly Part[]): Timing {
  const rounds = Array.from({ length: ROUNDS }, () => once(e, only))
  return { total: Math.min(...rounds.map((r) => r.total)), longest: Math.min(...rounds.map((r) => r.longest)) }
}

function sixRuns(id: string, steps: number): Experiment {
  const base = experimentOn(id)
  const lr = OBJECTIVES.find((o) => o.id === id)?.suggested.lr ?? 0.01
  const optimizers = [...OPTIMIZERS, OPTIMIZERS[0]].slice(0, 6)
  return { ...base, steps, runs: optimizers.map((o, i) => ({ optimizer: o.id, hyper: { ...defaults(o.hyper), lr: lr / (1 + i) }, shown: true })) }
}

const ms = (value: number): string => `${value.toFixed(1)} ms`.padStart(10)

function benchExplore(): void {
  for (const id of ['himmelblau', 'rosenbrock']) {
    const { total, longest } = measure(sixRuns(id, 1000), ['at', 'runs'])
    console.log(`6 runs x 1000 steps, ${id}`.padEnd(44), ms(total), 'longest', ms(longest), total <= 50 ? 'within 50 ms' : 'OVER 50 ms')
  }
  for (const { id } of OBJECTIVES) {
    const critical = measure(experimentOn(id), ['critical'])
    const surface = measure(experimentOn(id), ['surface'])
    console.log(id.padEnd(20), 'critical', ms(critical.total), 'longest', ms(critical.longest), 'surface', ms(surface.total), 'longest', ms(surface.longest))
  }
}

benchExplore()
