/** The rows that mean(...) and sum(...) run over: choose, paste, drop or pick a file; see them, move their points, take them away. */
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useRef, useState, type DragEvent } from 'react'
import { COLUMN_LIMIT, ROW_LIMIT, type DataSet } from '../../core/data/data-set.ts'
import { DATA } from '../../core/data/index.ts'
import { chooseData, removeData, setData } from '../../store/edit-data.ts'
import { useDescribed } from '../../store/selectors.ts'
import { notify } from '../../store/session.ts'
import { useStore } from '../../store/store.ts'
import { formatShort } from '../format.ts'
import { Prose } from '../math.tsx'
import { Menu, type Entry } from '../menu.tsx'
import { DataPlot } from './data-plot.tsx'
import './data.css'

/** What was given and could not be taken: why, and the column that could be left out. */
interface Refusal {
  readonly says: string
  readonly text: string
  readonly name: string
  readonly column?: string
}

/** Pasted texts from this length on, in characters, are read at once: laying megabytes out in a field takes browsers seconds. */
const LONG = 20_000

export function DataSection() {
  const chosen = useStore((s) => s.experiment.data)
  const { data: used } = useDescribed()
  const data = chosen ?? used
  const [opened, setOpened] = useState(false)
  const [over, setOver] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const body = useId()
  const open = opened || over

  /** The reader comes with the first file. */
  const read = async (text: string, name: string, without: readonly string[] = []): Promise<boolean> => {
    const { readCsv } = await import('../../csv.ts')
    const result = readCsv(text, name, without)
    if (!result.ok) {
      const { says, about = '' } = result.issues[0]
      setRefusal({ says, text, name, ...(about.startsWith('data.') && { column: about.slice(5) }) })
      return false
    }
    const issue = setData(result.value)
    setRefusal(issue && { says: issue.says, text, name })
    const lines = result.issues.map((told) => told.says)
    if (!issue && lines.length > 0) notify({ tone: 'info', title: `${result.value.rows} rows of ${result.value.name}`, lines })
    return !issue
  }
  const take = async (dropped: DataTransfer) => {
    setOver(false)
    setOpened(true)
    const file = dropped.files.item(0)
    if (file) await read(await file.text(), file.name)
    else await read(dropped.getData('text/plain'), 'Dropped data')
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    void take(event.dataTransfer)
  }
  // A file that is dropped beside the panel is data too: the browser would show it in place of the page.
  const takeFile = useEffectEvent((dropped: DataTransfer) => void take(dropped))
  useEffect(() => {
    const onDragOver = (event: globalThis.DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    }
    const onDragLeave = (event: globalThis.DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: globalThis.DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      takeFile(event.dataTransfer)
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('dragleave', onDragLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('dragleave', onDragLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [])

  return (
    <div
      className="data-section"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget instanceof Node ? event.relatedTarget : null)) setOver(false)
      }}
      onDrop={drop}
    >
      <button type="button" className="terms-head" aria-expanded={open} aria-controls={body} onClick={() => setOpened(!open)}>
        {open ? <ChevronDown size={15} aria-hidden="true" /> : <ChevronRight size={15} aria-hidden="true" />}
        Data
        <span className="what" data-on={data !== undefined}>{data === undefined ? 'none' : `${data.name}, ${data.rows} × ${data.columns.length}`}</span>
      </button>
      <div id={body} hidden={!open}>
        {open && (
          <>
            <Sources onText={read} />
            {refusal !== undefined && (
              <div className="refusal" role="alert">
                <p><Prose text={refusal.says} /></p>
                {refusal.column !== undefined && (
                  <button type="button" className="text-button small" onClick={() => void read(refusal.text, refusal.name, [refusal.column ?? ''])}>
                    Leave out {refusal.column}
                  </button>
                )}
              </div>
            )}
            {data === undefined
              ? <p className="quiet small">Columns become names inside mean(...) and sum(...). Up to {ROW_LIMIT.toLocaleString('en')} rows of {COLUMN_LIMIT} columns.</p>
              : data.missing ? <Missing data={data} /> : <Contents data={data} removable={chosen !== undefined} />}
          </>
        )}
      </div>
    </div>
  )
}

