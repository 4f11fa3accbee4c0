/** Words beside the ends of tries: where many lie close together, those of the most frequent are kept. Pure. */

export interface Wanted {
  readonly key: number
  /** The middle of the words, in px of the plot. */
  readonly x: number
  /** Feet of the words, the best first. */
  readonly feet: readonly number[]
  /** What to say, and what to say where that has no room. */
  readonly texts: readonly string[]
}

export interface Placed extends Pick<Wanted, 'key' | 'x'> {
  /** The foot of the words. */
  readonly y: number
  readonly text: string
}

/** What words must not cover. */
export interface Circle {
  readonly cx: number
  readonly cy: number
  readonly r: number
}

/** About the size of the letters at 13 px, and the air round them, in px. */
const WIDTH = 7.4
const HEIGHT = 12
const AIR = 2

/** As many of the words as have room in a plot of this size without touching each other or these circles, the first ones first. */
export function placeWords(wanted: readonly Wanted[], width: number, height: number, circles: readonly Circle[] = []): readonly Placed[] {
  const placed: Placed[] = []
  const half = (text: string): number => (text.length * WIDTH) / 2
  const touches = (one: Placed, other: Placed): boolean =>
    Math.abs(one.x - other.x) < half(one.text) + half(other.text) + AIR && Math.abs(one.y - other.y) < HEIGHT + AIR
  const covers = ({ x, y, text }: Placed, { cx, cy, r }: Circle): boolean => Math.abs(x - cx) < half(text) + r && cy - r < y && cy + r > y - HEIGHT + AIR
  for (const { key, x, feet, texts } of wanted) {
    const found = texts.flatMap((text) => feet.map((y): Placed => ({ key, x: Math.min(width - half(text), Math.max(half(text), x)), y, text })))
      .find((one) => one.y >= HEIGHT && one.y <= height && !placed.some((other) => touches(one, other)) && !circles.some((circle) => covers(one, circle)))
    if (found) placed.push(found)
  }
  return placed
}
