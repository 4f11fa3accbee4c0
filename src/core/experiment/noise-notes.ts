/** What each kind of noise does, in a sentence or two: apart from the kinds, because the page that opens first does not show it. */
import type { NoiseKind } from './experiment.ts'

export const NOISE_NOTES: Readonly<Record<NoiseKind, string>> = {
  offset: 'One random number, drawn once and added everywhere: the landscape is shifted up or down and stays as smooth as it was.',
  fresh:
    'Every component of the slope gets a new random number at each step, the same for all methods, and so does every value that a ' +
    'method asks for. The map and the loss chart show the ground without it.',
  field:
    'A rough ground of random bumps, the same wherever and whenever it is asked: it is part of the landscape, with local minima ' +
    'of its own that the map, the slopes and the critical points all show.',
  batch:
    'Each step sees only some rows of the data, in a new random order for every pass over them, the same for all methods. The map and ' +
    'the loss chart show what all rows say.',
}
