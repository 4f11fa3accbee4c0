/** Three linked charts: loss, gradient norm and sharpness of every run over the steps. Dragging on any of them moves the playhead. */
import { useDeferredValue, useEffect, useId, useRef } from 'react'
import { pathOf } from '../../store/selectors.ts'
import type { Path } from '../../store/state.ts'
import { store, useStore } from '../../store/store.ts'
import { formatNumber } from '../format.ts'
import { useLayout } from '../layout.ts'
import { Tex } from '../math.tsx'
import { runName } from '../names.ts'
import { CHARTS, chartName, columnOf, columnSays, type ChartKind } from '../plot/chart-model.ts'
import { attachChart } from '../plot/chart-view.ts'
import './charts.css'

export function ChartsPanel() {
  const empty = useStore((s) => s.experiment.runs.length === 0)
  const nothing = useStore(({ results }) => results.runsDone && results.paths.length > 0 && results.paths.every(isBare))
  // Between phone and desktop the third chart is reached by scrolling, by keys too.
  const scrolls = useLayout() === 'medium'
  return (
    <section className="charts" aria-label="Charts" tabIndex={scrolls ? 0 : undefined}>
      {CHARTS.map((kind) => (
        <Chart key={kind} kind={kind} />
      ))}
      {empty && <p className="empty quiet">Add an optimizer to see its loss, slope and curvature.</p>}
      {nothing && <p className="empty quiet">No run has a value to draw. The verdicts say why.</p>}
      {!empty && <StepTable />}
    </section>
  )
}

/** A path of one iterate that has no value: it ended where it began. */
const isBare = (path: Path): boolean => path.count === 1 && !Number.isFinite(path.f[0])

function Chart({ kind }: { kind: ChartKind }) {
  const box = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const tip = useRef<HTMLDivElement>(null)
  const note = useRef<HTMLSpanElement>(null)
  const dimension = useStore((s) => s.experiment.domain.length)
  const title = useId()
  const { name, tex } = chartName(kind, dimension)

  useEffect(() => {
    if (!box.current || !frame.current || !canvas.current || !tip.current || !note.current) return
    return attachChart(kind, { box: box.current, frame: frame.current, canvas: canvas.current, tip: tip.current, note: note.current })
  }, [kind])

  return (
    <figure className="chart" aria-labelledby={title}>
      <figcaption>
        <h3 id={title}>
          {name}
          {tex === undefined ? null : <Tex tex={tex} />}
        </h3>
        <span ref={note} className="note" />
      </figcaption>
      <div ref={box} className="box" data-chart={kind}>
        <div ref={frame} className="frame" aria-hidden="true" />
        <canvas ref={canvas} aria-hidden="true" />
        <div ref={tip} className="tip" aria-hidden="true" hidden />
      </div>
      <Summary kind={kind} />
    </figure>
  )
}

/** The chart in words, for those who do not see it. Written at rest. */
function Summary({ kind }: { kind: ChartKind }) {
  const revision = useStore((s) => (s.session.dragging || !s.results.runsDone ? -1 : s.results.revision))
  const runs = useStore((s) => s.experiment.runs)
  const methods = useStore((s) => s.experiment.methods)
  if (revision < 0) return null
  const { results } = store.getState()
  return (
    <ul className="visually-hidden">
      {results.paths.filter((path) => runs[path.run]?.shown).map((path) => (
        <li key={`${path.run} ${path.start}`}>
          {`${runName({ runs, methods }, path.run)}: ${columnSays(columnOf(kind, path), path.count)}.`}
        </li>
      ))}
    </ul>
  )
}

/** The numbers of all charts at the playhead, for those who do not see the dots. */
function StepTable() {
  const moving = useStore((s) => s.session.playing || s.session.dragging)
  const now = useDeferredValue(useStore((s) => (s.session.playing || s.session.dragging ? -1 : Math.round(s.session.playhead))))
  useStore((s) => (s.session.dragging ? -1 : s.results.revision))
  const runs = useStore((s) => s.experiment.runs)
  const methods = useStore((s) => s.experiment.methods)
  const dimension = useStore((s) => s.experiment.domain.length)
  if (moving || now < 0) return null
  return (
    <table className="visually-hidden">
      <caption>{`Values at step ${now}`}</caption>
      <thead>
        <tr>
          <th scope="col">Run</th>
          {CHARTS.map((kind) => (
            <th key={kind} scope="col">{chartName(kind, dimension).name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {runs.map((run, i) => {
          const path = pathOf(i)
          if (!run.shown || !path || path.count === 0) return null
          const row = Math.min(now, path.count - 1)
          return (
            <tr key={i}>
              <th scope="row">{runName({ runs, methods }, i)}</th>
              {CHARTS.map((kind) => (
                <td key={kind}>{formatNumber(columnOf(kind, path)[row])}</td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
