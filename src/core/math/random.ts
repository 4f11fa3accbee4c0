/**
 * Random numbers without state: the same seed and keys give the same number, in any order. Noise keyed by (seed, run, step)
 * cannot change when a run is sliced, resumed or reordered.
 */
import { cos, log } from './elementary.ts'

/** 32 bits from a seed and whole-number keys, by MurmurHash3's mixing (Appleby 2011). */
export function hash(seed: number, ...keys: readonly number[]): number {
  let h = mix(seed | 0, Math.floor(seed / 4294967296) | 0)
  for (const key of keys) h = mix(mix(h, key | 0), Math.floor(key / 4294967296) | 0)
  h ^= keys.length * 4 + 4
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

function mix(h: number, key: number): number {
  let k = Math.imul(key, 0xcc9e2d51)
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593)
  const mixed = h ^ k
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0
}

/** Uniform in [0, 1) with 53 bits. */
export function uniform(seed: number, ...keys: readonly number[]): number {
  const high = hash(seed, ...keys, 0) >>> 5
  const low = hash(seed, ...keys, 1) >>> 6
  return (high * 67108864 + low) / 9007199254740992
}

/** Standard normal, by the transform of Box & Muller (1958). */
export function normal(seed: number, ...keys: readonly number[]): number {
  const radius = Math.sqrt(-2 * log(1 - uniform(seed, ...keys, 2)))
  return radius * cos(2 * Math.PI * uniform(seed, ...keys, 3))
}
