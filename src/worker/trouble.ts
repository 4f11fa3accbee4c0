/** What the user is told when the worker fails. */

/** The worker failed or fell silent; a new one has taken its place. */
export interface Trouble {
  readonly title: string
  readonly says: string
  /** True where the experiment is given up until it changes, because it would only fail again. */
  readonly stopped: boolean
}

/** It threw: the same experiment would make it throw again. `stopped` where nothing newer waits. */
export function failed(reason: string, stopped: boolean): Trouble {
  const what = `The calculation failed (${inside(reason)}) and was started afresh; nothing you typed is lost.`
  const next = stopped ? 'Change the experiment to try again.' : 'The newest experiment is being computed.'
  return {
    title: 'The calculation failed',
    says: `${what} ${next}`,
    stopped,
  }
}

/** Its program did not come. */
export function notLoaded(reason: string): Trouble {
  return {
    title: 'The calculation could not be loaded',
    says: `The program for the calculation did not load (${inside(reason)}). Reload the page; nothing you typed is lost.`,
    stopped: true,
  }
}

/** It said nothing for `seconds`, for the second time on the same experiment where `stopped`. */
export function silence(seconds: number, stopped: boolean): Trouble {
  const quiet = `It gave no answer for ${seconds} seconds`
  if (!stopped) return { title: 'The calculation was started afresh', says: `${quiet}; nothing you typed is lost.`, stopped }
  return {
    title: 'The calculation was stopped',
    says: `${quiet}, twice; nothing you typed is lost. Take fewer steps or a shorter formula, and it starts again.`,
    stopped,
  }
}

/** A reason inside a sentence: no full stop at its end, at most 200 characters. */
function inside(reason: string): string {
  const text = reason.trim().replace(/^Uncaught /, '').replace(/\.$/, '')
  return text.length > 200 ? `${text.slice(0, 199)}…` : text
}
