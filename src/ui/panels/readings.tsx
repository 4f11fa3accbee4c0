/** The panels that say what is true here, how each run ended and what comes next: loaded after the stage and its handle. */
export { InspectorPanel } from './inspector.tsx'
export { Legend } from './legend.tsx'
export { NextStepPanel } from './next-step.tsx'
export { VerdictsPanel } from './verdicts.tsx'
