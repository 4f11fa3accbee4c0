/** The menu itself, loaded on demand by menu.tsx. */
import { ChevronRight } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { Entry, MenuProps } from './menu.tsx'

/** `open` says whether the menu opens at once, because it was asked for before it was there. */
export function OpenMenu({ open, label, title, className, disabled, children, entries, menuClass, side, align }: MenuProps & { open: boolean }) {
  return (
    // Not modal: a modal menu injects a style rule, which the page's policy forbids.
    <DropdownMenu.Root defaultOpen={open} modal={false}>
      <DropdownMenu.Trigger className={className} disabled={disabled} title={title} aria-label={label}>
        {children}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={`menu raised ${menuClass ?? ''}`} side={side} align={align ?? 'start'} sideOffset={4} collisionPadding={8}>
          {entries.map((entry, i) => (
            <One key={i} entry={entry} menuClass={menuClass} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function One({ entry, menuClass }: { entry: Entry; menuClass?: string }) {
  switch (entry.kind) {
    case 'line':
      return <DropdownMenu.Separator />
    case 'item':
      return (
        <DropdownMenu.Item disabled={entry.disabled} onSelect={entry.onSelect}>
          {entry.label}
        </DropdownMenu.Item>
      )
    case 'check':
      // Stays open, since layers are often switched in pairs.
      return (
        <DropdownMenu.CheckboxItem checked={entry.checked} onCheckedChange={entry.onChange} onSelect={(event) => event.preventDefault()}>
          <Tick />
          {entry.label}
        </DropdownMenu.CheckboxItem>
      )
    case 'more':
      return (
        <DropdownMenu.Sub>
          <DropdownMenu.SubTrigger>
            {entry.label}
            <ChevronRight size={14} className="more" aria-hidden="true" />
          </DropdownMenu.SubTrigger>
          <DropdownMenu.Portal>
            <DropdownMenu.SubContent className={`menu sub raised ${menuClass ?? ''}`} sideOffset={2} collisionPadding={8}>
              {entry.entries.map((one, i) => (
                <One key={i} entry={one} menuClass={menuClass} />
              ))}
            </DropdownMenu.SubContent>
          </DropdownMenu.Portal>
        </DropdownMenu.Sub>
      )
    case 'choice':
      return (
        <DropdownMenu.RadioGroup value={entry.value} onValueChange={entry.onChange} aria-label={entry.name}>
          {entry.options.map(([value, label]) => (
            <DropdownMenu.RadioItem key={value} value={value}>
              <Tick />
              {label}
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
      )
  }
}

function Tick() {
  return (
    <span className="mark">
      <DropdownMenu.ItemIndicator>
        <svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" strokeWidth="1.750" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
          <path d="M2.500 7.500L5.500 10.500L11.500 3.500" />
        </svg>
      </DropdownMenu.ItemIndicator>
    </span>
  )
}
