/** Light or dark: chosen by the user and remembered on this device, else as the system says. */
import type { Session } from './state.ts'
import { setSession, store } from './store.ts'

type Theme = Session['theme']
const KEY = 'descent.theme'

/** The theme that is seen when `theme` is chosen. */
export function visibleTheme(theme: Theme): 'light' | 'dark' {
  if (theme !== 'system') return theme
  return darkSystem()?.matches ? 'dark' : 'light'
}

/** Shows `theme` on the page. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = visibleTheme(theme)
}

/** Keeps the choice for the next visit; a browser that keeps nothing is fine too. */
export function rememberTheme(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // Storage is forbidden or full: the choice holds until the page is closed.
  }
}

/** Reads the remembered theme, shows it, and follows the system from then on where none was chosen. */
export function startTheme(): void {
  const theme = remembered()
  setSession({ theme })
  applyTheme(theme)
  darkSystem()?.addEventListener('change', () => applyTheme(store.getState().session.theme))
}

function remembered(): Theme {
  try {
    const text = localStorage.getItem(KEY)
    return text === 'light' || text === 'dark' ? text : 'system'
  } catch {
    return 'system'
  }
}

function darkSystem(): MediaQueryList | undefined {
  return window.matchMedia?.('(prefers-color-scheme: dark)')
}
