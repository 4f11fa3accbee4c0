/** Data sets that are too large for a link, kept in this browser under their key, and found again when such a link is opened. */
import { dataSet, type DataSet } from '../core/data/data-set.ts'
import { commitView } from './commit.ts'
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

/** Keeps the rows; resolves when they are safe, or the user was told that they are not. */
export function keep({ key, name, columns }: DataSet): Promise<void> {
  return access('readwrite', (table) => {
    table.put({ key, name, columns, at: Date.now() } satisfies Kept)
    const keys = table.index('at').getAllKeys()
    keys.onsuccess = () => keys.result.slice(0, -LIMIT).forEach((old) => table.delete(old))
  }).catch(() => {
    const says = 'This browser does not let the page keep it, and it is too large for the link: it is gone when the page is closed.'
    notify({ tone: 'warn', title: `"${name}" cannot be kept`, lines: [says] })
  })
}

/** Looks for the rows of data whose link left them in a browser, and puts them into the experiment or says that they are not here. */
export function find({ key, name, rows }: DataSet): void {
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
