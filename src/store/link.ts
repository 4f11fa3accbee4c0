/**
 * The address bar follows the experiment, and the experiment follows the address. The only file that touches location and
 * history.
 */
import type { Experiment } from '../core/experiment/experiment.ts'
import { decode, encode } from '../core/experiment/permalink.ts'
import { staysHere } from '../core/experiment/data-text.ts'
import { onCommit, startWith, type How } from './commit.ts'
import { openLink, tellLinkIssues } from './opening.ts'
import { notify } from './session.ts'
import { sameChoice } from './same.ts'
import { store } from './store.ts'

/** Safari refuses more than 100 changes of the address in 30 s; the bar follows no faster than this, in ms. */
export const FOLLOW = 400

let timer: ReturnType<typeof setTimeout> | undefined
/** The hash as we last wrote or read it: events about it are our own echo. */
let known = ''
let arriving = false
let stop: (() => void) | undefined

/**
 * Opens the experiment in the address, if there is one, and keeps the two together from then on. Calling it again does nothing.
 */
export function startLink(): () => void {
  if (stop) return stop
  known = readHash()
  if (known !== '') {
    const { value, issues } = decode(known)
    startWith(value)
    tellLinkIssues(issues)
  }
  const off = onCommit(follow)
  findKept(present())
  window.addEventListener('popstate', arrive)
  window.addEventListener('hashchange', arrive)
  stop = () => {
    off()
    clearTimeout(timer)
    timer = undefined
    window.removeEventListener('popstate', arrive)
    window.removeEventListener('hashchange', arrive)
    stop = undefined
  }
  return stop
}

/** The whole address of the present experiment, to send to somebody. */
export function shareLink(): string {
  const { origin, pathname, search } = window.location
  return `${origin === 'null' ? 'file://' : origin}${pathname}${search}#${encode(present())}`
}

/**
 * Puts the link on the clipboard. Returns false where the browser allows no way; a notice then shows the link to copy by hand.
 */
export async function copyLink(): Promise<boolean> {
  const link = shareLink()
  write('replace', present())
  const { data } = present()
  if (data !== undefined && staysHere(data)) {
    const says = `It has ${data.rows} rows, too many for a link, and stays in this browser. Send the file as well: whoever opens the link can drop it on the page.`
    notify({ tone: 'info', title: `The data "${data.name}" does not travel with the link`, lines: [says] })
  }
  try {
    await navigator.clipboard.writeText(link)
    return true
  } catch {
    if (copyBySelection(link)) return true
    const lines = ['The browser does not let the page use the clipboard.', link]
    notify({ tone: 'info', title: 'Copy the link from here', lines })
    return false
  }
}

function follow(after: Experiment, before: Experiment, how: How): void {
  if (after.data !== before.data) findKept(after)
  if (arriving) return
  // A page to go back to: another landscape was chosen, a formula was begun, a link was opened. All else is written over quietly.
  const travels = how === 'open' || (how === 'step' && !sameChoice(after.landscape, before.landscape))
  if (travels) {
    write('replace', before)
    write('push', after)
  } else {
    timer ??= setTimeout(catchUp, FOLLOW)
  }
}

/** Writes the address once nothing is held: a browser takes longer over it than a frame of a drag should. */
function catchUp(): void {
  if (store.getState().session.dragging) timer = setTimeout(catchUp, FOLLOW)
  else write('replace', present())
}

/** Rows that a link left in this browser are looked for. */
function findKept({ data }: Experiment): void {
  if (data?.missing === true) import('./kept.ts').then(({ find }) => find(data)).catch(reportError)
}

/** Keys of data that were put away, or refused, since the page opened. */
const settled = new Set<string>()

/**
 * Keeps the data of an experiment where its link does not hold it. Undefined where nothing is left to do; else it resolves when the rows are
 * safe, or the user was told that they are not: only then may an address name them, since a reload would not find them yet.
 */
function keep({ data }: Experiment): Promise<void> | undefined {
  if (data === undefined || data.missing === true || settled.has(data.key) || !staysHere(data)) return undefined
  return import('./kept.ts').then((kept) => kept.keep(data)).catch(reportError).then(() => void settled.add(data.key))
}

function write(how: 'push' | 'replace', experiment: Experiment): void {
  clearTimeout(timer)
  timer = undefined
  const hash = encode(experiment)
  if (hash === known) return
  const keeping = keep(experiment)
  if (keeping !== undefined) {
    void keeping.then(() => write(how, present()))
    return
  }
  known = hash
  try {
    if (how === 'push') window.history.pushState(null, '', `#${hash}`)
    else window.history.replaceState(null, '', `#${hash}`)
  } catch {
    // The browser finds this too often; the next change writes the address again.
    known = readHash()
  }
}

/** Back, forward, or a hash typed by hand: the experiment of the address opens, as a step that can be undone. */
function arrive(): void {
  const hash = readHash()
  if (hash === known) return
  clearTimeout(timer)
  timer = undefined
  known = hash
  arriving = true
  try {
    openLink(hash)
  } finally {
    arriving = false
  }
}

const present = () => store.getState().experiment
const readHash = () => window.location.hash.slice(1)

/** The way before there was a clipboard interface; works on pages without a secure origin. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.setAttribute('readonly', '')
  area.style.position = 'fixed'
  area.style.opacity = '0'
  const focused = document.activeElement
  document.body.append(area)
  area.focus()
  area.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    area.remove()
    if (focused instanceof HTMLElement) focused.focus()
  }
}
