import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

/** The page asks for a worker, which this environment does not have. */
class NoWorker {
  static made = 0
  constructor() {
    NoWorker.made += 1
  }
  postMessage(): void {}
  terminate(): void {}
}

beforeEach(() => {
  vi.resetModules()
  NoWorker.made = 0
  vi.stubGlobal('Worker', NoWorker)
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }))
  window.history.replaceState(null, '', '/')
  document.body.innerHTML = '<div id="root">Descent is opening.</div>'
})

afterEach(() => {
  document.body.innerHTML = ''
  vi.doUnmock('../src/ui/app.tsx')
})

describe('opening the page', () => {
  it('starts one worker and shows the interface, although React mounts twice', async () => {
    vi.doMock('../src/ui/app.tsx', () => ({ App: () => <h1>Here</h1> }))
    await import('../src/main.tsx')
    await vi.waitFor(() => expect(document.querySelector('h1')?.textContent).toBe('Here'))
    expect(NoWorker.made).toBe(1)
  })

  it('says in a sentence what went wrong when the interface does not load', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    vi.doMock('../src/ui/app.tsx', () => {
      throw new Error('the file is missing')
    })
    await import('../src/main.tsx')
    await vi.waitFor(() => expect(document.querySelector('[role=alert]')).not.toBeNull())
    const text = document.getElementById('root')?.textContent
    expect(text).toMatch(/^Descent could not be opened \(.+\)\. Reload the page; your experiment is kept in the address\.$/)
    expect(logged).toHaveBeenCalled()
  })
})
