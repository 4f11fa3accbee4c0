/** How cost grows with points, steps and the size of a formula, what compiling costs, and what maps leave in memory. */
import { setFlagsFromString } from 'node:v8'
import process from 'node:process'
import { runInNewContext } from 'node:vm'
import { atOnce } from '../../src/core/at-once.ts'
import { accelerated } from '../../src/core/engine/accelerated.ts'
import { compile } from '../../src/core/engine/compile.ts'
import { recipeOf } from '../../src/core/engine/recipe.ts'
import { createMachine, type OwnModule } from '../../src/core/engine/wasm/machine.ts'
import { moduleFor } from '../../src/core/engine/wasm/module.ts'
import { createMapper } from '../../src/core/ensembles/mapper.ts'
import { operandsFirst } from '../../src/core/autodiff/graph.ts'
import type { Expression } from '../../src/core/formula/ast.ts'
import { CASES, column, read } from './cases.ts'
import { finest, jobOn } from './maps.ts'
import { cpu, inTurns, median, nanoseconds, type Row } from './measure.ts'

export async function growthRows(): Promise<Row[]> {
  return [...compiling(), ...await byPoints(), ...await bySteps(), ...await bySize(), memory()]
}

/** A sum of so many terms, no deeper than its logarithm: the parser's texts end at 2000 characters. */
function sum(terms: number, term: (k: number) => string): Expression {
  let all = Array.from({ length: terms }, (_, k): Expression => read(term(k)))
  while (all.length > 1) {
    all = Array.from({ length: Math.ceil(all.length / 2) }, (_, k): Expression =>
      (2 * k + 1 < all.length ? { kind: 'operation', operator: '+', left: all[2 * k], right: all[2 * k + 1], column: 1 } : all[2 * k]))
  }
  return all[0]
}

const WARM_UP = 300

/** Milliseconds to write the module and have the host take it, the first time and when the host knows the way. */
function compiling(): Row[] {
  const machine = createMachine()
  const cold: readonly { name: string; e: Expression; more?: true }[] = [
    { name: '15 parts', e: read('(x^2+y-11)^2+(x+y^2-7)^2') }, { name: '100 parts', e: sum(20, (k) => `(x+${k})^2*y`) },
    { name: '20 sines, each of which is written out', more: true, e: sum(20, (k) => `sin(x+${k})*y`) },
  ]
  return cold.map(({ name, e, more }) => {
    const written = (): OwnModule => atOnce(moduleFor(recipeOf(e, ['x', 'y'], {}, undefined, 1), 2, 0, 0))
    const took = (): number => cpu(() => void machine?.load(written())) / 1e6
    const first = took()
    for (let k = 0; k < WARM_UP; k++) took() // CPU time is that of all threads: while V8 improves our code, most of it
    const warm = median(Array.from({ length: 21 }, took))
    const module = written()
    const ofHost = median(Array.from({ length: 21 }, () => cpu(() => void machine?.load(module)) / 1e6))
    const times = `${first.toFixed(1)} ms first, ${warm.toFixed(2)} ms warm, of which the host ${ofHost.toFixed(2)}, ${module.bytes.length} bytes`
    // The target is one for 100 operations.
    return { work: `compiling a gradient of ${name}`, who: 'WebAssembly', took: times, ...(!more && { note: `${first <= 10 && warm <= 1 ? 'reached' : 'missed'}: 10 ms, 1 ms` }) }
  })
}

/** One line: what a unit costs at every size, and the largest over the smallest, which is 1 where growth is linear. */
async function growing(work: string, who: string, sizes: readonly number[], take: (size: number) => () => number): Promise<Row> {
  const times = await inTurns(Object.fromEntries(sizes.map((size) => [String(size), take(size)])), 5)
  const each = sizes.map((size) => median(times[String(size)]))
  return { work, who, took: each.map((t, k) => `${sizes[k]}: ${nanoseconds(t)}`).join(', '), note: `dearest/cheapest ${(Math.max(...each) / Math.min(...each)).toFixed(2)}` }
}

