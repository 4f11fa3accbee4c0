// Sets the theme before the first paint, so that a dark page never flashes white. The store takes over once it runs.
(() => {
  let chosen = 'system'
  try {
    chosen = localStorage.getItem('descent.theme') ?? 'system'
  } catch {
    // Storage is switched off: follow the system.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()
