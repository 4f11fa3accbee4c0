/**
 * The page's colours and fonts as canvas and plotly need them: the CSS custom properties of theme.css, resolved once per theme.
 */

/** A colour as red, green, blue from 0 to 255. */
export type Rgb = readonly [number, number, number]

export interface Tokens {
  /** `light` or `dark`, as set on the root element. */
  readonly theme: string
  readonly bg: string
  readonly panel: string
  readonly sunken: string
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly line: string
  readonly lineStrong: string
  readonly solid: string
  readonly onSolid: string
  readonly focus: string
  readonly casing: string
  readonly halo: string
  /** Elevation ramp, lowest first. */
  readonly ramp: readonly Rgb[]
  readonly iso: string
  readonly isoIndex: string
  readonly isoText: string
  readonly skirt: string
  readonly skirt2: string
  /** Hues of the runs, `--r1` first. */
  readonly runs: readonly string[]
  readonly fontUi: string
  readonly fontMath: string
  /** How many of 255 levels the hillshade lifts lit slopes and lowers shaded ones. */
  readonly relief: { readonly lift: number; readonly drop: number }
}

const RUNS = 7
/** Dash patterns of `--r1` … `--r7`; the eighth run takes the first hue again with a dash of its own. */
const DASHES: readonly (readonly number[])[] = [[], [9, 4], [2, 3.5], [9, 3, 2, 3], [5, 3], [14, 4], [14, 3, 2, 3]]
const EIGHTH: readonly number[] = [2, 2, 6, 2]

export interface RunStyle {
  /** The custom property with the run's hue, e.g. `--r1`, for CSS and SVG. */
  readonly variable: string
  /** Position of the hue in `Tokens.runs`. */
  readonly hue: number
  /** Dash and gap lengths in px; empty for a solid line. */
  readonly dash: readonly number[]
}

/** Hue and dash of run `index` (0-based position in the experiment's list). Hue and dash together repeat after eight runs. */
export function runStyle(index: number): RunStyle {
  const place = index % (RUNS + 1)
  const hue = place % RUNS
  return { variable: `--r${hue + 1}`, hue, dash: place < RUNS ? DASHES[place] : EIGHTH }
}

/** Colour of run `index` in the current theme. */
export function runColour(tokens: Tokens, index: number): string {
  return tokens.runs[runStyle(index).hue]
}

/** Reads `#abc`, `#aabbcc` and `rgb(1 2 3)` / `rgba(1,2,3,.5)`; mid grey for anything else (a page without its style sheet). */
export function rgb(colour: string): Rgb {
  const text = colour.trim()
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text)
  if (short) return [parseInt(short[1] + short[1], 16), parseInt(short[2] + short[2], 16), parseInt(short[3] + short[3], 16)]
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(text)
  if (long) return [parseInt(long[1], 16), parseInt(long[2], 16), parseInt(long[3], 16)]
  const call = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/i.exec(text)
  if (call) return [Number(call[1]), Number(call[2]), Number(call[3])]
  return [128, 128, 128]
}

/** `part` of the way from one colour to another. */
export function mixed(from: Rgb, to: Rgb, part: number): Rgb {
  const at = (i: 0 | 1 | 2): number => from[i] + part * (to[i] - from[i])
  return [at(0), at(1), at(2)]
}

/** `rgb(…)` text of a colour. */
export function css([red, green, blue]: Rgb): string {
  return `rgb(${Math.round(red)},${Math.round(green)},${Math.round(blue)})`
}

let cached: Tokens | undefined
let cachedFor = ''

/**
 * The tokens in force on the root element. Cached until the root's `data-theme` changes, so it may be called in every frame.
 */
export function readTokens(element: Element = document.documentElement): Tokens {
  const theme = element.getAttribute('data-theme') ?? 'light'
  if (cached && cachedFor === theme && element === document.documentElement) return cached
  const style = getComputedStyle(element)
  const get = (name: string): string => style.getPropertyValue(name).trim()
  const tokens: Tokens = {
    theme,
    bg: get('--bg'), panel: get('--panel'), sunken: get('--sunken'),
    ink: get('--ink'), ink2: get('--ink-2'), ink3: get('--ink-3'), line: get('--line'), lineStrong: get('--line-strong'),
    solid: get('--solid'), onSolid: get('--on-solid'), focus: get('--focus'), casing: get('--casing'), halo: get('--halo'),
    ramp: [0, 1, 2, 3, 4].map((i) => rgb(get(`--ls-${i}`))),
    iso: get('--iso'), isoIndex: get('--iso-i'), isoText: get('--iso-t'), skirt: get('--skirt'), skirt2: get('--skirt-2'),
    runs: Array.from({ length: RUNS }, (_, i) => get(`--r${i + 1}`)),
    fontUi: get('--font-ui') || 'system-ui, sans-serif',
    fontMath: get('--font-math') || 'serif',
    relief: theme === 'dark' ? { lift: 21, drop: 21 } : { lift: 12, drop: 31 },
  }
  // A style sheet that has not arrived yet must not be remembered.
  if (element === document.documentElement && tokens.ink !== '') {
    cached = tokens
    cachedFor = theme
  }
  return tokens
}
