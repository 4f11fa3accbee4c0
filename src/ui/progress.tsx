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
  const working = work.state === 'working'
  useEffect(() => {
    if (!working) return
    const id = setInterval(() => setNow(performance.now()), TICK)
    return () => clearInterval(id)
  }, [working])
  if (work.state === 'cancelled') {
    return <p className="progress"><span>Stopped.</span><button type="button" className="link-button" onClick={onResume}>Go on</button></p>
  }
  if (!working || now - work.began < SHORT) return null
  const share = work.total === 0 ? 0 : work.done / work.total
  const left = timeLeft(work, now)
  return (
    <p className="progress">
      <progress value={share} aria-label={name} />
      <span>{`${Math.floor(100 * share)} %${Number.isFinite(left) ? `, ${seconds(left)} left` : ''}`}</span>
      <button type="button" className="link-button" onClick={onCancel}>Cancel</button>
    </p>
  )
}
