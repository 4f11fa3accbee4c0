/** Panels that the stage shows beside the landscape, and the way out of them. */

/** The box of the stage bar that opens a panel, by the name of the panel. */
export const boxOf = (panel: 'sweep' | 'ensemble'): string => `box-${panel}`

/** Closes a panel. The focus, which would go with it, is given to what opens it again: its box, or the menu that has it on a phone. */
export function closePanel(panel: 'sweep' | 'ensemble', close: () => void): void {
  close()
  const opener = document.getElementById(boxOf(panel)) ?? document.querySelector<HTMLElement>('.top-bar [aria-haspopup=menu]')
  opener?.focus()
}
