/** The colours of what became of tries: the hues of the basin map, and one hatching for all that is no minimum. */

const HATCH = 'ensemble-hatch'
const HUES = ['--ba', '--bb', '--bc', '--bd'] as const

/** The custom property with the hue of a minimum. */
export const hueOf = (minimum: number): string => HUES[minimum % HUES.length]

/** The fill of a fate, for CSS and SVG. */
export const fillOf = (fate: number): string => (fate >= 0 ? `var(${hueOf(fate)})` : `url(#${HATCH})`)

/** What `fillOf` refers to; once on the page. */
export function Hatch() {
  return (
    <svg className="hatch" width="0" height="0" aria-hidden="true">
      <pattern id={HATCH} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" fill="var(--sunken)" />
        <line x1="0" x2="0" y1="0" y2="5" stroke="var(--bx)" strokeWidth="2.4" />
      </pattern>
    </svg>
  )
}
