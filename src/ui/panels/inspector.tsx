/** Everything about the point under the playhead: value, slope, curvature, and what they mean in words. */
import { ChevronDown } from 'lucide-react'
import { Fragment, useMemo, type ReactNode } from 'react'
import { undefinedBecause } from '../../core/engine/domain.ts'
import { reportAt } from '../../core/explore/report.ts'
import type { PointReport } from '../../core/explore/events.ts'
import { texName } from '../../core/formula/print.ts'
import { resolvedOf } from '../../store/resolved.ts'
import { iterateAt, selectedPath } from '../../store/selectors.ts'
import { select, selectStart } from '../../store/session.ts'
import type { State } from '../../store/state.ts'
import { store, useStore } from '../../store/store.ts'
import { formatNumber, formatTex } from '../format.ts'
import { Swatch } from '../icons.tsx'
import { Num, Prose, Tex } from '../math.tsx'
import { Menu, type Entry } from '../menu.tsx'
import { runName, tightName } from '../names.ts'
import { useThrottled } from '../throttle.ts'
import './inspector.css'

/** The iterate of the selected run under the playhead as text, so that equal points are equal; the start where nothing runs. */
function placeOf(state: State): string {
  const { session, experiment } = state
  const path = selectedPath(state)
  const iterate = path && iterateAt(path, session.playhead)
  return (iterate?.x ?? experiment.starts[session.start]).join(' ')
}

function report(state: State, x: readonly number[]): PointReport {
  const { experiment } = state
  const { landscape, expression, coordinates, data } = resolvedOf(experiment)
  const size = Math.hypot(...experiment.domain.map(([low, high]) => high - low))
  return reportAt(landscape, x, { size, because: () => undefinedBecause(expression, coordinates, experiment.params, x, data) })
}

export function InspectorPanel() {
  // `ground` is the identity of the compiled landscape: the same place on other ground is another report.
  const { place, ground } = useThrottled((s) => ({ place: placeOf(s), ground: resolvedOf(s.experiment) }))
  const point = useMemo(() => {
    const state = store.getState()
    const x = place.split(' ').map(Number)
    return x.length === ground.coordinates.length ? report(state, x) : undefined
  }, [place, ground])
  return (
    <section className="section inspector" aria-labelledby="inspector-title">
      <header>
        <h2 id="inspector-title">At this point</h2>
        <RunPicker />
      </header>
      {point !== undefined && (point.x.length === 1 ? <OneCoordinate point={point} name={ground.coordinates[0]} /> : <Coordinates point={point} names={ground.coordinates} />)}
      {point !== undefined && <Words says={point.says} />}
    </section>
  )
}

function RunPicker() {
  // Not the whole experiment: a start that is dragged changes it in every frame, and none of these.
  const runs = useStore((s) => s.experiment.runs)
  const methods = useStore((s) => s.experiment.methods)
  const count = useStore((s) => s.experiment.starts.length)
  const selected = useStore((s) => s.session.selected)
  const start = useStore((s) => s.session.start)
  if (runs.length === 0 || runs[selected] === undefined) return <span className="quiet small">Start</span>
  const options = runs.map((_, run): readonly [string, ReactNode] => [
    String(run),
    <Fragment key={run}>
      <Swatch run={run} />
      {runName({ runs, methods }, run)}
    </Fragment>,
  ])
  const entries: Entry[] = [{ kind: 'choice', name: 'Run', value: String(selected), options, onChange: (run) => select(Number(run)) }]
  const several = count > 1
  if (several) {
    const starts = Array.from({ length: count }, (_, i): readonly [string, string] => [String(i), `Start ${i + 1}`])
    entries.push({ kind: 'line' }, { kind: 'choice', name: 'Start', value: String(start), options: starts, onChange: (i) => selectStart(Number(i)) })
  }
  const name = `${runName({ runs, methods }, selected)}${several ? `, start ${start + 1}` : ''}`
  return (
    <Menu className="text-button picker" label={`Run: ${name}`} align="end" entries={entries}>
      <Swatch run={selected} />
      <span className="label">{tightName({ runs, methods }, selected)}</span>
      {several && <span className="quiet start">start {start + 1}</span>}
      <ChevronDown size={14} aria-hidden="true" />
    </Menu>
  )
}

/** A coordinate to a hundred-thousandth of the domain, so that the decimals stand still while the point moves. */
function coordinate(value: number, [low, high]: readonly [number, number]): string {
  const decimals = Math.max(0, 5 - Math.ceil(Math.log10((high - low) / 2)))
  if (!Number.isFinite(value) || Math.abs(value) >= 1e6 || decimals > 9) return formatNumber(value, 5)
  const text = Math.abs(value).toFixed(decimals)
  return value < 0 && Number(text) !== 0 ? `\u2212${text}` : text
}

