/** Formula -> text and formula -> TeX, with the fewest brackets that keep its meaning. */
export { toText } from './text.ts'
export { texName, texNumber } from './tex-name.ts'
export { toTex } from './tex.ts'
