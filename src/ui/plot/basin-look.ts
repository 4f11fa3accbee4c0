/** The theme's colours of basins, read once per theme. */
import type { BasinLook } from './basin-paint.ts'
import { rgb } from './style.ts'

let cached: BasinLook | undefined
let cachedFor = ''

export function basinLook(): BasinLook {
  const root = document.documentElement
  const theme = root.getAttribute('data-theme') ?? 'light'
  if (cached && cachedFor === theme) return cached
  const style = getComputedStyle(root)
  const get = (name: string) => rgb(style.getPropertyValue(name))
  cachedFor = theme
  cached = { hues: ['--ba', '--bb', '--bc', '--bd'].map(get), ground: get('--sunken'), line: get('--bx') }
  return cached
}
