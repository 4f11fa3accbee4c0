/**
 * Maunga Whau (Mt Eden), a volcano in Auckland: heights in metres on a grid of 61 rows and 87 columns, 10 m apart, and the smooth
 * surface over them.
 *
 * The heights were digitized from a topographic map by Ross Ihaka and are the dataset `volcano` of R; this is a copy of
 * data/volcano.json of the npm package vega-datasets 3.2.1 (BSD-3-Clause, © University of Washington Interactive Data Lab), whose
 * description warns that they should not be regarded as accurate.
 */
import type { Lattice } from '../math/lattice.ts'
import { exp } from '../math/elementary.ts'

export const COLUMNS = 87
export const ROWS = 61

/** Differences from the height to the left (for the first of a row, from the first of the row before; 100 m before all), m is 0. */
const STEPS = [
  'pnmnmnmmnmlmlmlmmmnomllmonnnmmmmmlmmmmmllmmmlmllmmmmmmlmmmlmlmlmmmmlllmlmmmmmmlmmlmmmmm',
  'nmnmnmnmmmmmmlmmmmmommkmonnmomnlllmmmlmmllmmmlmllmmmmmmlmmmlmlmlmmmlmllmlmmmmmmlmmlmmmm',
  'mnmnmnmnmmmmmmmmmmmmommmmmmnoonlklkmmmmmllmmmlllmmmmmlmmmlmmlmmllmmlmllmlmmmmmmmlmlmmmm',
  'nmnmnmnmnmmmmnmmmmmmnnpmmmmnmnolllkllkmmmmmlmlllmmmmlmmlmmlmmlmmllmlmllmlmmmmmmmlmlmmmm',
  'mnmnmnmnmnmmmnlmmmnpnnrmmmmnnnmlkkllklkllmmmmmlmlnkmlmlmlmmmlmlmmllmlmlllmmmmmmmlmlmmmm',
  'nmnmmnnmnmnmnnllmnppmntomlnmnnlllkjkklklkkmmmmnlmmlmllllmmlmmlmlmmlllmlllmmmmmmmlmlmmmm',
  'mnmnmmnnmnnnnnlnnmpqorpnmmmnmnllkkkijklkkklmmnmllmmllmlnllllmmlmmllllmlllmmmmmmmlmmlmmm',
  'nmnmnmnmonnnnnmpmnosroonmmnomlmljjjijkkklkknlnmllllmlllllmmlmmlmmklmlmlllmmmmmmmmlmlmmm',
  'mnmnmnnnonnnnnoqmoqrqnnomnpnlllkikkgjkkkkllmlmmlllmkllllllmkmlmmnklmmllmllmmmmmmmlmmlmm',
  'mnnmnmmpoonnnpppoprpononooomlnjkjjjigkkkklllllmmlmlklkllllmlllllmlmmmlmlllmmmmmmmlmmlmm',
  'mnnmnmmopooppoppqqoopnppoonmnnjjjijijhikkljkmmlmmllkkklmllllmllmllkmmlmlllmmmmmmmlmmmlm',
  'nmnmnmmopppqpppqpqooprpnoppnmnjgijjiiiiijkjkllmmmmlkkkjmmmllmlmlllkkmmllllmmmmmmmmlmmlm',
  'mnmnmnnoppqqpqpqpqppprpnppommkkkhiijihiihkjklmlllmmlkkilmmmmlmnllkjklmmkllmmmmmmmmlmmml',
  'mnnmmpnoppqrpqpqqpqqqroppkpnkklkihjjgiihhjkjmllllmlmkklilmmmpnllkjkjkmmkllmmmmmmmmmlmml',
  'mnnmopnoqpqqqpqrprqqqqppmnmmkmkligkjfhhiijjllklmlmlmkklnjonmnklljjkkhmmmjlmmmmmmmmmlmmm',
  'mnnnpooqrpppqqqrqqqqqqpmmmnlmmllhhjihfgijjjllkmlmmmlkllmmmnnnlkjjjjklhmmmimmmmmmmmmmlmm',
  'lnopopprrpppprqrrpqqqqmmlnmmlmmkkgjihgfhjjkklkmlnnmklmmkponnmhlhjkkkjllhmmimmmmmmmmmmlm',
  'moorppprropqqqqrqpqrqpjmmlmmmmmkmhhhhgghjkkkkllmommllnmnonmnmkigjjkkiklmhmmjmmmmmmlmmml',
  'noorrqpsqoprqpqrppsqpnjkmllmolmlkjhhghihikkkklmnnmmlnmnnonmmlkjfjjkkjkkllhmmjmmmmmmlmmm',
  'moqssprrpoossppqpqspomjilmlkplmllkhggjiijkkkjlmmommmnnnnommmlkigijkjjimkmlhmmkmmmmmllmm',
  'mosssrqqopprtqpqprqqnkhikmlknlollkjfijikjkkjjmlnmnmnnnnmmmmmmlihijjjjjkllllhmmlmlmmmlml',
  'oosssrqppppssspqpqqpmigjkkjlmnnnkmjijjjkjkjijmlnnmnnnlmmmmmmmkijjijjjjklllllhmmlmmlmmlm',
  'mqssrrqppprrtrspoqqmmhghjjkjnlppnmkikljjkjjiimmmnnmnmllmmmmmmjjjjjjjjkkklmllkhmmlmmlmlm',
  'mrssrqqqqpsrtrqproonlgfhijjjlmnornojklkkjjijimlnnmmmnkllmmmmmkijjjkjjlkkkllllljlllmmlml',
  'msrsrqqqqsssrrqqrnnmmefgijijknmppqrjllkkjjjkilmmnmknmlkllmmmkkkjjjkkkkkkllmlkkljkmlmmlm',
  'mqrtrqrqrvsqqqtnrnnmlfdhiijiinnpqrqmmlkkjkjkjkmmmmllmlklllllkkkljkkkkkkklmlljllllkklmmm',
  'mpsssrrqrusqqrsqoonllfdgiijijlnqqqqqmkkkkkkjjlmmmmkllllklklkklklkkkkkkklkmllkklkkjmmmlm',
  'mosssssqrssrsqrqonnnjfegiijiilnqqqspmmkklkijklommmjklkkkklllkklklkkkkklkllllkljllmjllmm',
  'mnrsturqrtsqqtqppnonhgegijijjkopqpspmmmllkgjlmnnnmjjjkkkjlmkklllkkkkklkkllllkllkllllkkm',
  'korswsrrrtqqptropopohgdhiijkklnppqpqnomlkjfklmnomlkjikkjkllkllllkkkklkkkllllklmlllllkil',
  'moqsusssssqqpsrpppqohgehiijkllnoqpqqoomkihjjmlnommjjijkkkkllllkllliklkklklllkllllmlmkji',
  'lprqqsssrwrqprspqpqnjfhihiillmnnpqpqonmjiijkmmmonkjjjjkjlklllkmllkijlklklklklkllmlmlmih',
  'mpqpqrqrtvuqqqsrpqpnkiiihhklkmnnpopqnnmkhijlmnlpnjjikjkjllllklllllhjklklkkklkjlmmmlllkg',
  'moqrqqprrxsqrrrspqpnmjiiiikkllonoooonnmlihkkmomomkiikjjlllmllkllllhjjlkkkjlljjlmmllmmih',
  'koqsqppqsxsrrqstpppnmljjikjlklommponnmmlihkkonnmmmihjkklklmmmklllkiikkkjkjlkijmmlmlklki',
  'loqqqpqqstutrrstppoommlhlkllmjnlmnnnnmlkiiklnonmmmjgkkkkklmmmmmlkkijjkjjkkkjhklmlmkllkj',
  'moopqqqrsttstrstpoopnmmjkkjmmlmklnnmmllkjjkkooommmkgjkkkklmmmmmmmkiijjkjkkjhgljmlllllll',
  'loopqqqrrustsssrqponpnkljkkmmllkmmmkmllkklkknnqnmmiijkkkklmmmmmmmmiijjjkjjjhfkklllmkmmm',
  'lnpoqqrqrutssstqqpmpomnlkjlmmllilmklmllllklllpponkiiklkkklmmmmmmmmjjjjjkhjjgfkjmlllmmmm',
  'lnpoprrqrttsstsoqoononomlklmlkjkkkkllmmmkklmloooomjikllkklmmmmmmmmljjjjiihhfijkmllmmmlm',
  'mnoopqrqrsuussqpoopnnoommlmlkjjikkklmmmmjkmlmnooommkjkmlklmmmmmmmmlkjjiiigfgjjkmlmmlmmm',
  'nnnooqqqrquvutoonppnnnonmmmljjjiiklmlmmljllmnmnoonmllklmllmmmmmmmmmjjjjhgffijjkmmlmmmmm',
  'nnnnooqqrqswtsqmnnrpnnnomlmlkjiiilllmlmkllmmmmnmnommmllmmmmmmmmmmmlkjjjgfffjjkllmmlmmmm',
  'nnnnnopqprqvtsrmnnoqooonnlmkjjjijklmlmmlkmmmmmmnnmnmmlmmmnmnmmmmmmkkjkhfggfkjlllmlmlmmm',
  'lnnnnooqpqrstptonooopopnmmlljjjijkmlmmkmllmmnmmmnmmmnmmmmnmnnnmmmlkkkkffiggjjmlmlmlllmm',
  'lnnnnnoqpqrqqqsqoonoqppnlmlmjjjjkkkmllklnmmmmnmmmmmmnmmnmnnmmnnmmmjklkgghghiklmlmllllml',
  'mnnnmnooprrqoprqnmprqpqmlmmlkjjjklklmjklnmnmnmmmmmmmnmnnmnnmmnmmmmlkkljfhhgijmlllllmllm',
  'mnnmnnnnprrpooppnooqqrqnmmllkkjkjlllkjklmnmmnnmmmnmnmnmnnnmnmnlmlmllkjliiifijlmklllllmm',
  'mnnmnmnooprppoooooopqqpqmmlkklkjkkklikkmmnmnmnnmmnnmnmnnnnmnmmlmllmkjklkjiiijjlkllmllmm',
  'lnnnmnnnnoqropoonpopppqoommkkkkkjkkjjkknmnmnnmnmnmnmnmnnnmnmnmlmlllkkllljiiikkklllllmml',
  'mnnmnmnnoooqpopnopopoppqommkkkkkjjkjjjlnmmnomnnmmnmmnmnnmnmnmmlmlmlllklljigklklllllmlmm',
  'lnnnmnnnnnoqpooopoopppoponllkkjkjjjjjlmmmmnnnnmnmnmlnmmlnnnmnmlmmmmmklkljhhllllllmlmllm',
  'mnnnnnnnnnnopopopopopoopommkkkkijjjjmlmlnmnmmnnmnmmmlnlmlnmmnmmnnmnmllkkijiklllmllmlmlm',
  'mnnnnnnnnnnoopopopoopoooommkkkjiijkllmllnmnnmnmmnmmnllmmlmnmmmmmpmnmmlkkhkikmkmllmlmlml',
  'nnnnnnnnnnnonopopooopoonomlkkkkihkkmlmllnmnnmmnmnmnmllmllmnnlmmnnonmmlkjijkklllmllmlmlm',
  'mnnnnnnnnnnmooppoooooooonmljkkjhkkkmmmlknnnnmnmnmmnmlllmlmnmmnnmmnnmmmkjjjjkmkmmlllmlmm',
  'mnnnnnnnnnnnoonpooopnononmkkjjikkkkmmmmlmnnnmnmmnmnmlllmlmnmmnmnmnnmmmljjijkmllmlmllmml',
  'mnnnnnnnnnnooomnpopoomnnnnjkijkkkkllmnlmlnnmnnnmnmnmkmlmmlmnnmnmnmnmnmjkjikkllmmlllmmlm',
  'mnnnnmnnnnnnooonoopnnnnnnmjjilkkklmkmmmllnnnnmnnmnnmlllmlmnmnmnmnnmnmlkkkijkmllmlmlmlml',
  'lnnnnnnnnnnmnooponnonmnnnljjlkkkllmklmlmmnnnnmnnmnnmllllmnmnmnmnmnmnmlkkkikkllmlmmlmlml',
  'mnnnnnmnnnnnmnpooomnnmnnlmjklklnkklllmlmmnnnnmnnmnnmllllmnmmnnmnmnmnmlkkjjkkllmlmmmlmlm',
]

