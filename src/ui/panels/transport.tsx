/** Playing the runs: reset, step, play, speed, scrubber with marks where runs ended, and how many steps there are. */
import { ChevronDown, Pause, Play, RotateCcw, SkipBack, SkipForward } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { setSteps } from '../../store/edit.ts'
import { pause, reset, seek, setSpeed, SPEEDS, stepBy, togglePlay } from '../../store/session.ts'
import type { State } from '../../store/state.ts'
import { store, useStore } from '../../store/store.ts'
import { readNumber, typeset } from '../format.ts'
import { Menu } from '../menu.tsx'
import { onFrame } from '../plot/frame.ts'
import { runStyle } from '../plot/style.ts'
import { useThrottled } from '../throttle.ts'
import './transport.css'

export function TransportPanel() {
  return (
    <section className="transport" aria-label="Playback">
      <button type="button" className="icon-button" aria-label="Back to the start" title="Back to the start" onClick={reset}>
        <RotateCcw size={18} strokeWidth={1.9} />
      </button>
      <button type="button" className="icon-button" aria-label="One step back" title="One step back (,)" aria-keyshortcuts="," onClick={() => stepBy(-1)}>
        <SkipBack size={18} strokeWidth={1.9} fill="currentColor" />
      </button>
      <PlayButton />
      <button type="button" className="icon-button" aria-label="One step forward" title="One step forward (.)" aria-keyshortcuts="." onClick={() => stepBy(1)}>
        <SkipForward size={18} strokeWidth={1.9} fill="currentColor" />
      </button>
      <Speed />
      <Scrubber />
      <StepCount />
    </section>
  )
}

function PlayButton() {
  const playing = useStore((s) => s.session.playing)
  const idle = useStore((s) => s.experiment.steps === 0)
  const label = playing ? 'Pause' : 'Play'
  return (
    <button type="button" className="play" aria-label={label} title={`${label} (Space)`} aria-keyshortcuts="Space" disabled={idle} onClick={togglePlay}>
      {playing ? <Pause size={18} fill="currentColor" strokeWidth={0} /> : <Play size={18} fill="currentColor" strokeWidth={0} />}
    </button>
  )
}

function Speed() {
  const speed = useStore((s) => s.session.speed)
  return (
    <Menu
      className="text-button speed" menuClass="transport-speeds" side="top" label={`Speed ${speed}×`}
      entries={[{
        kind: 'choice', name: 'Speed', value: String(speed), options: SPEEDS.map((s) => [String(s), `${s}×`] as const),
        onChange: (text) => setSpeed(Number(text)),
      }]}
    >
      {speed}×
      <ChevronDown size={16} strokeWidth={1.75} />
    </Menu>
  )
}

/** Which runs reached a verdict, and where, as text: a string is the same while nothing has moved. */
function marksOf({ results, experiment }: State): string {
  const marks = results.paths.flatMap(({ run, ending }) =>
    ending && ending.ending !== 'out-of-steps' && experiment.runs[run]?.shown ? [`${run}:${ending.step}`] : [],
  )
  return [...new Set(marks)].join(' ')
}

function Scrubber() {
  const input = useRef<HTMLInputElement>(null)
  const track = useRef<HTMLSpanElement>(null)
  const steps = useStore((s) => s.experiment.steps)

  useEffect(() => {
    let shown = ''
    return onFrame(() => {
      const { experiment, session } = store.getState()
      const key = `${session.playhead}/${experiment.steps}`
      if (key === shown || !input.current || !track.current) return
      shown = key
      const step = Math.round(session.playhead)
      input.current.max = String(experiment.steps)
      input.current.value = String(step)
      input.current.setAttribute('aria-valuetext', `Step ${step} of ${experiment.steps}`)
      track.current.style.setProperty('--played', String(experiment.steps > 0 ? session.playhead / experiment.steps : 0))
    })
  }, [])

  // Space plays here too. A tenth for the page keys; the arrows move by one, also where 100,000 steps share a few hundred pixels.
  const key = (event: KeyboardEvent): void => {
    if (event.key === ' ') {
      event.preventDefault()
      togglePlay()
      return
    }
    const page = Math.max(1, Math.round(steps / 10))
    const by: Readonly<Record<string, number>> = {
      ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -page, PageUp: page, Home: -steps, End: steps,
    }
    if (!Object.hasOwn(by, event.key) || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    stepBy(by[event.key] * (event.shiftKey && Math.abs(by[event.key]) === 1 ? 10 : 1))
  }

  return (
    <div className="scrubber">
      <Marks steps={steps} />
      <input
        ref={input} type="range" aria-label="Step" min={0} max={steps} step={1} defaultValue={Math.round(store.getState().session.playhead)}
        disabled={steps === 0} onKeyDown={key} onPointerDown={pause} onChange={(event) => seek(Number(event.currentTarget.value))}
      />
      <span ref={track} className="track" aria-hidden="true">
        <span className="played" />
        <span className="thumb" />
      </span>
    </div>
  )
}

function Marks({ steps }: { steps: number }) {
  const marks = useThrottled(marksOf)
  if (marks === '' || steps === 0) return null
  return (
    <span className="marks" aria-hidden="true">
      {marks.split(' ').map((mark, i) => {
        const [run, step] = mark.split(':').map(Number)
        return (
          <svg key={i} width="12" height="8" viewBox="0 0 12 8" style={{ left: `${(100 * step) / steps}%`, fill: `var(${runStyle(run).variable})` }}>
            <path d="M1 0.500h10L6 7.500z" />
          </svg>
        )
      })}
    </span>
  )
}

/** `Step 26 of 160`, where the total can be typed over. */
function StepCount() {
  const now = useRef<HTMLElement>(null)
  const steps = useStore((s) => s.experiment.steps)
  const [draft, setDraft] = useState<string | undefined>(undefined)
  const [says, setSays] = useState('')
  const problem = useId()

  useEffect(() => {
    let shown = ''
    return onFrame(() => {
      const text = String(Math.round(store.getState().session.playhead))
      if (text === shown || !now.current) return
      shown = text
      now.current.textContent = text
    })
  }, [])

  const finish = (): void => {
    if (draft === undefined) return
    const read = readNumber(draft.replace(/[\s']|,(?=\d{3}\b)/g, ''))
    const issue = 'says' in read ? read : read.value === steps ? undefined : setSteps(read.value)
    setSays(issue ? typeset(issue.says) : '')
    // What was refused stays to be mended.
    if (!issue) setDraft(undefined)
  }
  const key = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') finish()
    if (event.key !== 'Escape' || draft === undefined) return
    event.stopPropagation()
    setDraft(undefined)
    setSays('')
  }
  const text = draft ?? String(steps)

  return (
    <div className="count">
      <span className="word">Step </span>
      <b ref={now}>{Math.round(store.getState().session.playhead)}</b>
      <span className="word"> of </span>
      <span className="slash"> / </span>
      <input
        type="text" inputMode="numeric" aria-label="Number of steps" value={text} style={{ width: `calc(${Math.max(2, text.length)}ch + 8px)` }} spellCheck={false}
        autoComplete="off" aria-invalid={says !== ''} aria-describedby={says === '' ? undefined : problem}
        onChange={(event) => setDraft(event.currentTarget.value)} onBlur={finish} onKeyDown={key} onFocus={(event) => event.currentTarget.select()}
      />
      <p id={problem} className="raised problem" role="alert" hidden={says === ''}>
        {says}
      </p>
    </div>
  )
}
