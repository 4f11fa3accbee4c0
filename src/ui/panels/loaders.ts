/** The dialog with every landscape, which two places open, comes when it is asked for. */
export const loadGallery = () => import('./gallery.tsx').then((m) => ({ default: m.Gallery }))
