/** Keys that work everywhere on the page, except where they mean something to the element that has the focus. */
import { useEffect } from 'react'
import { redo, undo } from '../store/edit.ts'
import { stepBy, togglePlay } from '../store/session.ts'

/** Space plays and pauses, comma and full stop step, Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) go back and forth in the experiment, ? asks for help. */
export function useGlobalKeys(onHelp: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const target = event.target instanceof HTMLElement ? event.target : document.body
      if ((event.ctrlKey || event.metaKey) && !event.altKey) {
        const key = event.key.toLowerCase()
        const back = key === 'z' && !event.shiftKey
        const forth = (key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey)
        if (!(back || forth) || keepsOwnHistory(target)) return
        event.preventDefault()
        if (back) undo()
        else redo()
        return
      }
      if (event.altKey || event.ctrlKey || event.metaKey || isText(target) || inOverlay(target)) return
      if (event.key === ' ' && !isPressable(target)) {
        event.preventDefault()
        togglePlay()
      } else if (event.key === ',' || event.key === '.') {
        event.preventDefault()
        stepBy(event.key === ',' ? -1 : 1)
      } else if (event.key === '?') {
        event.preventDefault()
        onHelp()
      }
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [onHelp])
}

/** Whether a key asks for the row it was pressed in to be removed: Delete or Backspace on one of its buttons, and not where it edits a value. */
export function asksToRemove({ key, target, repeat, altKey, ctrlKey, metaKey }: Pressed): boolean {
  if ((key !== 'Delete' && key !== 'Backspace') || repeat || altKey || ctrlKey || metaKey) return false
  return target instanceof HTMLElement && target.matches('button') && !inOverlay(target)
}

type Pressed = Pick<KeyboardEvent, 'key' | 'target' | 'repeat' | 'altKey' | 'ctrlKey' | 'metaKey'>

function isText(element: HTMLElement): boolean {
  return element.isContentEditable || element.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=range])')
}

/** A text field undoes its own typing, as long as there is typing to undo. */
function keepsOwnHistory(element: HTMLElement): boolean {
  return isText(element) && element.dataset.changed !== undefined
}

/** Space presses these. The start handle is a button only for screen readers: Space plays there too. */
function isPressable(element: HTMLElement): boolean {
  return element.closest('button:not(.start-handle), a[href], summary, input, [role=button], [role=tab], [role^=menuitem], [role=option]') !== null
}

function inOverlay(element: HTMLElement): boolean {
  return element.closest('[role=dialog], [role=menu], [role=listbox]') !== null
}
