/** Mathematics in the page. KaTeX and its fonts are loaded when the first formula is shown, never before the first paint. */
import { Fragment, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { plainTex } from '../core/formula/plain.ts'
import { parts, typeset } from './format.ts'

type Render = (tex: string, element: HTMLElement) => void

let render: Render | undefined
let loading: Promise<void> | undefined
const waiting = new Set<() => void>()

/** Loads KaTeX once; every formula on the page is drawn when it has arrived. */
export function loadMath(): Promise<void> {
  loading ??= Promise.all([import('katex'), import('katex/dist/katex-swap.min.css')]).then(([katex]) => {
    render = (tex, element) =>
      katex.default.render(tex, element, { throwOnError: false, strict: false, maxExpand: 200, maxSize: 20, errorColor: 'inherit' })
    for (const tell of waiting) tell()
  })
  return loading
}

function subscribe(tell: () => void): () => void {
  waiting.add(tell)
  return () => waiting.delete(tell)
}

/** A formula in TeX. Until KaTeX is there, the source stands in quietly. */
export function Tex({ tex, className }: { tex: string; className?: string }) {
  const element = useRef<HTMLSpanElement>(null)
  const draw = useSyncExternalStore(subscribe, () => render)
  useLayoutEffect(() => {
    if (element.current === null) return
    if (draw === undefined) {
      element.current.textContent = plainTex(tex)
      // A failed download leaves the plain form, which can be read.
      void loadMath().catch(() => undefined)
    } else draw(tex.replaceAll('_{max}', '_{\\max}'), element.current)
  }, [draw, tex])
  return <span ref={element} className={className === undefined ? 'tex' : `tex ${className}`} />
}

/** A sentence with mathematics between dollar signs, e.g. `$\eta$ is over $2/\lambda_{max}$`; powers like 1e12 and 10^12 are set raised. */
export function Prose({ text }: { text: string }) {
  return (
    <>
      {text.split('$').map((piece, i) => (i % 2 === 1 ? <Tex key={i} tex={piece} /> : <Fragment key={i}>{raised(typeset(piece))}</Fragment>))}
    </>
  )
}

function raised(text: string) {
  return text.split(/((?:\d(?:\.\d+)?)?(?:e\+?|10\^)[-\u2212]?\d+)/).map((piece, i) => {
    if (i % 2 === 0) return piece
    const found = /^(?:(\d(?:\.\d+)?)(?=e))?(?:e\+?|10\^)([-\u2212]?\d+)$/.exec(piece)
    if (found === null) return piece
    const mantissa = found[1] === undefined || found[1] === '1' ? '' : `${found[1]} × `
    return (
      <Fragment key={i}>
        {mantissa}10<sup>{found[2].replace('-', '\u2212')}</sup>
      </Fragment>
    )
  })
}

/**
 * Lines of TeX under each other, standing in line at their first equals sign. A line of more than `columns` signs goes on in the next one
 * from its last sum or difference outside brackets.
 */
export function aligned(lines: readonly string[], columns = Infinity): string {
  const set = lines.map((line) => (line.includes('&') ? line : line.replace(/=|\\leftarrow|\\sim/, '&$&')))
  return `\\begin{aligned} ${set.map((line) => broken(line, columns)).join(' \\\\ ')} \\end{aligned}`
}

/** The line in two where it is too wide and has a place to break. Fractions, which stand in less width than they are written in, stay whole. */
function broken(line: string, columns: number): string {
  if (line.includes('\\frac') || signs(line) <= columns) return line
  let depth = 0
  let at = -1
  for (let i = 0; i < line.length; i++) {
    if ('({['.includes(line[i])) depth++
    else if (')}]'.includes(line[i])) depth--
    else if (depth === 0 && (line.startsWith(' + ', i) || line.startsWith(' - ', i)) && i > line.indexOf('&') + 2) at = i
  }
  return at < 0 ? line : `${line.slice(0, at)} \\\\ &\\quad{}${line.slice(at + 1)}`
}

/** About how many signs a line of TeX without fractions prints. */
const signs = (tex: string): number => tex.replace(/\\[a-zA-Z]+/g, 'x').replace(/[\s{}&^_\\]/g, '').length

/** A number for reading, with its power of ten raised. */
export function Num({ value, digits = 4 }: { value: number; digits?: number }) {
  const { mantissa, exponent, negative } = parts(value, digits)
  const sign = negative ? '\u2212' : ''
  if (exponent === undefined) return <>{sign + mantissa}</>
  return (
    <>
      {sign}
      {mantissa === '' ? '' : `${mantissa} × `}10<sup>{String(exponent).replace('-', '\u2212')}</sup>
    </>
  )
}
