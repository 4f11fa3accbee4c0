/** The left rail, what is descended and by which methods: loaded after the stage and its handle. */
export { LandscapePanel } from './landscape.tsx'
export { OptimizersPanel } from './optimizers.tsx'
