/** A method's or schedule's file once more, for its `about` alone: see about.ts. */
declare module '*?method' {
  export const about: import('./optimizer.ts').MethodAbout
}
declare module '*?schedule' {
  export const about: import('./schedules/schedule.ts').ScheduleAbout
}
