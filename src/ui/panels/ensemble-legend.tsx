/** The panel of the ensemble: what differs from try to try, how often each run succeeds, how many restarts are enough, exports. */
import { useEffect, useMemo } from 'react'
import { FATES, minimaOf } from '../../core/ensembles/job.ts'
import type { Ends as EndsOf, Summary } from '../../core/ensembles/summary.ts'
import type { EnsembleChoice } from '../../core/experiment/experiment.ts'
import { DRAWS, ENSEMBLE } from '../../core/experiment/settings.ts'
import { setEnsemble } from '../../store/edit.ts'
import { startEnsembles, summarised, useEnsembles, type Tries } from '../../store/ensembles.ts'
import { useStore } from '../../store/store.ts'
import { NumberField } from '../fields/number-field.tsx'
import { runName } from '../names.ts'
import { fillOf } from '../plot/ensemble-colours.tsx'
import { saveEnsembleCsv, saveEnsembleNpy, saveEnsemblePng } from '../plot/ensemble-export.ts'
import { countText, endsName, percent } from '../plot/ensemble-words.ts'
import { Choice } from './choice.tsx'
import { EnsembleRuns } from './ensemble-runs.tsx'
import { Saves } from './saves.tsx'
import './basin-legend.css'
import './ensemble-legend.css'

const LOWEST = 'lowest'
/** With more ends than these only the most frequent are listed. */
const MANY = 10

export function EnsembleLegend() {
  const ensemble = useStore((s) => s.experiment.ensemble)
  return ensemble === undefined ? null : <Legend ensemble={ensemble} />
}

function Legend({ ensemble }: { readonly ensemble: EnsembleChoice }) {
  useEffect(() => startEnsembles(), [])
  const e = useStore((s) => s.experiment)
  const says = useEnsembles((s) => s.says)
  const tries = useEnsembles((s) => s.tries)
  const revision = useEnsembles((s) => s.revision)
  const { run, start, draw, target, n, spread } = ensemble
  const letters = minimaOf(tries?.job.critical ?? []).map(({ letter }) => letter)
  const aims = target === undefined || letters.includes(target) ? letters : [...letters, target]
  const options: (readonly [string, string])[] = [[LOWEST, 'A lowest minimum'], ...aims.map((letter) => [letter, `Minimum ${letter}`] as const)]
  const summary = useMemo(() => (tries === undefined ? undefined : summarised(tries, run, target, revision)), [tries, run, target, revision])
  return (
    <section className="section basin-legend ensemble-legend" aria-label="Ensemble">
      <h2>Ensemble</h2>
      <p className="quiet small">The same runs many times. A press on a bar or a dot takes such a try.</p>
      {e.runs.length > 0 && <Choice label="Optimizer" value={String(run)} options={e.runs.map((_, i) => [String(i), runName(e, i)])} onChange={(value) => setEnsemble({ run: Number(value) })} />}
      <Choice
        label={ENSEMBLE.draw.label} value={draw} options={ENSEMBLE.draw.options.map(({ id, label }) => [id, label])}
        onChange={(value) => setEnsemble({ draw: DRAWS.find((one) => one === value) })}
      />
      {(draw === 'normal' || draw === 'seeds') && e.starts.length > 1 && (
        <Choice label="Start" value={String(start)} options={e.starts.map((_, i) => [String(i), String(i + 1)])} onChange={(value) => setEnsemble({ start: Number(value) })} />
      )}
      {draw === 'normal' && (
        <>
          <div className="row">
            <span aria-hidden="true">Spread, share of a side</span>
            <NumberField label="Spread of the starts, as a share of each side of the domain" value={spread} onChange={(value) => setEnsemble({ spread: value })} />
          </div>
          <p className="quiet small">{`Drawn about ${e.starts.length > 1 ? `start ${start + 1}` : 'the start'}: they follow where it is moved, also to a try that is taken.`}</p>
        </>
      )}
      <div className="row">
        <span aria-hidden="true">Number</span>
        <NumberField label="Number of tries" value={n} format={countText} onChange={(value) => setEnsemble({ n: value })} />
      </div>
      <Choice label="Success" value={target ?? LOWEST} options={options} onChange={(value) => setEnsemble({ target: value === LOWEST ? undefined : value })} />
      {says !== undefined && <p className="says" role="status">{says}</p>}
      {tries !== undefined && summary !== undefined && summary.tries.length > 0 && (
        <>
          <Odds summary={summary} />
          <Ends tries={tries} summary={summary} />
          <EnsembleRuns tries={tries} run={run} target={target} revision={revision} />
          <Saves png={saveEnsemblePng} csv={saveEnsembleCsv} npy={saveEnsembleNpy} />
        </>
      )}
    </section>
  )
}

/** How often it succeeds, and how many tries are enough, with the formula. */
function Odds({ summary: { successes, tries, rate, interval: [low, high], restarts, ends } }: { readonly summary: Summary }) {
  const away = ends.find(({ outside }) => outside)?.successes ?? 0
  return (
    <div className="odds">
      <p><strong className="large">{percent(rate)}</strong>{` succeed: ${countText(successes)} of ${countText(tries.length)}`}</p>
      {away > 0 && <p className="small">{`${countText(away)} of them outside the domain, at a minimum that is as low.`}</p>}
      <p className="small quiet" title="Wilson, Journal of the American Statistical Association 22, 1927">{`95 % interval ${percent(low)} to ${percent(high)}`}</p>
      <p>
        {Number.isFinite(restarts)
          ? <><strong>{restarts === 1 ? '1 try' : `${countText(restarts)} tries`}</strong>{' for 95 % certainty'}</>
          : 'None succeeded, so no number of tries is known to be enough.'}
      </p>
      {rate > 0 && rate < 1 && <p className="small quiet">{`ln 0.05 / ln(1 − ${rate.toFixed(4)}) = ${(Math.log(0.05) / Math.log1p(-rate)).toFixed(2)}, rounded up`}</p>}
    </div>
  )
}

/** How many ended where. */
function Ends({ tries: { job }, summary: { ends, tries } }: { readonly tries: Tries; readonly summary: Summary }) {
  const listed = ends.length <= MANY ? ends : ends.toSorted((a, b) => b.count - a.count).slice(0, MANY)
  const left = ends.filter((one) => !listed.includes(one)).reduce((sum, { count }) => sum + count, 0)
  return (
    <table>
      <caption className="visually-hidden">{`Ends of ${countText(tries.length)} tries`}</caption>
      <tbody>
        {listed.map((one) => (
          <tr key={`${one.fate}${one.outside}`} title={noteOf(one)}>
            <th scope="row">{one.fate >= 0 ? endsName(one, job) : <span className="plain">{endsName(one, job)}</span>}</th>
            <td><svg width="48" height="12" aria-hidden="true"><rect width="48" height="12" fill={fillOf(one.fate)} /></svg></td>
            <td className="number">{percent(one.count / tries.length)}</td>
            <td className="number quiet">{countText(one.count)}</td>
          </tr>
        ))}
        {left > 0 && (
          <tr>
            <th scope="row"><span className="plain">Elsewhere</span></th>
            <td />
            <td className="number">{percent(left / tries.length)}</td>
            <td className="number quiet">{countText(left)}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

function noteOf({ fate, outside, successes }: EndsOf): string | undefined {
  if (!outside) return FATES.find((one) => one.fate === fate)?.note
  return `at a minimum outside the domain, where there are no letters; ${successes === 0 ? 'none of them' : countText(successes)} as low as a lowest one`
}
