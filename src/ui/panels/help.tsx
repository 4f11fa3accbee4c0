/** Keys, the language of formulas, and links written by hand. The table of functions is the one the parser reads. */
import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { ALIASES, CONSTANTS, FUNCTIONS } from '../../core/formula/functions.ts'
import { OPTIMIZERS } from '../../core/optimizers/index.ts'
import { useInterpreted } from '../../store/speed.ts'
import './help.css'

const KEYS: readonly (readonly [readonly string[], string])[] = [
  [['Space'], 'Play or pause'],
  [[',', '.'], 'One step back, one step forward'],
  [['Arrow keys'], 'Move the start, the cross-hair of a map or the slider, whichever has the focus, by 1\u00a0%'],
  [['Shift', 'Arrow keys'], 'The same by 10\u00a0%'],
  [['Delete'], 'Remove the start, or the optimizer in whose row the focus is'],
  [['Ctrl', 'Z'], 'Undo'],
  [['Ctrl', 'Shift', 'Z'], 'Redo'],
  [['?'], 'This help'],
  [['Enter'], 'Take the number that was typed, or what is under the cross-hair of a map'],
  [['+', '−', '0'], 'On a cross-hair or the surface: closer, further away, as at first'],
  [['Esc'], 'Leave a field, a menu or a dialog as it was'],
]

const RULES: readonly (readonly [string, string])[] = [
  ['2x, x cos(pi x), (x+1)(x-1)', 'A product needs no sign.'],
  ['-x^2, 2^3^2', 'Powers bind tighter than minus, and are read from the right: −(x²) and 2^9.'],
  ['(x^2+y-a)^2', 'x and y are the coordinates. Every other name becomes a parameter with a slider.'],
  ['if(x < 0, -x, x^2)', 'One value where the comparison holds, the other elsewhere: < <= > >= == !='],
]

export function HelpDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        {/* Not Dialog.Overlay: it injects a style rule, which the page's policy forbids. */}
        <div className="scrim" />
        <Dialog.Content className="dialog raised help" aria-describedby={undefined}>
          <div className="head">
            <Dialog.Title>Help</Dialog.Title>
            <Dialog.Close className="icon-button" aria-label="Close">
              <X size={18} aria-hidden="true" />
            </Dialog.Close>
          </div>
          <div className="body" tabIndex={0} role="region" aria-label="Help text">
            <Keys />
            <Formulas />
            <Links />
            <Speed />
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** Said once, where it is so; answers are the same either way. */
function Speed() {
  if (!useInterpreted()) return null
  return (
    <section>
      <h3>Speed</h3>
      <p>This browser, or the policy of this page, does not let WebAssembly compile. Maps show the same, but take about ten times as long.</p>
    </section>
  )
}

