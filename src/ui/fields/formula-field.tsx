/** The formula: typed in code, answered in type. A formula that cannot be read leaves the landscape as it was. */
import { toTex } from '../../core/formula/print.ts'
import { discardDraft, typeFormula } from '../../store/edit.ts'
import { useDescribed } from '../../store/selectors.ts'
import { useStore } from '../../store/store.ts'
import { FormulaBox } from './formula-box.tsx'
import { Preview } from './preview.tsx'

export function FormulaField() {
  const { formula, coordinates, expression } = useDescribed()
  const draft = useStore((s) => s.session.draft)
  const issue = useStore((s) => s.session.draftIssues[0])
  const lead = coordinates.length === 1 ? `f(${coordinates[0]}) = ` : ''
  const tex = lead + toTex(expression)
  return (
    <div className="formula">
      <FormulaBox
        prefix={lead === '' ? 'f=' : lead}
        label={`Formula of f(${coordinates.join(', ')})`}
        text={draft ?? formula}
        issue={issue}
        hint="Any name that is no function and no coordinate becomes a parameter with a slider."
        changed={draft !== undefined}
        onChange={typeFormula}
        onEscape={draft === undefined ? undefined : discardDraft}
      />
      <Preview tex={tex} small={tex.length > 90} />
    </div>
  )
}
