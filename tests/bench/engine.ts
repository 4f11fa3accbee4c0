/**
 * How fast the engine is: both executors against derivatives written by hand, in C and in JavaScript, over the same 4096 points. All
 * take turns in one run; a ratio is the median over rounds of paired CPU times, with its quartiles. Seeded. `npx tsx tests/bench/engine.ts`
 */
import { cpus } from 'node:os'
import process from 'node:process'
import { accelerated } from '../../src/core/engine/accelerated.ts'
import { compile } from '../../src/core/engine/compile.ts'
import { compileMap } from '../../src/core/engine/map.ts'
import { moduleFor } from '../../src/core/engine/wasm/module.ts'
import { createMachine } from '../../src/core/engine/wasm/machine.ts'
import { recipeOf } from '../../src/core/engine/recipe.ts'
import type { Expression } from '../../src/core/formula/ast.ts'
import { parse } from '../../src/core/formula/parse.ts'
import { startC } from './in-c.ts'

const POINTS = 4096
const ROUNDS = 15
/** CPU time of one measurement, in nanoseconds. */
const LONG_ENOUGH = 4e6

type ByHand = (x: Float64Array, y: Float64Array, n: number, f: Float64Array, gx: Float64Array, gy: Float64Array) => void

const rosenbrock: ByHand = (x, y, n, f, gx, gy) => {
  for (let i = 0; i < n; i++) {
    const u = 1 - x[i]
    const v = y[i] - x[i] * x[i]
    f[i] = u * u + 100 * v * v
    gx[i] = -2 * u - 400 * x[i] * v
    gy[i] = 200 * v
  }
}

const himmelblau: ByHand = (x, y, n, f, gx, gy) => {
  for (let i = 0; i < n; i++) {
    const u = x[i] * x[i] + y[i] - 11
    const v = x[i] + y[i] * y[i] - 7
    f[i] = u * u + v * v
    gx[i] = 4 * x[i] * u + 2 * v
    gy[i] = 2 * u + 4 * y[i] * v
  }
}

const ackley: ByHand = (x, y, n, f, gx, gy) => {
  const tau = 2 * Math.PI
  for (let i = 0; i < n; i++) {
    const r = Math.sqrt(0.5 * (x[i] * x[i] + y[i] * y[i]))
    const a = Math.exp(-0.2 * r)
    const b = Math.exp(0.5 * (Math.cos(tau * x[i]) + Math.cos(tau * y[i])))
    f[i] = -20 * a - b + Math.E + 20
    gx[i] = (2 * a * x[i]) / r + b * Math.PI * Math.sin(tau * x[i])
    gy[i] = (2 * a * y[i]) / r + b * Math.PI * Math.sin(tau * y[i])
  }
}

const rastrigin: ByHand = (x, y, n, f, gx, gy) => {
  const tau = 2 * Math.PI
  for (let i = 0; i < n; i++) {
    f[i] = 20 + x[i] * x[i] - 10 * Math.cos(tau * x[i]) + y[i] * y[i] - 10 * Math.cos(tau * y[i])
    gx[i] = 2 * x[i] + 20 * Math.PI * Math.sin(tau * x[i])
    gy[i] = 2 * y[i] + 20 * Math.PI * Math.sin(tau * y[i])
  }
}

/** In the order of c/derivatives.c. Targets: most that interpreter and WebAssembly may take, in times of C, for gradient and Hessian. */
const CASES: readonly { name: string; formula: string; byHand: ByHand; targets: readonly (readonly [number, number])[] }[] = [
  { name: 'rosenbrock', formula: '(1-x)^2+100(y-x^2)^2', byHand: rosenbrock, targets: [[15, 2], [16, 3]] },
  { name: 'himmelblau', formula: '(x^2+y-11)^2+(x+y^2-7)^2', byHand: himmelblau, targets: [[15, 2], [16, 3]] },
  {
    name: 'ackley', formula: '-20exp(-0.2sqrt(0.5(x^2+y^2)))-exp(0.5(cos(2pi x)+cos(2pi y)))+e+20', byHand: ackley, targets: [[1.4, 0.8], [2, 0.8]],
  },
  { name: 'rastrigin', formula: '20+x^2-10cos(2pi x)+y^2-10cos(2pi y)', byHand: rastrigin, targets: [[1.4, 0.8], [2, 0.8]] },
]

const read = (text: string): Expression => {
  const result = parse(text)
  if (!result.ok) throw new Error(result.issues[0].says)
  return result.value
}
const quantile = (values: readonly number[], q: number): number => values.toSorted((a, b) => a - b)[Math.floor(q * (values.length - 1))]
const median = (values: readonly number[]): number => quantile(values, 0.5)
const column = (): Float64Array => new Float64Array(POINTS)
const points = [0.6180339887498949, 0.7548776662466927].map((step) => Float64Array.from({ length: POINTS }, (_, i) => 10 * ((i * step) % 1) - 5))

/** CPU nanoseconds per point, over so many repeats. */
function time(work: () => void, repeats: number): number {
  const begin = process.cpuUsage()
  for (let k = 0; k < repeats; k++) work()
  const { user, system } = process.cpuUsage(begin)
  return (1000 * (user + system)) / (repeats * POINTS)
}

/** How often to repeat so that it takes long enough; warms up on the way. */
function repeatsFor(work: () => void): number {
  for (let k = 0; k < 600; k++) work() // V8 makes better code meanwhile
  return Math.max(1, Math.ceil(LONG_ENOUGH / (time(work, 50) * POINTS)))
}