function Keys() {
  return (
    <section>
      <h3>Keys</h3>
      <dl className="keys">
        {KEYS.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Formulas() {
  const spellings = (name: string) => [...ALIASES].filter(([, to]) => to === name).map(([from]) => from)
  return (
    <section>
      <h3>Formulas</h3>
      <dl className="rules">
        {RULES.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <code>{example}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>
        Constants:{' '}
        {[...CONSTANTS].map(([name, value], i) => (
          <span key={name}>
            {i > 0 && ', '}
            <code>{name}</code> = {value.toFixed(4)}
          </span>
        ))}
        .
      </p>
      <table>
        <caption className="visually-hidden">Functions a formula may use</caption>
        <thead>
          <tr>
            <th scope="col">Function</th>
            <th scope="col">What it is</th>
            <th scope="col">Where to take care</th>
          </tr>
        </thead>
        <tbody>
          {[...FUNCTIONS.values()].map((row) => (
            <tr key={row.name}>
              <th scope="row">
                <code>{[row.name, ...spellings(row.name)].join(', ')}</code>
              </th>
              <td>{row.note}</td>
              <td>{[row.domain, row.kink].filter((part) => part !== undefined).join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Links() {
  return (
    <section>
      <h3>Links</h3>
      <p>
        The address bar always holds the whole experiment, and a link can be written by hand. What is left out takes its default; what is not understood is named in a
        notice and the rest opens.
      </p>
      <pre>#v=1&amp;landscape=himmelblau&amp;start=0.6,4.9&amp;run=adam,lr:0.18&amp;run=gd,lr:0.01&amp;steps=160</pre>
      <pre>#v=1&amp;f=x^2-a*y^2&amp;p.a=0.5&amp;domain=-2,2,-2,2&amp;start=1.5,0.01&amp;run=gd,lr:0.1</pre>
      <dl className="rules">
        <div>
          <dt>
            <code>landscape</code> or <code>f</code>
          </dt>
          <dd>The id of a landscape, or a formula.</dd>
        </div>
        <div>
          <dt>
            <code>over</code>, <code>data</code>
          </dt>
          <dd>The coordinates of a formula by name; the rows that mean(...) and sum(...) run over: a built-in set, or names and rows, e.g. <code>x,y;0,1.1;1,2.9</code>.</dd>
        </div>
        <div>
          <dt>
            <code>p.a</code>
          </dt>
          <dd>
            The value of the parameter <code>a</code>.
          </dd>
        </div>
        <div>
          <dt>
            <code>domain</code>
          </dt>
          <dd>Lowest and highest x, then y.</dd>
        </div>
        <div>
          <dt>
            <code>start</code>
          </dt>
          <dd>Coordinates of a start; may stand more than once.</dd>
        </div>
        <div>
          <dt>
            <code>method</code>
          </dt>
          <dd>
            A method of your own, in pieces parted by semicolons: its name, formulas in order, defaults of its hyper-parameters, e.g.{' '}
            <code>mine;v=beta*v+g;x=x-lr*v;lr:0.01;beta:0.9</code>. Each step runs the formulas from first to last: <code>x</code> is the coordinate,{' '}
            <code>g</code> its slope, <code>t</code> the step, from 1. A name read before its formula has its value of the step before.
          </dd>
        </div>
        <div>
          <dt>
            <code>run</code>
          </dt>
          <dd>
            An optimizer and its settings, e.g. <code>momentum,lr:0.006,momentum:0.9</code>, and a schedule of its rate, e.g.{' '}
            <code>schedule:cosine,T_max:50</code>, and what stands around it, e.g. <code>sam:0.05</code>, <code>max_norm:1</code>,{' '}
            <code>average:ema</code> or <code>restarts:6</code>; may stand more than once. Optimizers:{' '}
            {OPTIMIZERS.map((o, i) => (
              <span key={o.id}>
                {i > 0 && ', '}
                <code>{o.id}</code>
              </span>
            ))}
            .
          </dd>
        </div>
        <div>
          <dt>
            <code>l1</code>, <code>l2</code>, <code>noise</code>
          </dt>
          <dd>
            Strengths of the penalties added to the formula; a kind of noise and its settings, e.g. <code>fresh,sd:0.5,decay:1</code>, or over data <code>batch,size:5</code>.
          </dd>
        </div>
        <div>
          <dt>
            <code>steps</code>, <code>seed</code>
          </dt>
          <dd>How many steps each run takes; the seed of all randomness.</dd>
        </div>
        <div>
          <dt>
            <code>heights</code>
          </dt>
          <dd>
            How heights become colour and contour lines: <code>linear</code>, <code>sqrt</code>, <code>log</code>, <code>symlog</code>, <code>quantile</code>, <code>clip</code>.
          </dd>
        </div>
        <div>
          <dt>
            <code>basins</code>
          </dt>
          <dd>
            Colours every start by the minimum that a run takes it to: <code>run:0,size:256</code>, the run counted from 0; <code>against:1</code> compares it with another one.
          </dd>
        </div>
        <div>
          <dt>
            <code>sweep</code>
          </dt>
          <dd>
            A map of one run with one or two quantities changed: <code>run:0,lr:0.01..1:log,start.x:-3..3,show:steps,size:256</code>. Any number with a slider has a
            name: a hyper-parameter, <code>start.x</code>, <code>steps</code>, <code>p.a</code>, <code>l2</code>, <code>noise.sd</code>, <code>schedule.T_max</code>,{' '}
            <code>around.sam</code>, <code>seed</code>. Shown are <code>verdict</code>, <code>steps</code> to a minimum, <code>loss</code>, or the coordinates of the last
            iterate, <code>end</code> and <code>end2</code>.
          </dd>
        </div>
        <div>
          <dt>
            <code>ensemble</code>
          </dt>
          <dd>
            Many tries of every run: <code>run:0,draw:uniform,n:1000</code> from starts anywhere, <code>draw:grid</code> on a grid,{' '}
            <code>draw:normal,spread:0.1</code> about the start, or <code>draw:seeds</code> from the start under other seeds. <code>target:B</code> counts minimum B as
            success instead of a lowest one, <code>seed:7</code> is the seed of the first try.
          </dd>
        </div>
      </dl>
    </section>
  )
}
