/**
 * What was wrong with the link, what happened to the computation, what is odd about the formula: sentences that can be put away. Most
 * pages have none, so what draws them is loaded with the first.
 */
import { lazy, Suspense } from 'react'
import { useStore } from '../../store/store.ts'
import './notices.css'

const NoticeRow = lazy(() => import('./notice-row.tsx').then((m) => ({ default: m.NoticeRow })))

export function Notices() {
  const notices = useStore((s) => s.session.notices)
  return (
    <div className="notices" role="status" aria-live="polite" aria-label="Notices">
      {notices.map((notice) => (
        <Suspense key={notice.id} fallback={<span className="visually-hidden">{notice.title}</span>}>
          <NoticeRow notice={notice} />
        </Suspense>
      ))}
    </div>
  )
}
