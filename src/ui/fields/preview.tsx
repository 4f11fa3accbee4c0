/** Formulas set as in a book once the typing pauses. */
import { useEffect, useRef, useState } from 'react'
import { Tex } from '../math.tsx'
import './preview.css'

/** Time from the last key to the preview, in ms. */
export const PREVIEW_DELAY = 150
/** TeX of more characters would take seconds to set and could not be read. */
const PREVIEW_LIMIT = 4000

/** `small` sets long formulas smaller. With a `label` the keyboard can reach it, to scroll. */
export function Preview({ tex, small, label }: { readonly tex: string; readonly small: boolean; readonly label?: string }) {
  const [shown, setShown] = useState({ tex, small })
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    const timer = setTimeout(() => setShown({ tex, small }), PREVIEW_DELAY)
    return () => clearTimeout(timer)
  }, [tex, small])
  return (
    <div className="preview" data-size={shown.small ? 'small' : 'normal'} {...(label !== undefined && { tabIndex: 0, role: 'group', 'aria-label': label })}>
      {shown.tex.length > PREVIEW_LIMIT ? <p className="quiet small">Too long to be typeset.</p> : <Tex tex={shown.tex} />}
    </div>
  )
}
