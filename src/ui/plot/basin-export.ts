/** The basin map as files: a picture, a table, an array for numpy. */
import { minimaOf, startOf } from '../../core/ensembles/job.ts'
import { basins, type Basins, type Grid } from '../../store/basins.ts'
import { resolvedOf } from '../../store/resolved.ts'
import { basinLook } from './basin-look.ts'
import { paintBasins } from './basin-paint.ts'
import { fateName } from './basin-words.ts'

/** One row per start: where it is, where it ends, after how many steps, and its last iterate. */
export function basinCsv({ shape, fate, steps, end }: Grid, job: NonNullable<Basins['job']>): string {
  const { domain } = job.experiment
  const names = resolvedOf(job.experiment).coordinates
  const rows = [[...names, 'end', 'steps', ...names.map((name) => `${name}_end`)].join(',')]
  for (let cell = 0; cell < fate.length; cell++) {
    const n = names.length
    rows.push([...startOf(domain, shape, cell), fateName(fate[cell], job), steps[cell], ...end.subarray(cell * n, cell * n + n)].join(','))
  }
  return `${rows.join('\n')}\n`
}

/**
 * Version 1.0 of numpy's format (NEP 1): float64, C order, rows from low y, the last axis holding fate (0 for A, 1 for B, negative for no
 * minimum), steps and the last iterate.
 */
export function basinNpy({ shape, fate, steps, end }: Grid): Uint8Array<ArrayBuffer> {
  const n = shape.length
  const width = 2 + n
  const dims = [...shape.toReversed(), width].join(', ')
  const text = `{'descr': '<f8', 'fortran_order': False, 'shape': (${dims}), }`
  const length = 64 * Math.ceil((10 + text.length + 1) / 64)
  const bytes = new Uint8Array(length + 8 * width * fate.length)
  bytes.set([0x93, ...[...'NUMPY'].map((c) => c.charCodeAt(0)), 1, 0, (length - 10) & 255, (length - 10) >> 8])
  const header = `${text.padEnd(length - 11)}\n`
  for (let i = 0; i < header.length; i++) bytes[10 + i] = header.charCodeAt(i)
  const view = new DataView(bytes.buffer)
  const put = (cell: number, k: number, v: number): void => view.setFloat64(length + 8 * (cell * width + k), v, true)
  for (let cell = 0; cell < fate.length; cell++) {
    put(cell, 0, fate[cell])
    put(cell, 1, steps[cell])
    for (let i = 0; i < n; i++) put(cell, 2 + i, end[cell * n + i])
  }
  return bytes
}

/** The finest whole grid. */
function whole(): { readonly grid: Grid; readonly job: NonNullable<Basins['job']> } | undefined {
  const { grids, job } = basins.getState()
  const grid = grids.find((one) => one.filled === one.fate.length)
  return grid && job && minimaOf(job.critical) ? { grid, job } : undefined
}

export function saveCsv(): void {
  const shown = whole()
  if (shown) save(new Blob([basinCsv(shown.grid, shown.job)], { type: 'text/csv' }), 'basins.csv')
}

export function saveNpy(): void {
  const shown = whole()
  if (shown) save(new Blob([basinNpy(shown.grid)]), 'basins.npy')
}

export function savePng(): void {
  const shown = whole()
  if (!shown) return
  const { domain } = shown.job.experiment
  const [width, height] = domain.length === 1 ? [1024, 32] : [1024, 1024]
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.putImageData(new ImageData(paintBasins([shown.grid], domain, domain, width, height, basinLook()), width, height), 0, 0)
  canvas.toBlob((blob) => {
    if (blob) save(blob, 'basins.png')
  })
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
