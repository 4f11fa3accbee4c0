/** One sentence or more that can be put away. */
import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react'
import { useState } from 'react'
import { dismiss } from '../../store/session.ts'
import type { Notice } from '../../store/state.ts'
import { Prose } from '../math.tsx'

const SYMBOL = { info: Info, warn: TriangleAlert, bad: CircleAlert } as const
/** More lines than this fold away behind a button, so that a ruined link does not push the stage off the page. */
const LINES_SHOWN = 1

export function NoticeRow({ notice }: { notice: Notice }) {
  const [all, setAll] = useState(false)
  const Symbol = SYMBOL[notice.tone]
  const lines = all ? notice.lines : notice.lines.slice(0, LINES_SHOWN)
  const rest = notice.lines.length - lines.length
  return (
    <div className="notice" data-tone={notice.tone}>
      <Symbol size={16} aria-hidden="true" />
      <div className="text">
        <strong>{notice.title}</strong>
        <ul>
          {lines.map((line, i) => (
            <li key={i}>
              <Prose text={line} />
            </li>
          ))}
        </ul>
        {rest > 0 && (
          <button type="button" className="text-button small" onClick={() => setAll(true)}>
            Show {rest} more
          </button>
        )}
      </div>
      <button type="button" className="icon-button" aria-label={`Dismiss: ${notice.title}`} onClick={() => dismiss(notice.id)}>
        <X size={16} aria-hidden="true" />
      </button>
    </div>
  )
}
