/** What is descended, by which methods, and the player: loaded after the stage and its handle. */
export { LandscapePanel } from './landscape.tsx'
export { OptimizersPanel } from './optimizers.tsx'
export { TransportPanel } from './transport.tsx'