const inC = startC()
const machine = createMachine()
console.log(`${cpus()[0].model}, Node ${process.version}${inC === undefined ? '; no gcc here: ratios are to JavaScript by hand' : ''}`)
let reached = true
for (const order of [1, 2]) {
  console.log(`\nvalue + gradient${order === 2 ? ' + Hessian' : ''} over ${POINTS} points: ns per point, and times of ${inC === undefined ? 'JavaScript' : 'C'} by hand (quartiles)`)
  console.log('landscape        C       JavaScript       interpreter            target       WebAssembly            target')
  for (const [which, { name, formula, byHand, targets }] of CASES.entries()) {
    const e = read(formula)
    const landscape = compile(e, ['x', 'y'], {})
    const fast = accelerated(landscape, e, ['x', 'y'], {}, undefined, () => machine, [0, 0, 0])
    const f = column()
    const gradient = [column(), column()]
    const hessian = order === 2 ? [column(), column(), column(), column()] : undefined
    const [f2, gx2, gy2] = [column(), column(), column()]
    const works = {
      javascript: () => byHand(points[0], points[1], POINTS, f2, gx2, gy2),
      interpreter: () => landscape.block(points, POINTS, f, gradient, hessian),
      webassembly: () => fast.block(points, POINTS, f, gradient, hessian),
    }
    const repeats = { javascript: repeatsFor(works.javascript), interpreter: repeatsFor(works.interpreter), webassembly: repeatsFor(works.webassembly) }
    for (let i = 0; i < POINTS; i++) {
      if (!(Math.abs(gradient[0][i] - gx2[i]) <= 1e-9 * (1 + Math.abs(gx2[i])))) throw new Error(`${name}: the two disagree at point ${i}`)
    }
    const times = { c: [] as number[], javascript: [] as number[], interpreter: [] as number[], webassembly: [] as number[] }
    for (let round = 0; round < ROUNDS; round++) {
      for (const key of ['javascript', 'interpreter', 'webassembly'] as const) times[key].push(time(works[key], repeats[key]))
      times.c.push(inC === undefined ? times.javascript[round] : await inC.time(which, order, Math.ceil(LONG_ENOUGH / (4 * POINTS))))
    }
    const against = (key: 'javascript' | 'interpreter' | 'webassembly'): readonly number[] => times[key].map((t, round) => t / times.c[round])
    const cell = (key: 'javascript' | 'interpreter' | 'webassembly'): string => {
      const ratios = against(key)
      const [low, middle, high] = [0.25, 0.5, 0.75].map((q) => quantile(ratios, q).toFixed(2))
      return `${median(times[key]).toFixed(2).padStart(7)} ${middle.padStart(6)} (${low}-${high})`.padEnd(28)
    }
    const [slow, quick] = targets[order - 1]
    if (inC !== undefined) reached &&= median(against('interpreter')) <= slow && median(against('webassembly')) <= quick
    const script = order === 1 ? cell('javascript') : ' '.repeat(28)
    console.log(`${name.padEnd(11)} ${median(times.c).toFixed(2).padStart(6)} ${script}${cell('interpreter')}${`<= ${slow}`.padEnd(8)}${cell('webassembly')}<= ${quick}`)
  }
}
inC?.stop()

console.log('\nCompiling sin(x+1)x+sin(x+2)x+…, value and gradient, in ms of CPU time: the module written and taken by the host')
for (const terms of [1, 10, 40, 160]) {
  const e = read(Array.from({ length: terms }, (_, k) => `sin(x+${k + 1})x`).join('+'))
  const runs = Array.from({ length: 9 }, () => {
    const begin = process.cpuUsage()
    machine?.load(moduleFor(recipeOf(e, ['x'], {}, undefined, 1), 1, 0, 0))
    const { user, system } = process.cpuUsage(begin)
    return (user + system) / 1000
  })
  console.log(`${String(terms).padStart(6)} terms ${runs[0].toFixed(2).padStart(8)} first ${median(runs).toFixed(2).padStart(8)} median`)
}

const adam = compileMap([
  { name: 'm', expression: read('beta1*m + (1-beta1)*g') },
  { name: 'v', expression: read('beta2*v + (1-beta2)*g^2') },
  { name: 'x', expression: read('x - lr*(m/(1-beta1^t))/(sqrt(v/(1-beta2^t)) + eps)') },
], ['x', 'g', 'm', 'v', 't', 'lr', 'beta1', 'beta2', 'eps'])
const valley = compile(read(CASES[0].formula), ['x', 'y'], {})
const adamRuns: number[] = []
for (let repeat = 0; repeat < 21; repeat++) {
  const [x, g, m, v] = [Float64Array.of(-1.5, 2), new Float64Array(2), new Float64Array(2), new Float64Array(2)]
  const inputs: (number | Float64Array)[] = [x, g, m, v, 1, 0.01, 0.9, 0.999, 1e-8]
  const outputs = [m, v, x]
  const begin = process.hrtime.bigint()
  for (let t = 1; t <= 10_000; t++) {
    valley.gradient(x, g)
    inputs[4] = t
    adam.run(inputs, outputs, 2)
  }
  adamRuns.push(Number(process.hrtime.bigint() - begin) / 1e6)
}
console.log(`\n10,000 Adam steps on Rosenbrock, one run: ${median(adamRuns).toFixed(2)} ms`)
console.log(reached ? '\nAll targets reached.' : '\nSome target was missed.')
process.exitCode = reached ? 0 : 1
