/**
 * The file of a method, of a schedule, of what stands around a method once more, for its `about` alone (see about.ts) or for its code alone
 * (see codes.ts).
 */
declare module '*?method' {
  export const about: import('./optimizer.ts').MethodAbout
}
declare module '*?schedule' {
  export const about: import('./schedules/schedule.ts').ScheduleAbout
}
declare module '*?around' {
  export const about: import('./around/around.ts').AroundAbout
}
declare module '*?begin' {
  export const begin: import('./optimizer.ts').Begin
}
