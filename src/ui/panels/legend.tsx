/** What the glyphs and the colours of the map mean, how many critical points there are, and how sure that list is. */
import { BadgeCheck, BadgeHelp, ChevronDown } from 'lucide-react'
import { useMemo } from 'react'
import type { CriticalReport } from '../../core/explore/events.ts'
import type { Heights } from '../../core/experiment/experiment.ts'
import { HEIGHTS } from '../../core/experiment/settings.ts'
import type { PointKind } from '../../core/landscape.ts'
import { setHeights } from '../../store/looking.ts'
import { useStore } from '../../store/store.ts'
import { formatShort } from '../format.ts'
import { CriticalGlyph } from '../icons.tsx'
import { Prose } from '../math.tsx'
import { Menu } from '../menu.tsx'
import { pageScale } from '../plot/page-scale.ts'
import type { Scale } from '../plot/scale.ts'
import './legend.css'

const KINDS: readonly (readonly [PointKind, string])[] = [
  ['minimum', 'Minimum'], ['maximum', 'Maximum'], ['saddle', 'Saddle'], ['degenerate', 'Degenerate'],
  ['boundary minimum', 'Boundary minimum'], ['kink minimum', 'Kink minimum'],
]
/** Kinds that a landscape of one coordinate cannot have; they are not listed there even with a count of 0. */
const RARE: readonly PointKind[] = ['boundary minimum', 'kink minimum']

export function Legend() {
  const critical = useStore((s) => s.results.critical)
  const dimension = useStore((s) => s.experiment.domain.length)
  if (critical === undefined) return null
  const count = (kind: PointKind) => critical.points.filter((p) => p.kind === kind).length
  const rows = KINDS.filter(([kind]) => {
    if (count(kind) > 0) return true
    if (dimension === 1) return kind === 'minimum' || kind === 'maximum'
    return !RARE.includes(kind)
  })
  return (
    <section className="section legend" aria-label="Legend">
      <Ramp />
      <ul>
        {rows.map(([kind, label]) => (
          <li key={kind} data-wide={kind.includes(' ')}>
            <CriticalGlyph kind={kind} />
            <span>
              {label} <strong>{count(kind)}</strong>
            </span>
          </li>
        ))}
      </ul>
      <p className="quiet small">
        <Badge certificate={critical.certificate} />
        <Prose text={afterBadge(critical.says)} />
      </p>
    </section>
  )
}

/** The badge says the first word already. */
const afterBadge = (says: string): string => says.replace(/^Certified: (.)/, (_, first: string) => first.toUpperCase())

/** Whether the list is proved complete; nothing while it is being made. */
function Badge({ certificate }: { certificate: CriticalReport['certificate'] }) {
  if (certificate === undefined) return null
  return certificate.certified
    ? <span className="badge sure"><BadgeCheck size={14} aria-hidden="true" /> Certified</span>
    : <span className="badge"><BadgeHelp size={14} aria-hidden="true" /> Not certified</span>
}

const NAMES: Readonly<Record<Heights, string>> = {
  own: 'Suited to this landscape', linear: 'Linear', sqrt: 'Square root', log: 'Logarithmic', symlog: 'Logarithmic both ways', quantile: 'Equal areas',
  clip: 'Linear, ends cut',
}
const OPTIONS = HEIGHTS.map((heights) => [heights, NAMES[heights]] as const)

function choose(word: string): void {
  const heights = HEIGHTS.find((h) => h === word)
  if (heights) setHeights(heights)
}

/** The elevation ramp with the heights at its stops; an open end says so. */
function Ramp() {
  const scale = useStore(pageScale)
  const heights = useStore((s) => s.experiment.heights)
  const stops = useMemo(() => {
    if (scale === undefined || !(scale.high > scale.low)) return []
    return [0, 0.25, 0.5, 0.75, 1].map((share) => {
      const text = formatShort(rounded(heightAt(scale, share), scale.high - scale.low))
      return share === 1 && scale.openAbove ? `${text} and up` : share === 0 && scale.openBelow ? `${text} and down` : text
    })
  }, [scale])
  if (stops.length === 0) return null
  return (
    <figure className="ramp" aria-label={`Heights from ${stops[0]} to ${stops[stops.length - 1]}; deeper is darker`}>
      <span className="band" />
      <span className="stops" aria-hidden="true">
        {stops.map((text, i) => (
          <span key={i}>{text}</span>
        ))}
      </span>
      <Menu
        className="text-button heights"
        label={`Heights as colours: ${NAMES[heights]}`}
        align="end"
        entries={[{ kind: 'choice', name: 'Heights as colours', value: heights, options: OPTIONS, onChange: choose }]}
      >
        {NAMES[heights]}
        <ChevronDown size={14} aria-hidden="true" />
      </Menu>
    </figure>
  )
}

/** Two significant digits are enough for a legend, and what is next to nothing of the span is 0. */
function rounded(value: number, span: number): number {
  return Math.abs(value) < 1e-3 * span ? 0 : Number(value.toPrecision(2))
}

/** The height at a place of the ramp, by bisection: the scale says only the way there. */
function heightAt(scale: Scale, share: number): number {
  if (share === 0) return scale.low
  if (share === 1) return scale.high
  let { low, high } = scale
  for (let i = 0; i < 60; i++) {
    const middle = low + (high - low) / 2
    if (scale.smooth(middle) < share) low = middle
    else high = middle
  }
  return low
}
