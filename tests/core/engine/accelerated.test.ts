import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accelerated } from '../../../src/core/engine/accelerated.ts'
import { compile } from '../../../src/core/engine/compile.ts'
import { recipeOf } from '../../../src/core/engine/recipe.ts'
import { createMachine, type Machine } from '../../../src/core/engine/wasm/machine.ts'
import { moduleFor } from '../../../src/core/engine/wasm/module.ts'
import type { Expression } from '../../../src/core/formula/ast.ts'
import type { Landscape } from '../../../src/core/landscape.ts'
import { uniform } from '../../../src/core/math/random.ts'
import { experimentOn } from '../../../src/core/experiment/create.ts'
import { resolve } from '../../../src/core/experiment/resolve.ts'
import { decode } from '../../../src/core/experiment/permalink.ts'
import { atOnce } from '../../../src/core/at-once.ts'
import { createFuser } from '../../../src/core/ensembles/fuser.ts'
import { OPTIMIZERS } from '../../../src/core/optimizers/index.ts'
import { isDeclared } from '../../../src/core/optimizers/optimizer.ts'
import { compileUpdate } from '../../../src/core/optimizers/update.ts'
import { OBJECTIVES } from '../../../src/core/objectives/index.ts'
import { expressions, read, ROWS } from '../formula/arbitrary.ts'

const VALUES = { a: 1.7, u: -0.4, beta1: 0.9, ['__proto__']: 2, constructor: 3 }
const AT_ONCE = 0
const SPECIAL = [0, -0, 1, -1, NaN, Infinity, -Infinity, 5e-324, -5e-324, 2.2250738585072014e-308, 1e-200, 1e5, -1e5, 100001, 1e300, -1e300, 745.2, -708.5, 0.55]

/** Loads what it is told to, and counts. */
function watched(): Machine & { loads: number } {
  const machine = createMachine()
  if (machine === undefined) throw new Error('this Node has no WebAssembly')
  const watch = {
    loads: 0,
    get owner() { return machine.owner },
    set owner(owner) { machine.owner = owner },
    load(module: Parameters<Machine['load']>[0]) {
      const seat = machine.load(module)
      if (seat !== undefined) watch.loads += 1
      return seat
    },
    seats: (module: Parameters<Machine['seats']>[0]) => machine.seats(module),
  }
  return watch
}

type Columns = readonly Float64Array[]

/** f, gradient and Hessian of the block, as far as the order goes. */
function block(landscape: Landscape, points: Columns, count: number, order: number): Float64Array[] {
  const n = landscape.dimension
  const columns = Array.from({ length: order === 0 ? 1 : order === 1 ? 1 + n : 1 + n + n * n }, () => new Float64Array(count))
  const [gradient, hessian] = [columns.slice(1, 1 + n), columns.slice(1 + n)]
  landscape.block(points, count, columns[0], order > 0 ? gradient : undefined, order > 1 ? hessian : undefined)
  return columns
}

/** The same from its desk, as many points at a time as have room; they are there afterwards. */
function fromDesk(landscape: Landscape, points: Columns, count: number, order: 0 | 1 | 2): Float64Array[] {
  const answers: Float64Array[] = []
  for (let from = 0; from <= count; from += landscape.desk(order).room) {
    const desk = landscape.desk(order)
    const size = Math.min(desk.room, count - from)
    const given = points.map((column) => column.subarray(from, from + size))
    desk.points.forEach((column, i) => column.set(given[i]))
    desk.ask(size)
    given.forEach((column, i) => expect(desk.points[i].subarray(0, size)).toEqual(column))
    const columns = [desk.f, ...desk.gradient, ...desk.hessian]
    columns.forEach((column, k) => (answers[k] ??= new Float64Array(count)).set(column.subarray(0, size), from))
  }
  return answers
}

/** Every answer of `fast` is that of `slow` to the bit, and from their desks as well; one NaN is as good as another. */
function same(fast: Landscape, slow: Landscape, points: Columns, count: number): void {
  for (const order of [0, 1, 2] as const) {
    const expected = block(slow, points, count, order)
    const ways = { block: block(fast, points, count, order), desk: fromDesk(fast, points, count, order), 'interpreted at the desk': fromDesk(slow, points, count, order) }
    for (const [way, answers] of Object.entries(ways)) {
      expect(answers).toHaveLength(expected.length)
      answers.forEach((column, k) => {
        for (let i = 0; i < count; i++) {
          if (Object.is(column[i], expected[k][i])) continue
          throw new Error(`${way}, order ${order}, output ${k} at (${points.map((p) => p[i])}): ${column[i]}, interpreted ${expected[k][i]}`)
        }
      })
    }
  }
}