function Coordinates({ point, names }: { point: PointReport; names: readonly string[] }) {
  const domain = useStore((s) => s.experiment.domain)
  return (
    <>
      <dl className="numbers">
        <Quantity tex={names.map(texName).join(',\\,')}>{point.x.map((v, k) => coordinate(v, domain[k])).join(', ')}</Quantity>
        <Quantity tex="f"><Num value={point.f} digits={5} /></Quantity>
        <Quantity tex="\nabla f">
          (
          {point.gradient.map((v, k) => (
            <Fragment key={k}>
              {k > 0 && ', '}
              <Num value={v} />
            </Fragment>
          ))}
          ) <span className="quiet">norm <Num value={Math.hypot(...point.gradient)} /></span>
        </Quantity>
        <Quantity tex="H" look="matrix"><Tex tex={matrixTex(point.hessian, point.x.length)} /></Quantity>
      </dl>
      {point.eigenvalues.length > 0 && <Eigenvalues values={point.eigenvalues} />}
    </>
  )
}

/** Row-major n × n as a bracketed matrix. Entries share one number of decimals, three digits for the largest. */
export function matrixTex(entries: readonly number[], n: number): string {
  const largest = Math.max(...entries.map(Math.abs).filter(Number.isFinite), 0)
  const decimals = largest === 0 ? 0 : 2 - Math.floor(Math.log10(largest))
  const plain = decimals >= -2 && decimals <= 5
  const one = (v: number) => (Number.isFinite(v) && plain ? fixed(v, Math.max(0, decimals)) : formatTex(v, 3))
  const rows = Array.from({ length: n }, (_, i) => entries.slice(i * n, (i + 1) * n).map(one).join(' & '))
  return `\\begin{bmatrix} ${rows.join(' \\\\ ')} \\end{bmatrix}`
}

function fixed(value: number, decimals: number): string {
  const text = value.toFixed(decimals)
  return Number(text) === 0 ? (0).toFixed(value === 0 ? 0 : decimals) : text
}

/** Signed bars from a centre line on one scale: to the right and filled where positive, to the left and hollow where negative. */
function Eigenvalues({ values }: { values: readonly number[] }) {
  const largest = Math.max(...values.map(Math.abs).filter(Number.isFinite))
  return (
    <ol className="eigenvalues" aria-label="Curvatures: the eigenvalues of the Hessian">
      {values.map((v, i) => {
        const share = largest > 0 && Number.isFinite(v) ? Math.abs(v) / largest : 0
        return (
          <li key={i}>
            <Tex tex={`\\lambda_{${i + 1}}`} />
            <span className="bar" aria-hidden="true">
              <span className={v < 0 ? 'negative' : 'positive'} style={{ width: `${share * 46}%` }} />
            </span>
            <span className="value">
              <Num value={v} digits={3} />
            </span>
          </li>
        )
      })}
    </ol>
  )
}

/** What reports call the places of a curve whose slope is zero. */
const LEVEL: ReadonlySet<string> = new Set(['minimum', 'maximum', 'cannot tell'])

function OneCoordinate({ point, name }: { point: PointReport; name: string }) {
  const domain = useStore((s) => s.experiment.domain)
  const slope = point.gradient[0]
  const bend = point.hessian[0]
  // The slope of a minimum is hardly ever exactly 0; the report says when it counts as that.
  const level = LEVEL.has(point.kind)
  return (
    <dl className="numbers">
      <Quantity tex={texName(name)}>{coordinate(point.x[0], domain[0])}</Quantity>
      <Quantity tex="f"><Num value={point.f} digits={5} /></Quantity>
      <Quantity tex="f'">
        <Num value={slope} digits={5} /> <span className="quiet">{inWords(level ? 0 : slope, 'uphill to the right', 'downhill to the right', 'flat')}</span>
      </Quantity>
      <Quantity tex="f''">
        <Num value={bend} digits={5} /> <span className="quiet">{inWords(bend, 'curves up', 'curves down', 'straight')}</span>
      </Quantity>
    </dl>
  )
}

/** One line of the list: the symbol, and its value. */
function Quantity({ tex, look, children }: { tex: string; look?: string; children: ReactNode }) {
  return (
    <>
      <dt>
        <Tex tex={tex} />
      </dt>
      <dd className={look}>{children}</dd>
    </>
  )
}

function inWords(value: number, above: string, below: string, zero: string): string {
  if (Number.isNaN(value)) return 'does not exist'
  return value > 0 ? above : value < 0 ? below : zero
}

/** The first sentence is the lead. */
function Words({ says }: { says: string }) {
  const end = says.indexOf('. ')
  const lead = end < 0 ? says : says.slice(0, end + 1)
  const rest = end < 0 ? '' : says.slice(end + 2)
  return (
    <p className="words">
      <strong>
        <Prose text={lead} />
      </strong>{' '}
      <Prose text={rest} />
    </p>
  )
}
