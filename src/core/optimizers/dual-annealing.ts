/**
 * Generalised simulated annealing with a local search (Xiang, Sun, Fan & Gong, Phys. Lett. A 233, 1997; Xiang, Gubian, Suomela &
 * Hoeng, R Journal 5, 2013), with the parts and names of scipy.optimize.dual_annealing. Two things are not SciPy's. The local search asks
 * for values only: it is a simplex, and goes along a kink where that ends on one. And where nothing gets better it starts after
 * `patience` steps, not 1000, from the lowest point tried since the last one where none has been: SciPy's 1000 sweeps end in the wrong
 * minimum of Griewank's function or the drop wave once in four times.
 */
import { exp, log, pow } from '../math/elementary.ts'
import { logGamma } from '../math/gamma.ts'
import { alongKink } from '../math/kink-search.ts'
import { simplexSearch } from '../math/simplex-search.ts'
import { heightAt, placeAll, shares, valueAt } from './population.ts'
import type { Oracle, Setting } from './optimizer.ts'

export interface Annealed {
  /** Where the chain stands, and its height; infinite where there is none. */
  current: Float64Array
  f: number
  best: Float64Array
  lowest: number
  temperature: number
  /** Steps since the last time it was heated up. */
  since: number
  /** Steps without a new best point or a local search, and the lowest point tried in them where none has been searched. */
  stale: number
  promising: Float64Array
  promise: number
  /** Where local searches have ended. */
  readonly searched: Float64Array[]
  trial: Float64Array
  taken: number
}

/** Side of the first simplex of a local search, as a share of the domain: small enough to stay, large enough to step over ripples. */
const COARSE = 0.02
/** A gain too small to search on for. */
const FATOL = 1e-12
/** A share of the domain's sides: what is nearer than this along all of them is the same place. */
const AWAY = 0.02
/** Most places that are remembered as searched, the latest ones. */
const PLACES = 200

/** Tsallis' cooling: T₀ (2^(q-1) − 1) / ((k + 2)^(q-1) − 1) after k steps. */
function cooled({ initial_temp, visit }: Setting['hyper'], k: number): number {
  return (initial_temp * (pow(2, visit - 1) - 1)) / (pow(k + 2, visit - 1) - 1)
}

/** One strategy chain: every coordinate at once n times, then one after the other; then, where it is due, a local search. */
export function anneal(memory: Annealed, oracle: Oracle, setting: Setting, t: number): void {
  const { hyper, domain, uniform } = setting
  const n = domain.length
  const height = (x: Float64Array): number => heightAt(x, oracle)
  let better = t === 1
  if (t === 1) {
    memory.f = height(memory.current)
    memory.lowest = memory.f
  }
  let temperature = cooled(hyper, memory.since)
  if (temperature < hyper.initial_temp * hyper.restart_temp_ratio) {
    memory.since = 0
    temperature = hyper.initial_temp
    memory.current = Float64Array.from(domain, ([lo, hi], i) => lo + (hi - lo) * uniform(t, 2 * n, i))
    memory.f = height(memory.current)
  }
  memory.temperature = temperature
  for (let j = 0; j < 2 * n; j++) {
    const at = visited(memory.current, temperature, setting, t, j)
    const f = height(at)
    memory.trial = at
    memory.taken = Number(f < memory.f || uniform(t, j, 100) <= acceptance(hyper.accept, (f - memory.f) * (memory.since + 1), temperature))
    if (f < memory.promise && isAway(at, memory.searched, domain)) {
      memory.promising = at
      memory.promise = f
    }
    if (memory.taken === 0) continue
    memory.current = at
    memory.f = f
    if (f < memory.lowest) {
      memory.best = at
      memory.lowest = f
      better = true
    }
  }
  memory.since++
  memory.stale = better ? 0 : memory.stale + 1
  if (hyper.patience === 0 || !(better || memory.stale >= hyper.patience)) return
  search(memory, oracle, setting, better)
}

/** A simplex search inside the domain: coarse from the most promising point, and to the end where that is lower than all before. */
function search(memory: Annealed, oracle: Oracle, { domain }: Setting, better: boolean): void {
  const n = domain.length
  const value = (u: Float64Array): number => valueAt(u, domain, oracle)
  const [from, f] = better ? [memory.best, memory.lowest] : [memory.promising, memory.promise]
  const coarse = simplexSearch(value, { start: shares(from, domain), value: f, size: COARSE, xatol: 0.1 * COARSE, fatol: Infinity, limit: 16 * n })
  if (coarse.f < memory.lowest) {
    const fine = { start: coarse.x, value: coarse.f, size: 0.1 * COARSE, xatol: 1e-9, fatol: FATOL, limit: 100 * n }
    const gains = memory.lowest - coarse.f > FATOL
    const near = gains ? simplexSearch(value, fine) : coarse
    const bottom = { x: placeAll(near.x, domain), f: near.f }
    const end = gains ? alongKink((x) => heightAt(x, oracle), bottom, domain) : bottom
    memory.current = memory.best = end.x
    memory.f = memory.lowest = end.f
  }
  memory.searched.push(placeAll(coarse.x, domain))
  if (memory.searched.length > PLACES) memory.searched.shift()
  memory.stale = 0
  memory.promise = Infinity
}

/** Whether a point is in none of these places. */
const isAway = (x: Float64Array, places: readonly Float64Array[], domain: Setting['domain']): boolean =>
  places.every((place) => domain.some(([lo, hi], i) => Math.abs(x[i] - place[i]) > AWAY * (hi - lo)))

/** Tsallis' acceptance of a rise: [1 − (1 − qₐ) Δ / T]^(1/(1 − qₐ)), 0 where the bracket is negative. */
function acceptance(accept: number, rise: number, temperature: number): number {
  const bracket = 1 - ((1 - accept) * rise) / temperature
  return bracket > 0 ? pow(bracket, 1 / (1 - accept)) : 0
}

/** Where visit `j` of a step goes: the visiting distribution, wrapped round the domain. */
function visited(from: Float64Array, temperature: number, { hyper: { visit }, domain, normal }: Setting, t: number, j: number): Float64Array {
  const n = from.length
  const scale = spread(visit, temperature)
  return from.map((v, i) => {
    if (j >= n && i !== j - n) return v
    const [lo, hi] = domain[i]
    const wide = hi - lo
    const jump = (scale * normal(t, j, i, 0)) / pow(Math.abs(normal(t, j, i, 1)), (visit - 1) / (3 - visit))
    const away = Math.min(FAR, Math.max(-FAR, jump)) + v - lo
    return lo + (((away % wide) + wide) % wide)
  })
}

/** Longer jumps than this are as good as anywhere. */
const FAR = 1e8

/** σ of the normal number in the visiting distribution's numerator (Tsallis & Stariolo, Physica A 233, 1996, p. 405). */
function spread(q: number, temperature: number): number {
  const width = 0.5 * log(Math.PI) + (4 - q) * log(q - 1) - ((2 - q) * log(2)) / (q - 1) - log(3 - q) + log(temperature) / (q - 1)
  return exp((-(q - 1) * (logGamma(1 / (q - 1) - 0.5) - width)) / (3 - q))
}
