/** All runs over the same tries, side by side. */
import { refuseTries } from '../../core/ensembles/ensemble.ts'
import { setEnsemble } from '../../store/edit.ts'
import { summarised, type Tries } from '../../store/ensembles.ts'
import { formatShort } from '../format.ts'
import { Swatch } from '../icons.tsx'
import { runName, tightName } from '../names.ts'
import { countText, percent } from '../plot/ensemble-words.ts'

export function EnsembleRuns({ tries, run, target, revision }: { readonly tries: Tries; readonly run: number; readonly target: string | undefined; readonly revision: number }) {
  const { job: { experiment: e, choice } } = tries
  if (e.runs.length < 2) return null
  return (
    <table className="runs">
      <caption>Every run, from the same tries</caption>
      <thead>
        <tr>
          <th scope="col"><span className="visually-hidden">Run</span></th>
          <th scope="col" className="number">Success</th>
          <th scope="col" className="number" title="Tries for 95 % certainty">Tries</th>
          <th scope="col" className="number" title="Median of the evaluations that a success asks for">Calls</th>
        </tr>
      </thead>
      <tbody>
        {e.runs.map((_, i) => {
          const { tries: cells, rate, interval: [low, high], restarts, calls: [, calls] } = summarised(tries, i, target, revision)
          const says = refuseTries(e, choice, i)
          return (
            <tr key={i} data-selected={i === run}>
              <th scope="row">
                <Swatch run={i} />
                <button type="button" className="name" aria-pressed={i === run} title={runName(e, i)} onClick={() => setEnsemble({ run: i })}>{tightName(e, i)}</button>
              </th>
              {cells.length === 0 ? <td className="number quiet" colSpan={3} title={says}>{says === undefined ? '…' : 'none'}</td> : (
                <>
                  <td className="number" title={`95 % interval ${percent(low)} to ${percent(high)}`}>{percent(rate)}</td>
                  <td className="number">{Number.isFinite(restarts) ? countText(restarts) : '∞'}</td>
                  <td className="number">{Number.isNaN(calls) ? '–' : formatShort(calls)}</td>
                </>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
