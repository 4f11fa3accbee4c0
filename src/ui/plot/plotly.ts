/**
 * The only importer of plotly's core and its 2-D traces. Load it lazily, `await import('./plotly.ts')`: it is the largest part of
 * the page. The core brings `scatter`; a trace type that is not registered here draws silently as `scatter`.
 */
import contour from 'plotly.js/lib/contour'
import core from 'plotly.js/lib/core'
import 'virtual:plotly.css'

core.register([contour])

export const Plotly = core
