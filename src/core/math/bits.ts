/** The parts of a double, in plain JavaScript. */

/** 2^(i - 1023) at index i. */
const POWERS_OF_TWO = new Float64Array(2047)
for (let i = 0, power = 1; i <= 1023; i++, power *= 2) POWERS_OF_TWO[1023 + i] = power
for (let i = 1, power = 0.5; i <= 1023; i++, power /= 2) POWERS_OF_TWO[1023 - i] = power

const scratch = new Float64Array(1)
const words = new Uint32Array(scratch.buffer)
/** Which of the two words of a double holds sign and exponent on this machine. */
const HIGH_WORD = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0

/** 2^k for a whole number -1023 < k < 1024. */
export function powerOfTwo(k: number): number {
  return POWERS_OF_TWO[(k | 0) + 1023]
}

/** k where x = 2^k m, 1 <= m < 2, for normal x > 0. */
export function exponent(x: number): number {
  scratch[0] = x
  return (words[HIGH_WORD] >>> 20) - 1023
}

/** That m, where k = exponent(x). */
export function mantissa(x: number, k: number): number {
  return x * POWERS_OF_TWO[1023 - k]
}

/** x^y where the standard fixes it exactly: for 0, 1, infinity and NaN. */
export function specialPower(x: number, y: number): number {
  return x ** y
}
