/** Everything of the top bar and the stage bar that has no room on a phone. */
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import type { Layer, View } from '../../core/experiment/experiment.ts'
import { redo, setHidden, setView, undo } from '../../store/edit.ts'
import { setTheme } from '../../store/session.ts'
import { useStore } from '../../store/store.ts'
import './phone-menu.css'

const THEMES = [['system', 'Theme as the system'], ['light', 'Light theme'], ['dark', 'Dark theme']] as const
const VIEWS: readonly (readonly [View, string])[] = [['map', 'Map'], ['surface', 'Surface']]
const LAYERS: Readonly<Record<1 | 2, readonly (readonly [Layer, string])[]>> = {
  1: [['tangent', 'Tangent'], ['derivatives', 'Derivatives'], ['critical', 'Critical points']],
  2: [['contours', 'Contours'], ['critical', 'Critical points']],
}

export function PhoneMenu({ trigger, onHelp }: { trigger: ReactNode; onHelp: () => void }) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="icon-button" aria-label="More">
        {trigger}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu raised phone-menu" align="end" sideOffset={4} collisionPadding={8}>
          <Items onHelp={onHelp} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function Items({ onHelp }: { onHelp: () => void }) {
  const view = useStore((s) => s.experiment.view)
  const hidden = useStore((s) => s.experiment.hidden)
  const dimension = useStore((s) => s.experiment.domain.length)
  const theme = useStore((s) => s.session.theme)
  const canUndo = useStore((s) => s.canUndo)
  const canRedo = useStore((s) => s.canRedo)
  return (
    <>
      {dimension === 2 && (
        <DropdownMenu.RadioGroup value={view === 'split' ? 'map' : view} aria-label="View">
          {VIEWS.map(([id, label]) => (
            <DropdownMenu.RadioItem key={id} value={id} onSelect={() => setView(id)}>
              <Dot />
              {label}
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
      )}
      {dimension === 2 && <DropdownMenu.Separator />}
      {LAYERS[dimension === 1 ? 1 : 2].map(([layer, label]) => (
        <DropdownMenu.CheckboxItem
          key={layer}
          checked={!hidden.includes(layer)}
          onCheckedChange={(shown) => setHidden(layer, !shown)}
          onSelect={(event) => event.preventDefault()}
        >
          <Dot />
          {label}
        </DropdownMenu.CheckboxItem>
      ))}
      <DropdownMenu.Separator />
      <DropdownMenu.Item disabled={!canUndo} onSelect={() => undo()}>
        <span className="dot" />
        Undo
      </DropdownMenu.Item>
      <DropdownMenu.Item disabled={!canRedo} onSelect={() => redo()}>
        <span className="dot" />
        Redo
      </DropdownMenu.Item>
      <DropdownMenu.Separator />
      <DropdownMenu.RadioGroup value={theme} aria-label="Theme">
        {THEMES.map(([id, label]) => (
          <DropdownMenu.RadioItem key={id} value={id} onSelect={() => setTheme(id)}>
            <Dot />
            {label}
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
      <DropdownMenu.Separator />
      <DropdownMenu.Item onSelect={onHelp}>
        <span className="dot" />
        Help
      </DropdownMenu.Item>
    </>
  )
}

function Dot() {
  return (
    <span className="dot">
      <DropdownMenu.ItemIndicator>
        <svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" strokeWidth="1.750" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
          <path d="M2.500 7.500L5.500 10.500L11.500 3.500" />
        </svg>
      </DropdownMenu.ItemIndicator>
    </span>
  )
}