function Sources({ onText }: { onText: (text: string, name: string) => Promise<boolean> }) {
  const [pasting, setPasting] = useState(false)
  const file = useRef<HTMLInputElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const take = (text: string) => void onText(text, 'Pasted data').then((taken) => setPasting(!taken))
  const entries = DATA.map((entry): Entry => ({
    kind: 'item',
    label: (
      <span>
        <strong>{entry.data.name}</strong>
        <span className="note"><Prose text={entry.note} /></span>
      </span>
    ),
    onSelect: () => {
      const issue = chooseData(entry)
      if (issue) notify({ tone: 'warn', title: `${entry.data.name} was not taken`, lines: [issue.says] })
    },
  }))
  return (
    <>
      <div className="sources">
        <Menu className="text-button small" menuClass="noise-menu" entries={entries}>Choose</Menu>
        <button type="button" className="text-button small" aria-expanded={pasting} onClick={() => setPasting(!pasting)}>Paste</button>
        <button type="button" className="text-button small" onClick={() => file.current?.click()}>Open file</button>
        <input
          ref={file}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          onChange={(event) => {
            const picked = event.currentTarget.files?.item(0)
            event.currentTarget.value = ''
            if (picked) void picked.text().then((text) => onText(text, picked.name))
          }}
        />
      </div>
      {pasting && (
        <form
          className="paste"
          onSubmit={(event) => {
            event.preventDefault()
            take(area.current?.value ?? '')
          }}
        >
          <label htmlFor={id} className="quiet small">Names in the first line or none; comma, semicolon or tab</label>
          <textarea
            ref={area}
            id={id}
            rows={5}
            spellCheck={false}
            autoComplete="off"
            placeholder={'x,y\n0,1.1\n1,2.9'}
            wrap="off"
            onPaste={(event) => {
              const text = event.clipboardData.getData('text/plain')
              if (text.length < LONG) return
              event.preventDefault()
              take(text)
            }}
          />
          <button type="submit" className="text-button small">Use this data</button>
        </form>
      )}
    </>
  )
}

function Missing({ data }: { data: DataSet }) {
  return (
    <p className="small">
      The {data.rows} rows of {data.name} ({data.columns.map((column) => column.name).join(', ')}) are not in this browser. Drop the file here.
    </p>
  )
}

const FIRST_ROWS = 4

function Contents({ data, removable }: { data: DataSet; removable: boolean }) {
  const last = data.columns.length - 1
  const [pair, setPair] = useState<readonly [number, number]>([0, 1])
  const [across, up] = [Math.min(pair[0], last), Math.min(pair[1], last)]
  const choice = (label: string, value: number, choose: (column: number) => void) => (
    <label className="small">
      <span className="quiet">{label}</span>
      <select value={value} onChange={(event) => choose(Number(event.currentTarget.value))}>
        {data.columns.map((column, i) => <option key={column.name} value={i}>{column.name}</option>)}
      </select>
    </label>
  )
  return (
    <>
      <DataPlot data={data} across={across} up={up} />
      {data.columns.length > 2 && (
        <div className="choices">
          {choice('Across', across, (column) => setPair([column, up]))}
          {choice('Up', up, (column) => setPair([across, column]))}
        </div>
      )}
      <div className="rows" tabIndex={0} role="region" aria-label="First rows of the data">
        <table>
          <thead>
            <tr>{data.columns.map((column) => <th key={column.name} scope="col">{column.name}</th>)}</tr>
          </thead>
          <tbody>
            {Array.from({ length: Math.min(FIRST_ROWS, data.rows) }, (_, row) => (
              <tr key={row}>{data.columns.map((column) => <td key={column.name}>{formatShort(column.values[row], 5)}</td>)}</tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="foot small">
        <span className="quiet">{data.rows > FIRST_ROWS ? `and ${(data.rows - FIRST_ROWS).toLocaleString('en')} more rows` : ''}</span>
        {removable && (
          <button
            type="button"
            className="text-button small"
            onClick={() => {
              const issue = removeData()
              if (issue) notify({ tone: 'warn', title: 'The formula needs the data', lines: ['It runs over the rows. Type another formula or choose a landscape first.'] })
            }}
          >
            Remove
          </button>
        )}
      </p>
    </>
  )
}
