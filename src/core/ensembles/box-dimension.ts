/**
 * How rough a border is: the box-counting dimension (Falconer, Fractal Geometry, 3rd ed., sec. 2.1) of the border between two parts of a
 * grid. 1 for a smooth curve; the borders of trainability that Sohl-Dickstein (arXiv 2402.06184) found are rougher.
 */

/** Boxes are counted up to this part of the shorter side. */
const COARSEST = 8

/**
 * The dimension of the border between cells with a 1 and cells with a 0 in a grid of rows of `width` cells: minus the slope of log N(s)
 * over log s by least squares, where N(s) of the boxes of s × s cells hold a cell whose right or upper neighbour is of the other part,
 * s = 1, 2, 4, … up to an eighth of the shorter side. NaN where there are fewer than three sizes, or no border.
 */
export function boxDimension(part: Uint8Array, width: number): number {
  const most = Math.min(width, part.length / width) / COARSEST
  let edge = borderOf(part, width)
  let across = width
  const counts: number[] = []
  for (let size = 1; size <= most; size *= 2) {
    counts.push(edge.reduce((sum, v) => sum + v, 0))
    edge = halved(edge, across)
    across = Math.ceil(across / 2)
  }
  if (counts.length < 3 || counts.some((count) => count === 0)) return NaN
  const heights = counts.map((count) => Math.log2(count))
  const middle = (counts.length - 1) / 2
  const mean = heights.reduce((sum, v) => sum + v, 0) / heights.length
  let [over, under] = [0, 0]
  heights.forEach((v, k) => {
    over += (k - middle) * (v - mean)
    under += (k - middle) ** 2
  })
  return -over / under
}

function borderOf(part: Uint8Array, width: number): Uint8Array {
  return part.map((v, cell) => {
    const right = (cell + 1) % width !== 0 && part[cell + 1] !== v
    const above = cell + width < part.length && part[cell + width] !== v
    return right || above ? 1 : 0
  })
}

/** Boxes of twice the size: 1 where one of the four has a 1. */
function halved(edge: Uint8Array, width: number): Uint8Array {
  const across = Math.ceil(width / 2)
  const next = new Uint8Array(across * Math.ceil(edge.length / width / 2))
  edge.forEach((v, cell) => {
    if (v === 1) next[Math.floor(Math.floor(cell / width) / 2) * across + Math.floor((cell % width) / 2)] = 1
  })
  return next
}
