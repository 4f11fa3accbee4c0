/** Glyphs with a meaning: run swatches, critical points and verdicts. Plain tool icons come from lucide-react. */
import type { ReactNode } from 'react'
import type { Verdict } from '../core/explore/events.ts'
import type { PointKind } from '../core/landscape.ts'
import { runStyle } from './plot/style.ts'

/** A short piece of the run's line, hue and dash, as on the map and in the charts. */
export function Swatch({ run }: { run: number }) {
  const { variable, dash } = runStyle(run)
  return (
    <svg className="swatch" width="28" height="12" viewBox="0 0 28 12" aria-hidden="true">
      <line x1="1" x2="27" y1="6" y2="6" strokeWidth="2.800" strokeDasharray={dash.join(' ') || undefined} style={{ stroke: `var(${variable})` }} />
    </svg>
  )
}

/** Critical points, box 18, ink with a casing edge so that they read on any ground. */
export function CriticalGlyph({ kind, size = 18 }: { kind: PointKind; size?: number }) {
  return (
    <svg className="critical-glyph" width={size} height={size} viewBox="-9 -9 18 18" aria-hidden="true">
      {CRITICAL[kind]}
    </svg>
  )
}

const ring = (
  <>
    <circle r="6.500" fill="var(--casing)" stroke="var(--ink)" strokeWidth="1.750" />
    <circle r="2.600" fill="var(--ink)" />
  </>
)
const arcs = 'M-6.500-6.500Q0 0-6.500 6.500M6.500-6.500Q0 0 6.500 6.500'

const CRITICAL: Readonly<Record<PointKind, ReactNode>> = {
  minimum: ring,
  maximum: <path d="M0-6.900L7 5.700H-7Z" fill="var(--ink)" stroke="var(--casing)" strokeWidth="1.500" strokeLinejoin="round" paintOrder="stroke" />,
  saddle: (
    <g fill="none" strokeLinecap="round">
      <path d={arcs} stroke="var(--casing)" strokeWidth="5.500" />
      <path d={arcs} stroke="var(--ink)" strokeWidth="2.200" />
    </g>
  ),
  degenerate: <path d="M0-7L7 0L0 7L-7 0Z" fill="var(--casing)" stroke="var(--ink)" strokeWidth="2" strokeDasharray="3.200 2" />,
  // The domain's edge cuts the ring open.
  'boundary minimum': (
    <>
      <path d="M-6-3A6.500 6.500 0 1 1-6 3" fill="var(--casing)" stroke="var(--ink)" strokeWidth="1.750" />
      <path d="M-6.500-7.500V7.500" stroke="var(--ink)" strokeWidth="1.750" />
      <circle r="2.600" fill="var(--ink)" />
    </>
  ),
  // Two straight slopes meet in a point.
  'kink minimum': (
    <>
      <circle r="6.500" fill="var(--casing)" stroke="var(--ink)" strokeWidth="1.750" />
      <path d="M-3.600-2.500L0 2.800L3.600-2.500" fill="none" stroke="var(--ink)" strokeWidth="1.750" strokeLinejoin="round" />
    </>
  ),
}

/** Which status colour a verdict is written in. */
export function verdictTone(verdict: Verdict): 'ok' | 'warn' | 'bad' | 'plain' {
  switch (verdict) {
    case 'minimum':
      return 'ok'
    case 'diverged':
    case 'left-domain':
    case 'undefined':
      return 'bad'
    case 'moving':
      return 'plain'
    default:
      return 'warn'
  }
}

/** Verdicts, 16 px, in the colour of the text beside them; same shape as the critical point where the meaning is the same. */
export function VerdictGlyph({ verdict }: { verdict: Verdict }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.750" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      {VERDICTS[verdict]}
    </svg>
  )
}

const VERDICTS: Readonly<Record<Verdict, ReactNode>> = {
  minimum: (
    <>
      <circle cx="8" cy="8" r="6.300" />
      <circle cx="8" cy="8" r="2.300" fill="currentColor" stroke="none" />
    </>
  ),
  saddle: <path d="M2.500 2.500Q7.500 8 2.500 13.500M13.500 2.500Q8.500 8 13.500 13.500" />,
  maximum: <path d="M8 2.500L14 13H2Z" />,
  flat: <path d="M8 1.800L14.200 8L8 14.200L1.800 8Z" strokeDasharray="3.200 2" />,
  plateau: <path d="M1.500 4.500H4.500Q6.500 4.500 6.500 7Q6.500 9 8.500 9H14.500M8.500 12.500H14.500" />,
  diverged: <path d="M2 13.500Q9 13 12.500 4.500M8.800 5.300L12.800 3L14.300 7.300" />,
  'left-domain': <path d="M9 2.500H2.500V13.500H9M6.500 8H14M11 5L14 8L11 11" />,
  undefined: <path d="M2.500 8H5M11 8H13.500M8 2.500L6.500 6L9.500 10L8 13.500" />,
  oscillating: <path d="M1.500 9.500L4.300 4L7.500 12.500L10.800 4L13 9.500L14.500 8" />,
  moving: <circle cx="8" cy="8" r="6.300" strokeDasharray="3.400 2.250" />,
}
