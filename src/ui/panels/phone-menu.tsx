/** Everything of the top bar and the stage bar that has no room on a phone. */
import { EllipsisVertical } from 'lucide-react'
import { redo, setBasins, setEnsemble, setHidden, setSweep, setView, undo } from '../../store/edit.ts'
import { setSpeed, setTheme, SPEEDS } from '../../store/session.ts'
import { useStore } from '../../store/store.ts'
import { useLayers } from '../layers.ts'
import { Menu, type Entry } from '../menu.tsx'
import { atHome, resetView, zoomIn, zoomOut } from '../plot/zoom.ts'

const THEMES = [['system', 'Theme as the system'], ['light', 'Light theme'], ['dark', 'Dark theme']] as const
const VIEWS = [['map', 'Map'], ['surface', 'Surface']] as const

export function PhoneMenu({ onHelp }: { onHelp: () => void }) {
  const view = useStore((s) => s.experiment.view)
  const hidden = useStore((s) => s.experiment.hidden)
  const dimension = useStore((s) => s.experiment.domain.length)
  const mapped = useStore((s) => s.experiment.basins !== undefined)
  const swept = useStore((s) => s.experiment.sweep !== undefined)
  const tried = useStore((s) => s.experiment.ensemble !== undefined)
  const theme = useStore((s) => s.session.theme)
  const speed = useStore((s) => s.session.speed)
  const home = useStore((s) => atHome(s.experiment.domain))
  const canUndo = useStore((s) => s.canUndo)
  const canRedo = useStore((s) => s.canRedo)
  const views: readonly Entry[] =
    dimension === 1 ? [] : [
      {
        kind: 'choice',
        name: 'View',
        value: view === 'split' ? 'map' : view,
        options: VIEWS,
        onChange: (value) => setView(value === 'surface' ? 'surface' : 'map'),
      },
      { kind: 'line' },
    ]
  const layers = useLayers().map(([layer, label]): Entry => (
    { kind: 'check', label, checked: !hidden.includes(layer), onChange: (shown) => setHidden(layer, !shown) }
  ))
  const entries: readonly Entry[] = [
    ...views,
    ...layers,
    { kind: 'check', label: 'Basins', checked: mapped, onChange: (shown) => setBasins(shown ? {} : undefined) },
    { kind: 'check', label: 'Sweep', checked: swept, onChange: (shown) => setSweep(shown ? {} : undefined) },
    { kind: 'check', label: 'Ensemble', checked: tried, onChange: (shown) => setEnsemble(shown ? {} : undefined) },
    { kind: 'line' },
    { kind: 'item', label: <Plain>Zoom in</Plain>, onSelect: zoomIn },
    { kind: 'item', label: <Plain>Zoom out</Plain>, onSelect: zoomOut },
    { kind: 'item', label: <Plain>Back to the first view</Plain>, disabled: home, onSelect: resetView },
    { kind: 'line' },
    { kind: 'item', label: <Plain>Undo</Plain>, disabled: !canUndo, onSelect: () => void undo() },
    { kind: 'item', label: <Plain>Redo</Plain>, disabled: !canRedo, onSelect: () => void redo() },
    { kind: 'line' },
    more(`Speed ${speed}×`, {
      kind: 'choice', name: 'Speed', value: String(speed), options: SPEEDS.map((s) => [String(s), `${s}×`] as const),
      onChange: (text) => setSpeed(Number(text)),
    }),
    more('Theme', {
      kind: 'choice',
      name: 'Theme',
      value: theme,
      options: THEMES,
      onChange: (value) => {
        const chosen = THEMES.find(([id]) => id === value)
        if (chosen) setTheme(chosen[0])
      },
    }),
    { kind: 'line' },
    { kind: 'item', label: <Plain>Help</Plain>, onSelect: onHelp },
  ]
  return (
    <Menu className="icon-button" label="More" align="end" entries={entries}>
      <EllipsisVertical size={20} aria-hidden="true" />
    </Menu>
  )
}

const more = (label: string, entry: Entry): Entry => ({ kind: 'more', label: <Plain>{label}</Plain>, entries: [entry] })

/** Stands in line with entries that have a mark before them. */
function Plain({ children }: { children: string }) {
  return (
    <>
      <span className="mark" />
      {children}
    </>
  )
}
