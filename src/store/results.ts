/** Events from the worker -> column buffers. Arrays of the events are adopted where they can be; nothing is copied twice. */
import type { Experiment } from '../core/experiment/experiment.ts'
import type { Event, PathChunk, PathKey } from '../core/explore/events.ts'
import { largestEigenvalue } from '../core/math/eigen.ts'
import { deliveredAfter } from './delivered.ts'
import { sameChoice, sameGround, sameMethod } from './same.ts'
import type { Path, Results } from './state.ts'

/** Up to this many iterates the whole trajectory gets its room with the second piece; longer ones grow by doubling. */
const AT_ONCE = 8192

/** Nothing has been said yet. */
export function noResults(): Results {
  return {
    revision: 0,
    paths: [],
    surface: undefined,
    full: undefined,
    surfaceRevision: 0,
    critical: undefined,
    at: [],
    notices: [],
    busy: false,
    runsDone: false,
  }
}

/**
 * The results after one message of the worker about `experiment`. A trajectory that begins anew replaces the old one, which was
 * drawn until now. The revision rises once, or not at all where the message brings nothing to draw.
 */
export function assemble(results: Results, message: readonly Event[], experiment: Experiment, done: boolean): Results {
  let { paths, surface, full, surfaceRevision, critical, at, notices, runsDone } = results
  const held = results.delivered ?? {}
  // A surface that is there already is not drawn again: it comes once more where the critical points of its ground were
  // overtaken.
  const events = message.filter((event) => event.type !== 'surface' || event.detail === 2 || !held.surface || !sameGround(held.surface, experiment))
  for (const event of events) {
    switch (event.type) {
      case 'path': {
        const path = paths.find((p) => isOf(p, event))
        if (event.from === 0) paths = placed(paths, adopt(event, experiment.domain.length))
        else if (path && event.from === path.count) append(path, event, experiment.steps + 1)
        break
      }
      case 'tries': {
        const path = paths.find((p) => isOf(p, event))
        if (path) path.tries = event.paths
        break
      }
      case 'ending': {
        const path = paths.find((p) => isOf(p, event))
        if (path) path.ending = event
        break
      }
      case 'surface':
        if (event.detail === 2) {
          full = event
          break
        }
        surface = event
        full = undefined
        surfaceRevision += 1
        break
      case 'critical':
        critical = event
        break
      case 'at':
        at = experiment.starts.map((_, i) => (i === event.start ? event.report : at[i]))
        break
      case 'notice':
        if (!notices.includes(event.says)) notices = [...notices, event.says]
        break
      case 'runs-done':
        runsDone = true
        break
    }
  }
  return {
    revision: results.revision + (events.length > 0 ? 1 : 0),
    paths,
    surface,
    full,
    surfaceRevision,
    critical,
    at,
    notices,
    busy: !done,
    runsDone: runsDone || done,
    delivered: deliveredAfter(held, events, experiment, done),
  }
}

/**
 * The results kept when `after` replaces `before`: drawn until the new ones arrive, except what is no longer true of any part of
 * the new experiment. Trajectories follow their run and their start when the lists change. The revision rises only where that
 * changes what there is to draw, so that a start which is dragged has nothing drawn anew before its new iterates come.
 */
export function reconcile(results: Results, before: Experiment, after: Experiment): Results {
  const notices = sameGround(before, after) ? results.notices : []
  const kept = { ...results, busy: true, runsDone: false, notices }
  const revision = results.revision + 1
  const sameSpace = before.domain.length === after.domain.length
  const typing = before.landscape.kind === 'formula' && after.landscape.kind === 'formula'
  const otherEntry = !typing && !sameChoice(before.landscape, after.landscape)
  if (!sameSpace || otherEntry) {
    return { ...noResults(), revision, surfaceRevision: results.surfaceRevision + 1, busy: true }
  }
  const runs = follow(before.runs, after.runs, sameMethod)
  const starts = follow(before.starts, after.starts, (a, b) => a.every((v, k) => Object.is(v, b[k])))
  if (isIdentity(runs, after.runs.length) && isIdentity(starts, after.starts.length)) return kept
  const paths = results.paths.flatMap((path) => {
    const run = runs[path.run]
    const start = starts[path.start]
    if (run === undefined || start === undefined) return []
    return [{ ...path, run, start, ending: path.ending && { ...path.ending, run, start } }]
  })
  const at = after.starts.map((_, i) => results.at[starts.indexOf(i)])
  return { ...kept, revision, paths: paths.sort(byKey), at, delivered: { ...results.delivered, runs: undefined } }
}