const machine = watched()
const both = (e: Expression): { fast: Landscape; slow: Landscape } => {
  const slow = compile(e, ['x', 'y'], VALUES, ROWS)
  return { slow, fast: accelerated(slow, e, ['x', 'y'], VALUES, ROWS, () => machine, AT_ONCE) }
}
const coordinate = fc.oneof(fc.double({ min: -5, max: 5, noNaN: true }), fc.double(), fc.constantFrom(...SPECIAL))

describe('WebAssembly gives the bits of the interpreter', () => {
  test('also of a logarithm of exponentials over rows, which it leaves to it', () => {
    const column = ROWS.columns[0].name
    const { fast, slow } = both(read(`log(sum(exp(900*x*${column} - y)))`))
    const before = machine.loads
    const places = [Float64Array.of(0.3, -2, 40), Float64Array.of(1, 0, -700)]
    same(fast, slow, places, 3)
    expect(block(fast, places, 3, 0)[0].every(Number.isFinite)).toBe(true)
    expect(machine.loads).toBe(before)
    const { value: e } = decode(`#v=1&f=${encodeURIComponent('log(sum(exp(w*x + b*y)))')}&data=linreg`)
    const fuser = createFuser(resolve(e), e, () => machine, 0)
    const gd = OPTIMIZERS.find(({ id }) => id === 'gd')
    if (gd === undefined || !isDeclared(gd)) throw new Error('no gradient descent')
    expect(atOnce(fuser(compileUpdate(gd), [], 1e9))).toBeUndefined()
  })

  test('for any formula at any points', () => {
    const before = machine.loads
    fc.assert(fc.property(expressions, fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 9 }), (e, pairs) => {
      const { fast, slow } = both(e)
      same(fast, slow, [Float64Array.from(pairs, ([x]) => x), Float64Array.from(pairs, ([, y]) => y)], pairs.length)
    }), { numRuns: 400 })
    expect(machine.loads - before).toBeGreaterThanOrEqual(3 * 400)
  })

  test.each(OBJECTIVES.map((o) => o.id))('on %s', (id) => {
    const e = experimentOn(id)
    const { landscape, expression, coordinates, data } = resolve(e)
    const fast = accelerated(landscape, expression, coordinates, e.params, data, () => machine, AT_ONCE)
    const before = machine.loads
    const count = (landscape.work ?? 1) > 1 ? 300 : 5000
    const points = e.domain.map(([lo, hi], axis) => Float64Array.from({ length: count }, (_, i) => lo + 1.2 * (hi - lo) * (uniform(5, axis, i) - 0.1)))
    SPECIAL.forEach((x, i) => points.forEach((column, axis) => { column[7 + (axis + 1) * i] = x }))
    same(fast, landscape, points, count)
    expect(machine.loads - before).toBe(3)
  })

  test.each(['mean((x u - mean(x u))^2) + y', 'sum(u x) / mean(abs(x u - y)) + sum(log(abs(a)) + 1)', 'mean(if(u < x, y, max(u, y)))', 'mean(u) x + y'])(
    'with sums over rows inside sums: %s', (text) => {
      const { fast, slow } = both(read(text))
      const points = [0, 1].map((axis) => Float64Array.from({ length: 37 }, (_, i) => 4 * uniform(6, axis, i) - 2))
      same(fast, slow, points, 37)
    })

  test('at any count of points, in any order of programs that share a machine', () => {
    const lands = ['x^2 y', 'mean((x u + y - a)^2)', 'sin(x) + mean(u x)'].map((text) => both(read(text)))
    const points = [0, 1].map((axis) => Float64Array.from({ length: 4100 }, (_, i) => 4 * uniform(7, axis, i) - 2))
    for (const count of [0, 1, 2, 3, 511, 512, 513, 4095, 4096, 4097, 4100]) for (const { fast, slow } of lands) same(fast, slow, points, count)
  })
})

