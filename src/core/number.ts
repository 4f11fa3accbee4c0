const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/**
 * The number a text stands for, NaN where it is none. Only what JavaScript prints and people write: no hexadecimal, no commas; the true
 * minus (U+2212), which the page shows numbers with, is a minus as well.
 */
export function readNumber(text: string): number {
  const trimmed = text.trim().replaceAll('\u2212', '-')
  return NUMBER.test(trimmed) ? Number(trimmed) : NaN
}