/**
 * Where each entry of a list went: new index per old index, undefined where it is gone. In a list of the same length an entry
 * that went nowhere was edited and keeps its place.
 */
function follow<T>(before: readonly T[], after: readonly T[], same: (a: T, b: T) => boolean): (number | undefined)[] {
  if (before === after) return before.map((_, i) => i)
  const taken = new Set<number>()
  const take = (index: number): number | undefined => {
    if (index < 0 || taken.has(index)) return undefined
    taken.add(index)
    return index
  }
  const free = (old: T, test: (a: T, b: T) => boolean) => after.findIndex((entry, i) => !taken.has(i) && test(old, entry))
  const byIdentity = before.map((old) => take(free(old, (a, b) => a === b)))
  const byValue = before.map((old, i) => byIdentity[i] ?? take(free(old, same)))
  if (before.length !== after.length) return byValue
  return byValue.map((index, i) => index ?? take(i))
}

const isIdentity = (map: readonly (number | undefined)[], length: number) =>
  map.length === length && map.every((to, from) => to === from)
const isOf = (path: Path, key: PathKey) => path.run === key.run && path.start === key.start
const byKey = (a: Path, b: Path) => a.run - b.run || a.start - b.start

function placed(paths: readonly Path[], path: Path): readonly Path[] {
  const index = paths.findIndex((p) => isOf(p, path))
  return index < 0 ? [...paths, path].sort(byKey) : paths.with(index, path)
}

function adopt(chunk: PathChunk, dimension: number): Path {
  const path: Path = {
    run: chunk.run,
    start: chunk.start,
    dimension,
    count: chunk.count,
    x: chunk.x,
    f: chunk.f,
    gradient: chunk.gradient,
    hessian: chunk.hessian,
    sharpness: new Float64Array(chunk.count),
    norm: new Float64Array(chunk.count),
    ...(chunk.seen && { seen: chunk.seen }),
    ...(chunk.average && { average: chunk.average }),
    memory: { ...chunk.memory },
    ending: undefined,
  }
  derive(path, 0)
  return path
}

function append(path: Path, chunk: PathChunk, expected: number): void {
  const from = path.count
  const needed = from + chunk.count
  const n = path.dimension
  const wished = expected <= AT_ONCE ? expected : Math.min(2 * needed, expected)
  const room = path.f.length >= needed ? path.f.length : Math.max(needed, wished)
  path.x = extended(path.x, chunk.x, from * n, room * n)
  path.f = extended(path.f, chunk.f, from, room)
  path.gradient = extended(path.gradient, chunk.gradient, from * n, room * n)
  path.hessian = extended(path.hessian, chunk.hessian, from * n * n, room * n * n)
  if (chunk.seen) path.seen = extended(path.seen ?? new Float64Array(0), chunk.seen, from * n, room * n)
  if (chunk.average) {
    const { x, f } = path.average ?? { x: new Float64Array(0), f: new Float64Array(0) }
    path.average = { x: extended(x, chunk.average.x, from * n, room * n), f: extended(f, chunk.average.f, from, room) }
  }
  path.sharpness = extended(path.sharpness, undefined, from, room)
  path.norm = extended(path.norm, undefined, from, room)
  for (const [slot, column] of Object.entries(chunk.memory)) {
    const width = column.length / chunk.count
    path.memory[slot] = extended(path.memory[slot] ?? new Float64Array(0), column, from * width, room * width)
  }
  path.count = needed
  derive(path, from)
}

function extended(column: Float64Array, added: Float64Array | undefined, at: number, room: number): Float64Array {
  let target = column
  if (column.length < room) {
    target = new Float64Array(room)
    target.set(at < column.length ? column.subarray(0, at) : column)
  }
  if (added) target.set(added, at)
  return target
}

/** Fills norm and sharpness (largest eigenvalue of the Hessian) for the iterates from `from` on. */
function derive(path: Path, from: number): void {
  const { dimension: n, gradient, hessian, count } = path
  for (let i = from; i < count; i++) {
    let square = 0
    for (let k = 0; k < n; k++) square += gradient[i * n + k] ** 2
    path.norm[i] = Number.isFinite(square) ? Math.sqrt(square) : Math.hypot(...gradient.subarray(i * n, i * n + n))
    path.sharpness[i] = largestEigenvalue(hessian, i * n * n, n)
  }
}