/** The heights as they were measured, whole metres, row by row. */
export function measuredHeights(): Float64Array {
  const heights = new Float64Array(ROWS * COLUMNS)
  STEPS.forEach((steps, j) => {
    let height = j === 0 ? 100 : heights[(j - 1) * COLUMNS]
    for (let i = 0; i < COLUMNS; i++) {
      height += steps.charCodeAt(i) - 109
      heights[j * COLUMNS + i] = height
    }
  })
  return heights
}

/**
 * Variance of the Gaussian that smooths the coefficients, in cells. The cubic B-spline itself smooths by 1/3, so that the surface
 * is the measured one smoothed with a standard deviation of one cell: whole metres make hundreds of pits that no mountain has.
 */
const VARIANCE = 2 / 3
/** The Gaussian ends at four standard deviations. */
const RADIUS = 3

/** The surface over (x, y) in cells of 10 m: x to the right from 0 to 86, y down the rows from 0 to 60, height in metres. */
export const MAUNGA_WHAU: Lattice = surface()

function surface(): Lattice {
  const columns = blurred(measuredHeights(), COLUMNS, ROWS)
  const smooth = blurred(columns, ROWS, COLUMNS)
  // One coefficient more on each side, straight on from the last two.
  const [nx, ny] = [COLUMNS + 2, ROWS + 2]
  const coefficients = new Float64Array(nx * ny)
  for (let j = 0; j < ROWS; j++) {
    for (let i = 0; i < COLUMNS; i++) coefficients[(j + 1) * nx + i + 1] = smooth[j * COLUMNS + i]
    extend(coefficients, (j + 1) * nx, 1, nx)
  }
  for (let i = 0; i < nx; i++) extend(coefficients, i, nx, ny)
  return {
    spacing: [1, 1], origin: [-1, -1], shape: [nx, ny], largest: 200, coefficient: (i, j) => coefficients[j * nx + i],
  }
}

/** Sets the first and the last of `count` entries from `at`, `stride` apart. */
function extend(values: Float64Array, at: number, stride: number, count: number): void {
  values[at] = 2 * values[at + stride] - values[at + 2 * stride]
  const last = at + (count - 1) * stride
  values[last] = 2 * values[last - stride] - values[last - 2 * stride]
}

/** Each row of `width` values smoothed, mirrored at its ends; the answer has rows and columns exchanged. */
function blurred(values: Float64Array, width: number, height: number): Float64Array {
  const kernel = Array.from({ length: 2 * RADIUS + 1 }, (_, k) => exp(-((k - RADIUS) ** 2) / (2 * VARIANCE)))
  const whole = kernel.reduce((sum, w) => sum + w, 0)
  const mirrored = (i: number): number => (i < 0 ? -1 - i : i >= width ? 2 * width - 1 - i : i)
  const out = new Float64Array(values.length)
  for (let j = 0; j < height; j++) {
    for (let i = 0; i < width; i++) {
      let sum = 0
      for (let k = -RADIUS; k <= RADIUS; k++) sum += kernel[k + RADIUS] * values[j * width + mirrored(i + k)]
      out[i * height + j] = sum / whole
    }
  }
  return out
}
