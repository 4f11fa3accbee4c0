/**
 * Angles beyond the reach of three parts of π/2, reduced exactly: x 2/π in whole numbers, with all digits of 2/π that a double can bring
 * before the point and more than 200 after it (Payne & Hanek, ACM SIGNUM Newsletter 18, 1983, 19-24). Takes a microsecond, for angles
 * that formulas seldom have.
 */

/** 2/π and π/2, so many binary digits after the point. */
const FRACTION = 1264n
const TWO_OVER_PI = BigInt('0x'
  + 'a2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921cfe1d'
  + 'eb1cb129a73ee88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980fef2f118b'
  + '5a0a6d1f6d367ecf27cb09b74f463f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d0856033046fc7b'
  + '6babf0cfbc209af4')
const HALF_FRACTION = 128n
const HALF_PI = 0x1921fb54442d18469898cc51701b839a2n
/** Digits kept of what is left beside a multiple of π/2; no double comes nearer to one than 2^-62. */
const KEPT = 256n
const UNIT = 2 ** -Number(KEPT + HALF_FRACTION)

const scratch = new Float64Array(1)
const bits = new BigUint64Array(scratch.buffer)
/** The latest x, and quarter, angle and tail that belong to it: the three are asked for one after the other. */
const latest = new Float64Array([NaN, 0, NaN, 0])

/** The last two binary digits of k, where x = k π/2 + y, |y| <= π/4; for |x| > 1. */
export const largeQuarter = (x: number): number => partOf(x, 1)
/** y, rounded. */
export const largeAngle = (x: number): number => partOf(x, 2)
/** What was added to y in rounding it. */
export const largeTail = (x: number): number => partOf(x, 3)

function partOf(x: number, part: number): number {
  if (!Number.isFinite(x)) return NaN
  if (latest[0] !== x) reduce(x)
  return latest[part]
}

function reduce(x: number): void {
  scratch[0] = x
  const exponent = ((bits[0] >> 52n) & 0x7ffn) - 1075n
  const digits = (bits[0] & 0xfffffffffffffn) | 0x10000000000000n
  const turns = (x < 0 ? -digits : digits) * TWO_OVER_PI
  const shift = FRACTION - exponent
  const k = (turns + (1n << (shift - 1n))) >> shift
  const angle = ((turns - (k << shift)) >> (shift - KEPT)) * HALF_PI
  const rounded = Number(angle)
  latest.set([x, Number(k & 3n), rounded * UNIT, Number(BigInt(rounded) - angle) * UNIT])
}
