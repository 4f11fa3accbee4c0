/** plotly with the traces of the 3-D view: the second largest part of the page, so only the surface loads it, lazily. */
import mesh3d from 'plotly.js/lib/mesh3d'
import scatter3d from 'plotly.js/lib/scatter3d'
import surface from 'plotly.js/lib/surface'
import { Plotly } from './plotly.ts'

Plotly.register([surface, mesh3d, scatter3d])

export { Plotly }