describe('a landscape is interpreted until compiling would have paid', () => {
  const e = read('x^2 + y')
  const slow = compile(e, ['x', 'y'], {})
  const points = [new Float64Array(1000), new Float64Array(1000)]

  test('then WebAssembly takes over, for the orders that are asked for often', () => {
    const counting = watched()
    const fast = accelerated(slow, e, ['x', 'y'], {}, undefined, () => counting)
    block(fast, points, 1000, 1)
    expect(counting.loads).toBe(0)
    for (let k = 0; k < 1000; k++) block(fast, points, 1000, 1)
    expect(counting.loads).toBe(1)
    for (let k = 0; k < 1000; k++) block(fast, points, 1000, 2)
    expect(counting.loads).toBe(2)
  })

  test('also where the points are asked at its desk', () => {
    const counting = watched()
    const fast = accelerated(slow, e, ['x', 'y'], {}, undefined, () => counting)
    const ask = (times: number): void => { for (let k = 0; k < times; k++) fast.desk(1).ask(500) }
    ask(30)
    expect(counting.loads).toBe(0)
    ask(100)
    expect(counting.loads).toBe(1)
  })

  test('a desk whose points are not asked yet spoils nobody\'s data', () => {
    const shared = createMachine()
    const onData = read('mean(x u)')
    const data = { rows: 3, columns: [{ name: 'u', values: Float64Array.of(1, 2, 6) }] }
    const interpreted = compile(onData, ['x'], {}, data)
    const small = accelerated(interpreted, onData, ['x'], {}, data, () => shared, AT_ONCE)
    const wide = read('x + y + z + w')
    const large = accelerated(compile(wide, ['x', 'y', 'z', 'w'], {}), wide, ['x', 'y', 'z', 'w'], {}, undefined, () => shared, AT_ONCE)
    const x = [Float64Array.of(5)]
    expect(block(small, x, 1, 0)[0][0]).toBe(15)
    large.desk(0).points.forEach((column) => column.fill(7))
    expect(block(small, x, 1, 0)[0][0]).toBe(15)
  })

  test('a machine that refuses is asked once, and the interpreter goes on', () => {
    let asked = 0
    const refuses: Machine = { owner: undefined, load: () => { asked += 1; return undefined }, seats: () => undefined }
    const fast = accelerated(slow, e, ['x', 'y'], {}, undefined, () => refuses, AT_ONCE)
    for (let k = 0; k < 3; k++) same(fast, slow, points, 1000)
    expect(asked).toBe(3) // once for each order
    same(accelerated(slow, e, ['x', 'y'], {}, undefined, () => undefined, AT_ONCE), slow, points, 1000)
  })

  test('a program that needs more memory than all share gets its own, and no buffer is ever detached', () => {
    const own = createMachine()
    const seats = [1, 300_000].map((rows) => own?.load(atOnce(moduleFor(recipeOf(read('mean((x u - y)^2)'), ['x', 'y'], {}, { ...ROWS, rows, columns: [{ name: 'u', values: new Float64Array(rows) }] }, 1), 2, 1, rows))))
    expect(seats.map((seat) => (seat?.memory.length ?? 0) > 300_000)).toEqual([false, true])
    expect(seats[0]?.memory.length).toBeGreaterThan(0)
  })

  test('what lies beyond the count stays as it is', () => {
    const f = new Float64Array(20).fill(-7)
    accelerated(slow, e, ['x', 'y'], {}, undefined, watched, AT_ONCE).block([new Float64Array(20).fill(3), new Float64Array(20)], 11, f)
    expect([...f]).toEqual([...new Array<number>(11).fill(9), ...new Array<number>(9).fill(-7)])
  })

  test('data whose rows are missing or none are left to the interpreter', () => {
    for (const data of [{ rows: 0, columns: [{ name: 'u', values: new Float64Array() }] }, { ...ROWS, missing: true }]) {
      const counting = watched()
      const onData = read('mean(x u) + y')
      const interpreted = compile(onData, ['x', 'y'], {}, data)
      same(accelerated(interpreted, onData, ['x', 'y'], {}, data, () => counting, AT_ONCE), interpreted, points, 10)
      expect(counting.loads).toBe(0)
    }
  })
})
