/** Data sets that are too large for a link, kept in this browser under their key, and found again when such a link is opened. */
import { dataSet, type DataSet } from '../core/data/data-set.ts'
import { staysHere } from '../core/experiment/data-text.ts'
import type { Experiment } from '../core/experiment/experiment.ts'
import { commitView, onCommit } from './commit.ts'
import { notify } from './session.ts'
import { store } from './store.ts'

const DATABASE = 'descent'
const TABLE = 'data'
/** Sets that are kept; the oldest give way. */
const LIMIT = 20

interface Kept {
  readonly key: string
  readonly name: string
  readonly columns: DataSet['columns']
  readonly at: number
}

/** Looks for the rows of every link that left them in a browser, from now on; returns the way to stop. */
export function startKept(): () => void {
  find(store.getState().experiment)
  return onCommit((after, before) => {
    if (after.data !== before.data) find(after)
  })
}

/** Keys that were put away, or refused, since the page opened. */
const settled = new Set<string>()

/**
 * Keeps the data of an experiment where its link does not hold it. Undefined where nothing is left to do; else resolves when the rows
 * are safe, or the user was told that they are not: only then may an address name them, since a reload would not find them yet.
 */
export function keep({ data }: Experiment): Promise<void> | undefined {
  if (data === undefined || data.missing === true || settled.has(data.key) || !staysHere(data)) return undefined
  const { key, name, columns } = data
  return access('readwrite', (table) => {
    table.put({ key, name, columns, at: Date.now() } satisfies Kept)
    const keys = table.index('at').getAllKeys()
    keys.onsuccess = () => keys.result.slice(0, -LIMIT).forEach((old) => table.delete(old))
  }).catch(() => {
    const says = 'This browser does not let the page keep it, and it is too large for the link: it is gone when the page is closed.'
    notify({ tone: 'warn', title: `"${name}" cannot be kept`, lines: [says] })
  }).then(() => void settled.add(key))
}

function find({ data }: Experiment): void {
  if (data?.missing !== true) return
  const { key, name, rows } = data
  load(key).catch(() => undefined).then((found) => {
    const { experiment } = store.getState()
    if (experiment.data?.key !== key || experiment.data.missing !== true) return
    if (found !== undefined) commitView({ ...experiment, data: found })
    else {
      const says = `It has ${rows} rows, too many for a link, and stayed in the browser that made it. Drop the file on the data section; all else is here.`
      notify({ tone: 'warn', title: `The data "${name}" is not in this browser`, lines: [says] })
    }
  }, () => undefined)
}

async function load(key: string): Promise<DataSet | undefined> {
  let request: IDBRequest<Kept | undefined> | undefined
  await access('readonly', (table) => { request = table.get(key) })
  const kept = request?.result
  if (kept === undefined) return undefined
  const data = dataSet(kept.name, kept.columns)
  return data.key === key ? data : undefined
}

function access(mode: IDBTransactionMode, work: (table: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1)
    const fail = (): void => reject(new Error('The browser keeps nothing.'))
    opening.onupgradeneeded = () => opening.result.createObjectStore(TABLE, { keyPath: 'key' }).createIndex('at', 'at')
    opening.onerror = fail
    opening.onblocked = fail
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(TABLE, mode)
      transaction.oncomplete = () => {
        opening.result.close()
        resolve()
      }
      transaction.onerror = fail
      transaction.onabort = fail
      work(transaction.objectStore(TABLE))
    }
  })
}
