const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** The number a text stands for, NaN where it is none. Only what JavaScript prints and people write: no hexadecimal, no commas. */
export function readNumber(text: string): number {
  const trimmed = text.trim()
  return NUMBER.test(trimmed) ? Number(trimmed) : NaN
}
