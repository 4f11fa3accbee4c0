/** Files that the page hands out: pictures, tables, arrays for numpy. */

/** Offers `blob` as a download. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** Offers `width` pixels a row as a PNG. */
export function savePixels(pixels: Uint8ClampedArray<ArrayBuffer>, width: number, name: string): void {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = pixels.length / 4 / width
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, width), 0, 0)
  canvas.toBlob((blob) => {
    if (blob) save(blob, name)
  })
}

/** One line of comma-separated values per row, the first with the names. Cells with a comma or a quotation mark are quoted (RFC 4180). */
export function csvText(names: readonly string[], count: number, row: (k: number) => readonly (string | number)[]): string {
  const cell = (v: string | number): string => (typeof v === 'string' && /[",\n]/.test(v) ? `"${v.replaceAll('"', '""')}"` : String(v))
  const line = (cells: readonly (string | number)[]): string => cells.map(cell).join(',')
  return `${[line(names), ...Array.from({ length: count }, (_, k) => line(row(k)))].join('\n')}\n`
}

/**
 * Version 1.0 of numpy's format (NEP 1): float64 in C order, so that the last axis of `shape` runs fastest.
 * @param values as many as `shape` has entries
 */
export function npyBytes(shape: readonly number[], values: Float64Array): Uint8Array<ArrayBuffer> {
  const text = `{'descr': '<f8', 'fortran_order': False, 'shape': (${shape.join(', ')}${shape.length === 1 ? ',' : ''}), }`
  const length = 64 * Math.ceil((10 + text.length + 1) / 64)
  const bytes = new Uint8Array(length + 8 * values.length)
  bytes.set([0x93, ...[...'NUMPY'].map((c) => c.charCodeAt(0)), 1, 0, (length - 10) & 255, (length - 10) >> 8])
  const header = `${text.padEnd(length - 11)}\n`
  for (let i = 0; i < header.length; i++) bytes[10 + i] = header.charCodeAt(i)
  const view = new DataView(bytes.buffer)
  values.forEach((v, i) => view.setFloat64(length + 8 * i, v, true))
  return bytes
}
