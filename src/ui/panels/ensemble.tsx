/** The ensemble on the stage: where the tries of one run end, what that costs, how many restarts are enough, and how far the work is. */
import { X } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { setEnsemble } from '../../store/edit.ts'
import { cancelEnsembles, loadTry, resumeEnsembles, startEnsembles, summarised, useEnsembles } from '../../store/ensembles.ts'
import { useStore } from '../../store/store.ts'
import { runName } from '../names.ts'
import { Hatch } from '../plot/ensemble-colours.tsx'
import { Costs } from '../plot/ensemble-costs.tsx'
import { EndsLine, EndsPlane } from '../plot/ensemble-ends.tsx'
import { Restarts } from '../plot/ensemble-restarts.tsx'
import { countText } from '../plot/ensemble-words.ts'
import { Progress } from '../progress.tsx'
import { closePanel } from './close.ts'
import './ensemble.css'

export function EnsemblePanel() {
  useEffect(() => startEnsembles(), [])
  const ensemble = useStore((s) => s.experiment.ensemble)
  const runs = useStore((s) => s.experiment.runs)
  const methods = useStore((s) => s.experiment.methods)
  const tries = useEnsembles((s) => s.tries)
  const says = useEnsembles((s) => s.says)
  const work = useEnsembles((s) => s.work)
  const waits = useEnsembles((s) => s.job === undefined && s.says === undefined)
  const revision = useEnsembles((s) => s.revision)
  const run = ensemble?.run ?? 0
  const target = ensemble?.target
  const summary = useMemo(() => (tries === undefined ? undefined : summarised(tries, run, target, revision)), [tries, run, target, revision])
  if (ensemble === undefined) return null
  const take = (cell: number): void => {
    if (tries) loadTry(tries, run, cell % tries.count)
  }
  const plane = tries?.job.experiment.domain.length === 2
  return (
    <div className="ensemble" role="group" aria-label="Ensemble">
      <Hatch />
      <header>
        <h2>{runs.length === 0 ? 'Ensemble' : runName({ runs, methods }, run)}</h2>
        <span className="note">{summary === undefined ? '' : `${countText(summary.tries.length)} tries`}</span>
        <div className="on-stage"><Progress name="Ensemble" work={work} onCancel={cancelEnsembles} onResume={resumeEnsembles} /></div>
        <button type="button" className="icon-button" aria-label="Close the ensemble" title="Close the ensemble" onClick={() => closePanel('ensemble', () => setEnsemble(undefined))}><X /></button>
      </header>
      {says !== undefined ? <p className="message">{says}</p> : waits && tries === undefined && <p className="message">Waiting for the minima of this landscape.</p>}
      {tries !== undefined && summary !== undefined && says === undefined && (
        <>
          {plane ? <EndsPlane tries={tries} summary={summary} onTake={take} /> : <EndsLine tries={tries} summary={summary} onTake={take} />}
          <Costs tries={tries} summary={summary} onTake={take} />
          <Restarts summary={summary} />
        </>
      )}
    </div>
  )
}
