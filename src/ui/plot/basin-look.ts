/** The theme's colours of basins, read once per theme. */
import type { BasinLook } from './basin-paint.ts'
import { mixed, rgb, type Rgb } from './style.ts'

let cached: BasinLook | undefined
let cachedFor = ''

const WHITE: Rgb = [255, 255, 255]
const BLACK: Rgb = [0, 0, 0]

/** From fast to slow: on paper from a tint of the hue to the hue, in the dark from a bright hue to a dim one. */
const RANGES: Readonly<Record<string, readonly [fast: (hue: Rgb) => Rgb, slow: (hue: Rgb) => Rgb]>> = {
  light: [(hue) => mixed(hue, WHITE, 0.5), (hue) => mixed(hue, BLACK, 0.09)],
  dark: [([r, g, b]) => [Math.min(255, 1.36 * r), Math.min(255, 1.36 * g), Math.min(255, 1.36 * b)], (hue) => mixed(hue, BLACK, 0.38)],
}

export function basinLook(): BasinLook {
  const root = document.documentElement
  const theme = root.getAttribute('data-theme') === 'dark' ? 'dark' : 'light'
  if (cached && cachedFor === theme) return cached
  const style = getComputedStyle(root)
  const get = (name: string) => rgb(style.getPropertyValue(name))
  const [fast, slow] = RANGES[theme]
  cachedFor = theme
  cached = {
    hues: ['--ba', '--bb', '--bc', '--bd'].map((name) => [fast(get(name)), slow(get(name))] as const),
    ground: get('--sunken'), line: get('--bx'),
  }
  return cached
}
