/** How far a map is: percent and time left of work that takes longer than half a second, and the ways to stop it and to go on. */
import { useEffect, useState } from 'react'
import { timeLeft, type MapWork } from '../store/map-work.ts'
import './progress.css'

/** What takes less is not worth a word, in ms. */
const SHORT = 500
/** Time goes on where nothing else happens, in ms. */
const TICK = 500

/** `2 min`, `14 s`, `less than 1 s` */
function seconds(left: number): string {
  if (left < 1) return 'less than 1 s'
  return left < 100 ? `${Math.ceil(left)} s` : `${Math.ceil(left / 60)} min`
}

/** `name` says what is computed: `Basin map`. */
export function Progress({ name, work, onCancel, onResume }: {
  readonly name: string
  readonly work: MapWork
  readonly onCancel: () => void
  readonly onResume: () => void
}) {
  const [now, setNow] = useState(work.began)
  // Work that was told to go on has its button at once, so that whoever pressed it keeps the focus.
  const [resumed, setResumed] = useState(-Infinity)
  const working = work.state === 'working'
  const stopped = work.state === 'cancelled'
  useEffect(() => {
    if (!working) return
    const id = setInterval(() => setNow(performance.now()), TICK)
    return () => clearInterval(id)
  }, [working])
  const atOnce = work.began >= resumed && work.began - resumed < SHORT
  if (!stopped && (!working || (now - work.began < SHORT && !atOnce))) return null
  const share = work.total === 0 ? 0 : work.done / work.total
  const left = timeLeft(work, now)
  const goOn = (): void => {
    setResumed(performance.now())
    onResume()
  }
  return (
    <p className="progress">
      {!stopped && <progress value={share} aria-label={name} />}
      <span role={stopped ? 'status' : undefined}>{stopped ? 'Stopped.' : `${Math.floor(100 * share)} %${Number.isFinite(left) ? `, ${seconds(left)} left` : ''}`}</span>
      <button type="button" className="link-button" onClick={stopped ? goOn : onCancel}>{stopped ? 'Go on' : 'Cancel'}</button>
    </p>
  )
}
