/** A button with a menu. What the menu is made of is loaded when the page is idle, or when somebody reaches for it. */
import { useEffect, useState, type ReactNode } from 'react'

export type Entry =
  | { readonly kind: 'item'; readonly label: ReactNode; readonly disabled?: boolean; readonly onSelect: () => void }
  | { readonly kind: 'check'; readonly label: ReactNode; readonly checked: boolean; readonly onChange: (checked: boolean) => void }
  | {
      readonly kind: 'choice'
      readonly name: string
      readonly value: string
      readonly options: readonly (readonly [value: string, label: ReactNode])[]
      readonly onChange: (value: string) => void
    }
  | { readonly kind: 'line' }
  /** A menu of its own, opened from its label. */
  | { readonly kind: 'more'; readonly label: ReactNode; readonly entries: readonly Entry[] }

export interface MenuProps {
  /** Accessible name of the button, where its content does not say it. */
  readonly label?: string
  readonly title?: string
  readonly className: string
  readonly disabled?: boolean
  /** What stands on the button. */
  readonly children: ReactNode
  readonly entries: readonly Entry[]
  /** Class of the menu itself. */
  readonly menuClass?: string
  readonly side?: 'top' | 'bottom'
  readonly align?: 'start' | 'end'
}

type Loaded = typeof import('./menu-content.tsx').OpenMenu

let loaded: Loaded | undefined
const load = () => import('./menu-content.tsx').then((m) => (loaded = m.OpenMenu))

export function Menu(props: MenuProps) {
  const [Content, setContent] = useState(() => loaded)
  // True where the press that asked for the menu came before the menu: it opens as soon as it is there.
  const [asked, setAsked] = useState(false)
  const get = () => void load().then((m) => setContent(() => m), () => undefined)
  useEffect(() => {
    if (!('requestIdleCallback' in window)) return
    const id = window.requestIdleCallback(() => void load().catch(() => undefined), { timeout: 10_000 })
    return () => window.cancelIdleCallback(id)
  }, [])
  if (Content !== undefined) return <Content {...props} open={asked} />
  return (
    <button
      type="button"
      className={props.className}
      disabled={props.disabled}
      title={props.title}
      aria-label={props.label}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => void load().catch(() => undefined)}
      onClick={() => {
        setAsked(true)
        get()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return
        event.preventDefault()
        setAsked(true)
        get()
      }}
    >
      {props.children}
    </button>
  )
}
