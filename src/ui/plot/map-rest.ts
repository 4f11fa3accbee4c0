/** What the map says once everything has come to rest: the labels of its lines, and the picture in words. Nothing waits for it. */
export { placeLabels } from './contour-labels.ts'
export { mapObstacles } from './map-obstacles.ts'
export { summaryOf } from './summary.ts'
