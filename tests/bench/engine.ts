/**
 * How fast the block interpreter is: value and gradient over 4096 seeded points against hand-written JavaScript derivatives,
 * both in this process, interleaved; the ratio is the median over rounds of paired times. Run by hand: npx tsx tests/bench/engine.ts
 */
import { compile } from '../../src/core/engine/compile.ts'
import { compileMap } from '../../src/core/engine/map.ts'
import type { Expression } from '../../src/core/formula/ast.ts'
import { parse } from '../../src/core/formula/parse.ts'
import { uniform } from '../../src/core/math/random.ts'

const POINTS = 4096
const ROUNDS = 1000

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

const CASES: readonly { name: string; formula: string; byHand: ByHand; target: number }[] = [
  { name: 'rosenbrock', formula: '(1-x)^2+100(y-x^2)^2', byHand: rosenbrock, target: 3 },
  { name: 'himmelblau', formula: '(x^2+y-11)^2+(x+y^2-7)^2', byHand: himmelblau, target: 3 },
  { name: 'ackley', formula: '-20exp(-0.2sqrt(0.5(x^2+y^2)))-exp(0.5(cos(2pi x)+cos(2pi y)))+e+20', byHand: ackley, target: 0.8 },
  { name: 'rastrigin', formula: '20+x^2-10cos(2pi x)+y^2-10cos(2pi y)', byHand: rastrigin, target: 0.8 },
]

const read = (text: string): Expression => {
  const result = parse(text)
  if (!result.ok) throw new Error(result.issues[0].says)
  return result.value
}
const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]
const column = (): Float64Array => new Float64Array(POINTS)
const points = [0, 1].map((axis) => Float64Array.from({ length: POINTS }, (_, i) => 10 * uniform(1, axis, i) - 5))

/** Nanoseconds per point of a and b, and the median of a/b, over interleaved rounds. */
function pair(a: () => void, b: () => void): { a: number; b: number; ratio: number } {
  const times: [number, number][] = []
  for (let round = 0; round < ROUNDS; round++) {
    const t0 = process.hrtime.bigint()
    a()
    const t1 = process.hrtime.bigint()
    b()
    const t2 = process.hrtime.bigint()
    if (round >= ROUNDS / 4) times.push([Number(t1 - t0), Number(t2 - t1)])
  }
  return { a: median(times.map((t) => t[0])) / POINTS, b: median(times.map((t) => t[1])) / POINTS, ratio: median(times.map((t) => t[0] / t[1])) }
}

console.log(`value + gradient over ${POINTS} points, ns per point`)
console.log('landscape     engine  by hand   ratio  target')
let reached = true
for (const { name, formula, byHand, target } of CASES) {
  const landscape = compile(read(formula), ['x', 'y'], {})
  const [f, gx, gy, f2, gx2, gy2] = [column(), column(), column(), column(), column(), column()]
  const gradient = [gx, gy]
  const { a, b, ratio } = pair(
    () => landscape.block(points, POINTS, f, gradient),
    () => byHand(points[0], points[1], POINTS, f2, gx2, gy2),
  )
  for (let i = 0; i < POINTS; i++) {
    if (!(Math.abs(gx[i] - gx2[i]) <= 1e-9 * (1 + Math.abs(gx[i])))) throw new Error(`${name}: the two disagree at point ${i}`)
  }
  reached &&= ratio <= target
  console.log(`${name.padEnd(12)} ${a.toFixed(2).padStart(7)} ${b.toFixed(2).padStart(8)} ${ratio.toFixed(2).padStart(7)} ${`<= ${target}`.padStart(7)}`)
}

console.log('\nvalue + gradient + Hessian, ns per point')
for (const { name, formula } of CASES) {
  const landscape = compile(read(formula), ['x', 'y'], {})
  const f = column()
  const gradient = [column(), column()]
  const hessian = [column(), column(), column(), column()]
  const { a } = pair(() => landscape.block(points, POINTS, f, gradient, hessian), () => landscape.block(points, POINTS, f))
  console.log(`${name.padEnd(12)} ${a.toFixed(2).padStart(7)}`)
}

const adam = compileMap([
  { name: 'm', expression: read('beta1*m + (1-beta1)*g') },
  { name: 'v', expression: read('beta2*v + (1-beta2)*g^2') },
  { name: 'x', expression: read('x - lr*(m/(1-beta1^t))/(sqrt(v/(1-beta2^t)) + eps)') },
], ['x', 'g', 'm', 'v', 't', 'lr', 'beta1', 'beta2', 'eps'])
const valley = compile(read(CASES[0].formula), ['x', 'y'], {})
const runs: number[] = []
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
  runs.push(Number(process.hrtime.bigint() - begin) / 1e6)
}
console.log(`\n10,000 Adam steps on Rosenbrock, one run: ${median(runs).toFixed(2)} ms`)
console.log(reached ? '\nAll targets reached.' : '\nSome target was missed.')
process.exitCode = reached ? 0 : 1
