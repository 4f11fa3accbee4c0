/** What became of tries, told apart as on the basin map: a hue for each minimum, with a texture where hues repeat, and a hatching for each class. */
import { FATES } from '../../core/ensembles/job.ts'
import { classHatched, textured, textureOf, TEXTURE_PERIOD, TEXTURES } from './basin-paint.ts'
import { PERIODS } from './hatch.ts'

const HUES = ['--ba', '--bb', '--bc', '--bd'] as const
/** How much of the ground is in the dots and lines of a texture. */
const GROUND = 0.6

/** The custom property with the hue of a minimum. */
export const hueOf = (minimum: number): string => HUES[minimum % HUES.length]

/** Which of the marks of a minimum's hue is its own: 0, 1 or 2. */
export const markOf = (minimum: number): number => textureOf(minimum, HUES.length)

const classId = (fate: number): string => `ensemble-class${fate}`
const minimumId = (minimum: number): string => `ensemble-minimum-${minimum % (HUES.length * TEXTURES)}`

/** The fill of a fate, for CSS and SVG. */
export function fillOf(fate: number): string {
  if (fate < 0) return `url(#${classId(fate)})`
  return markOf(fate) === 0 ? `var(${hueOf(fate)})` : `url(#${minimumId(fate)})`
}

/** The px of a tile that are `on`, as a path of SVG. */
export function tilePath(period: number, on: (x: number, y: number) => boolean): string {
  const places = Array.from({ length: period * period }, (_, k) => [k % period, Math.floor(k / period)] as const)
  return places.filter(([x, y]) => on(x, y)).map(([x, y]) => `M${x} ${y}h1v1h-1z`).join('')
}

/** What `fillOf` refers to; once on the page. */
export function Hatch() {
  const lined = Array.from({ length: HUES.length * TEXTURES }, (_, m) => m).filter((m) => markOf(m) > 0)
  return (
    <svg className="hatch" width="0" height="0" aria-hidden="true">
      {FATES.map(({ fate }) => {
        const period = PERIODS[-1 - fate]
        return <Tile key={fate} id={classId(fate)} period={period} ground="var(--sunken)" ink="var(--bx)" strength={1} d={tilePath(period, (x, y) => classHatched(fate, x, y))} />
      })}
      {lined.map((m) => (
        <Tile
          key={m} id={minimumId(m)} period={TEXTURE_PERIOD} ground={`var(${hueOf(m)})`} ink="var(--sunken)" strength={GROUND}
          d={tilePath(TEXTURE_PERIOD, (x, y) => textured(m, HUES.length, x, y))}
        />
      ))}
    </svg>
  )
}

interface TileProps {
  readonly id: string
  readonly period: number
  readonly ground: string
  readonly ink: string
  /** Opacity of the ink. */
  readonly strength: number
  readonly d: string
}

function Tile({ id, period, ground, ink, strength, d }: TileProps) {
  return (
    <pattern id={id} width={period} height={period} patternUnits="userSpaceOnUse">
      <rect width={period} height={period} style={{ fill: ground }} />
      <path d={d} style={{ fill: ink, fillOpacity: strength }} shapeRendering="crispEdges" />
    </pattern>
  )
}
