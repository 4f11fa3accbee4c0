/**
 * Random numbers without state: the same seed and keys give the same number, in any order. Noise keyed by (seed, run, step)
 * cannot change when a run is sliced, resumed or reordered.
 */
import { cos, log } from './elementary.ts'

/** 32 bits from a seed and whole-number keys, by MurmurHash3's mixing (Appleby 2011). */
export function hash(seed: number, ...keys: readonly number[]): number {
  return finished(absorbed(seed, keys), keys.length)
}

/** Uniform in [0, 1) with 53 bits. */
export function uniform(seed: number, ...keys: readonly number[]): number {
  return uniformAfter(absorbed(seed, keys), keys.length)
}

/** Standard normal, by the transform of Box & Muller (1958). */
export function normal(seed: number, ...keys: readonly number[]): number {
  const state = absorbed(seed, keys)
  const count = keys.length + 1
  const radius = Math.sqrt(-2 * log(1 - uniformAfter(withKey(state, 2), count)))
  return radius * cos(2 * Math.PI * uniformAfter(withKey(state, 3), count))
}

/** The two halves of a double from the state after `count` keys, as if by two further keys. */
function uniformAfter(state: number, count: number): number {
  const high = finished(withKey(state, 0), count + 1) >>> 5
  const low = finished(withKey(state, 1), count + 1) >>> 6
  return (high * 67108864 + low) / 9007199254740992
}

function absorbed(seed: number, keys: readonly number[]): number {
  let h = mix(seed | 0, Math.floor(seed / 4294967296) | 0)
  for (let i = 0; i < keys.length; i++) h = withKey(h, keys[i])
  return h
}

/** A key as its lower and upper 32 bits. */
function withKey(h: number, key: number): number {
  return mix(mix(h, key | 0), Math.floor(key / 4294967296) | 0)
}

function mix(h: number, key: number): number {
  let k = Math.imul(key, 0xcc9e2d51)
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593)
  const mixed = h ^ k
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0
}

function finished(state: number, keys: number): number {
  let h = state ^ (keys * 4 + 4)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** 0 to count - 1 in random order (Fisher & Yates 1938; Durstenfeld 1964). `random(i)` is uniform in [0, 1). */
export function permutation(count: number, random: (i: number) => number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, row) => row)
  for (let i = count - 1; i > 0; i--) {
    const k = Math.floor(random(i) * (i + 1))
    const held = order[i]
    order[i] = order[k]
    order[k] = held
  }
  return order
}
