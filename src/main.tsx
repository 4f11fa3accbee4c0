/** The page's edge: read the link, start the worker, mount the interface. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startEngine } from './store/engine.ts'
import { startLink } from './store/link.ts'
import { startTheme } from './store/theme.ts'

const root = document.getElementById('root')

async function open(at: HTMLElement): Promise<void> {
  startTheme()
  startLink()
  startEngine()
  // Loaded from here so that a failure anywhere in the interface still ends in the sentence below, and the worker is already
  // busy.
  const { App } = await import('./ui/app.tsx')
  createRoot(at).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

if (root) {
  open(root).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error)
    const sentence = document.createElement('p')
    sentence.className = 'boot'
    sentence.setAttribute('role', 'alert')
    sentence.textContent = `Descent could not be opened (${why}). Reload the page; your experiment is kept in the address.`
    root.replaceChildren(sentence)
    console.error(error)
  })
}