async function byPoints(): Promise<Row[]> {
  const e = read(CASES[3].formula)
  const slow = compile(e, ['x', 'y'], {})
  const fast = accelerated(slow, e, ['x', 'y'], {}, undefined, createMachine, 0)
  const rows: Row[] = []
  for (const [who, landscape] of [['interpreter', slow], ['WebAssembly', fast]] as const) {
    rows.push(await growing('per point, gradient of rastrigin', who, [4096, 65_536, 1_048_576], (count) => {
      const [x, y, f, gx, gy] = [column(count).fill(1.5), column(count).fill(-0.5), column(count), column(count), column(count)]
      const repeats = Math.ceil(1_048_576 / count / 8)
      return () => cpu(() => landscape.block([x, y], count, f, [gx, gy]), repeats) / (repeats * count)
    }))
  }
  return rows
}

async function bySteps(): Promise<Row[]> {
  const rows: Row[] = []
  for (const [who, machine] of [['interpreter', () => undefined], ['WebAssembly', createMachine]] as const) {
    const mapper = createMapper(machine)
    rows.push(await growing('per step of 4096 descents, adam on himmelblau', who, [250, 500, 1000, 2000], (steps) => {
      const job = jobOn(CASES[1].formula, `run=adam,lr:0.1&steps=${steps}`)
      return () => cpu(() => {
        for (const tile of finest(job, 64)) for (const _pause of mapper(job, tile)) { /* no pause matters */ }
      }) / (steps * 4096)
    }))
  }
  return rows
}

async function bySize(): Promise<Row[]> {
  const rows: Row[] = []
  const machine = createMachine()
  for (const who of ['interpreter', 'WebAssembly'] as const) {
    const sizes = [50, 500, 1250, 2500, 5000]
    const operations: number[] = []
    rows.push(await growing('per operation and point, value of a sum, by operations', who, sizes, (size) => {
      const e = sum(Math.round(size / 5), (k) => `(x+${k})*(y-${k})*x`)
      const count = operandsFirst(recipeOf(e, ['x', 'y'], {}, undefined, 0).outputs).filter(({ op }) => op !== 'constant' && op !== 'input').length
      operations.push(count)
      const slow = compile(e, ['x', 'y'], {})
      const landscape = who === 'interpreter' ? slow : accelerated(slow, e, ['x', 'y'], {}, undefined, () => machine, 0)
      const [x, y, f] = [column().fill(1.5), column().fill(-0.5), column()]
      const work = (): void => landscape.block([x, y], 4096, f)
      for (let k = 0; k < 30; k++) work()
      return () => cpu(work, Math.ceil(5000 / size)) / (Math.ceil(5000 / size) * 4096 * count)
    }))
  }
  return rows
}

/** What is left of ten maps of 512² in heap and arrays. */
function memory(): Row {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const used = (): number => {
    collect()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return (heapUsed + arrayBuffers) / 2 ** 20
  }
  const mapper = createMapper()
  const job = jobOn(CASES[1].formula, 'run=gd,lr:0.01&steps=200')
  let most = 0
  const map = (side: number): void => {
    const answers = finest(job, side).map((tile) => {
      const work = mapper(job, tile)
      for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value
    })
    most = Math.max(most, used())
    if (answers.length === 0) throw new Error('no map')
  }
  map(64)
  const before = used()
  most = 0
  map(1024)
  const peak = most - before
  for (let k = 0; k < 10; k++) map(256)
  const left = used() - before
  return {
    work: 'memory of a map of 1024², and what is left after it and ten of 256²', who: 'one worker', took: `${peak.toFixed(0)} MB, ${left.toFixed(1)} MB`,
    note: `${peak <= 200 && left <= 10 ? 'reached' : 'missed'}: 200 MB, 10 MB`,
  }
}
