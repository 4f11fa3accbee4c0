/** Greek letters: how they are typed, and the names they go by in formulas and in TeX. */
const LETTERS: readonly (readonly [string, string])[] = [
  ['alpha', 'α'], ['beta', 'β'], ['gamma', 'γ'], ['delta', 'δ'], ['epsilon', 'ε'], ['zeta', 'ζ'], ['eta', 'η'], ['theta', 'θ'],
  ['iota', 'ι'], ['kappa', 'κ'], ['lambda', 'λ'], ['mu', 'μ'], ['nu', 'ν'], ['xi', 'ξ'], ['pi', 'π'], ['rho', 'ρ'],
  ['sigma', 'σ'],  ['tau', 'τ'], ['upsilon', 'υ'], ['phi', 'φ'], ['chi', 'χ'], ['psi', 'ψ'], ['omega', 'ω'],
  ['Gamma', 'Γ'], ['Delta', 'Δ'], ['Theta', 'Θ'], ['Lambda', 'Λ'], ['Xi', 'Ξ'], ['Pi', 'Π'], ['Sigma', 'Σ'], ['Phi', 'Φ'],
  ['Psi', 'Ψ'], ['Omega', 'Ω'],
]

/** Letter -> name: `λ` is `lambda`. */
export const GREEK_LETTERS: ReadonlyMap<string, string> = new Map(LETTERS.map(([name, letter]) => [letter, name]))

/** The names themselves. */
export const GREEK_NAMES: ReadonlySet<string> = new Set(LETTERS.map(([name]) => name))

/** A name as formulas have it: spaces round it gone, Greek letters spelled out. */
export const spelledOut = (word: string): string => word.trim().replace(/[^\x00-\x7f]/gu, (letter) => GREEK_LETTERS.get(letter) ?? letter)
