/** Name of the page and of the landscape; share, undo, theme, help. On the phone all but sharing moves into one menu. */
import { CircleHelp, Contrast, Link, ChevronDown, Moon, PanelRight, Redo2, Sun, Undo2 } from 'lucide-react'
import { lazy, startTransition, Suspense, useEffect, useRef, useState } from 'react'
import { redo, undo } from '../../store/edit.ts'
import { copyLink } from '../../store/link.ts'
import { useDescribed } from '../../store/selectors.ts'
import { setTheme } from '../../store/session.ts'
import type { Session } from '../../store/state.ts'
import { useStore } from '../../store/store.ts'
import { Mark } from '../mark.tsx'
import type { Layout } from '../layout.ts'
import { loadGallery } from './loaders.ts'
import './top-bar.css'

const HelpDialog = lazy(() => import('./help.tsx').then((m) => ({ default: m.HelpDialog })))
const Gallery = lazy(loadGallery)
const PhoneMenu = lazy(() => import('./phone-menu.tsx').then((m) => ({ default: m.PhoneMenu })))

export interface TopBarProps {
  readonly layout: Layout
  /** Whether the drawer with the readings is open, where the window has one. */
  readonly drawer: boolean
  readonly onDrawer: (open: boolean) => void
  readonly help: boolean
  readonly onHelp: (open: boolean) => void
}

export function TopBar({ layout, drawer, onDrawer, help, onHelp }: TopBarProps) {
  const [gallery, setGallery] = useState(false)
  const { name, trait } = useDescribed()
  const phone = layout === 'phone'
  return (
    <header className="top-bar" data-phone={phone}>
      <span className="brand">
        <Mark />
        <span className={phone ? 'visually-hidden' : 'name'}>Descent</span>
      </span>
      {phone ? (
        <h1>
          <button type="button" className="title" aria-haspopup="dialog" onClick={() => startTransition(() => setGallery(true))}>
            <span className="landscape">{name}</span>
            <ChevronDown size={16} aria-hidden="true" />
            <span className="visually-hidden">Choose a landscape</span>
          </button>
        </h1>
      ) : (
        <h1>
          <span className="landscape">{name}</span>
          {trait !== '' && <span className="trait">{trait}</span>}
        </h1>
      )}
      <div className="actions">
        {!phone && <History />}
        <Share compact={phone} />
        {phone ? (
          <Suspense fallback={<span className="icon-button" />}>
            <PhoneMenu onHelp={() => onHelp(true)} />
          </Suspense>
        ) : (
          <>
            <ThemeButton />
            <button type="button" className="icon-button" aria-label="Help" title="Help (?)" aria-keyshortcuts="?" aria-haspopup="dialog" onClick={() => onHelp(true)}>
              <CircleHelp size={18} aria-hidden="true" />
            </button>
          </>
        )}
        {layout === 'medium' && (
          <button
            type="button"
            className="icon-button"
            aria-label="Readings: point, verdicts, next step"
            title="Readings"
            aria-expanded={drawer}
            aria-controls="readings"
            onClick={() => onDrawer(!drawer)}
          >
            <PanelRight size={18} aria-hidden="true" />
          </button>
        )}
      </div>
      <Suspense fallback={null}>
        {help && <HelpDialog onClose={() => onHelp(false)} />}
        {gallery && <Gallery onClose={() => setGallery(false)} />}
      </Suspense>
    </header>
  )
}

function History() {
  const canUndo = useStore((s) => s.canUndo)
  const canRedo = useStore((s) => s.canRedo)
  return (
    <>
      <button type="button" className="icon-button" aria-label="Undo" title="Undo (Ctrl+Z)" disabled={!canUndo} onClick={() => undo()}>
        <Undo2 size={18} aria-hidden="true" />
      </button>
      <button type="button" className="icon-button" aria-label="Redo" title="Redo (Ctrl+Shift+Z)" disabled={!canRedo} onClick={() => redo()}>
        <Redo2 size={18} aria-hidden="true" />
      </button>
    </>
  )
}

/** Copies at once; says so for two seconds. A clipboard that refuses is answered by a notice with the link in it. */
function Share({ compact }: { compact: boolean }) {
  const [copied, setCopied] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const copy = async () => {
    if (!(await copyLink())) return
    setCopied(true)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setCopied(false), 2000)
  }
  return (
    <>
      <button
        type="button"
        className={compact ? 'icon-button share' : 'solid-button share'}
        aria-label={compact ? 'Share: copy the link' : undefined}
        data-copied={copied}
        onClick={() => void copy()}
      >
        <Link size={compact ? 19 : 16} aria-hidden="true" />
        {compact ? copied && <span className="bubble">Link copied</span> : <span>{copied ? 'Link copied' : 'Share'}</span>}
      </button>
      <span className="visually-hidden" role="status" aria-live="polite">
        {copied ? 'Link copied' : ''}
      </span>
    </>
  )
}

const NEXT: Readonly<Record<Session['theme'], Session['theme']>> = { system: 'light', light: 'dark', dark: 'system' }
const THEME_ICON = { system: Contrast, light: Sun, dark: Moon } as const

function ThemeButton() {
  const theme = useStore((s) => s.session.theme)
  const Icon = THEME_ICON[theme]
  const said = theme === 'system' ? 'as the system' : theme
  return (
    <button type="button" className="icon-button" aria-label={`Theme: ${said}. Change to ${NEXT[theme]}.`} title={`Theme: ${said}`} onClick={() => setTheme(NEXT[theme])}>
      <Icon size={18} aria-hidden="true" />
    </button>
  )
}
