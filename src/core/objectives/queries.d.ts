/** A landscape's file once more, for its `about` alone: see about.ts. */
declare module '*?about' {
  export const about: import('./objective.ts').About
}
