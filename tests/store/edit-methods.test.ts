import { beforeEach, describe, expect, it } from 'vitest'
import { experimentOn, validate } from '../../src/core/experiment/create.ts'
import { METHOD_LIMIT, RUN_LIMIT } from '../../src/core/experiment/experiment.ts'
import { decode, encode } from '../../src/core/experiment/permalink.ts'
import { hyperFor, type TypedMethod } from '../../src/core/optimizers/typed.ts'
import { addRun, chooseSchedule, redo, removeRun, setAround, setHyper, undo } from '../../src/store/edit.ts'
import { copyMethod, openMethod, removeMethod, startMethod, writeMethod } from '../../src/store/edit-methods.ts'
import { methodOf } from '../../src/store/methods.ts'
import { freshState, store } from '../../src/store/store.ts'

const experiment = () => store.getState().experiment
const session = () => store.getState().session
const changed = (formula: string, held = experiment().methods[0]): TypedMethod => {
  const update = [{ name: 'x', formula }]
  return { id: held.id, update, hyper: hyperFor(update, held.hyper) }
}

beforeEach(() => store.setState(freshState(experimentOn('beale')), true))

describe('a method of one’s own', () => {
  it('begins as a heavy ball with a run that is selected, and its formulas open', () => {
    const before = experiment().runs.length
    expect(startMethod()).toBeUndefined()
    expect(experiment().methods.map((m) => m.id)).toEqual(['mine'])
    expect(experiment().runs).toHaveLength(before + 1)
    expect(experiment().runs[before]).toMatchObject({ optimizer: 'mine', hyper: { beta: 0.9, lr: experiment().runs[1].hyper.lr } })
    expect(session()).toMatchObject({ method: 'mine', selected: before })
    expect(validate(experiment())).toEqual([])
  })

  it('gets a name that is free', () => {
    startMethod()
    startMethod()
    expect(experiment().methods.map((m) => m.id)).toEqual(['mine', 'mine 2'])
  })

  it('may begin as a copy of a run’s method, with the settings of that run', () => {
    addRun('adam')
    const adam = experiment().runs.findIndex((run) => run.optimizer === 'adam')
    setHyper(adam, 'beta1', 0.5)
    expect(copyMethod(adam)).toBeUndefined()
    expect(experiment().methods[0].id).toBe('my Adam')
    expect(experiment().runs.at(-1)).toEqual({ ...experiment().runs[adam], optimizer: 'my Adam' })
    expect(validate(experiment())).toEqual([])
  })

  it('is no copy of a method that has no formulas, or of a run that is not there', () => {
    addRun('newton')
    expect(copyMethod(experiment().runs.length - 1)?.says).toMatch(/Newton is not declared by formulas/)
    expect(copyMethod(99)?.says).toMatch(/no run 100/)
    expect(experiment().methods).toEqual([])
  })

  it('changes as its formulas do, in one step of the history while the typing goes on', () => {
    startMethod()
    const first = experiment()
    expect(writeMethod('mine', changed('x - lr*g'))).toEqual([])
    expect(writeMethod('mine', changed('x - lr*g*c'))).toEqual([])
    expect(experiment().runs.at(-1)?.hyper).toEqual({ lr: first.runs.at(-1)?.hyper.lr, c: 1 })
    undo()
    expect(experiment()).toEqual(first)
    redo()
    expect(experiment().methods[0].update[0].formula).toBe('x - lr*g*c')
  })

  it('stays the last one that could run while what is typed cannot', () => {
    startMethod()
    const before = experiment()
    expect(writeMethod('mine', changed('x - lr*('))[0]).toMatchObject({ about: 'update[0]', column: 8 })
    expect(writeMethod('mine', { ...before.methods[0], id: 'adam' })[0]).toMatchObject({ about: 'id' })
    expect(experiment()).toBe(before)
  })

  it('that loses its learning rate loses what goes by it, and says so; it comes back while the typing goes on', () => {
    startMethod()
    const run = experiment().runs.length - 1
    expect(chooseSchedule(run, 'cosine')).toBeUndefined()
    expect(setAround(run, 'decoupled_decay', true)).toBeUndefined()
    expect(setAround(run, 'sam', true)).toBeUndefined()
    const before = experiment().runs[run]
    expect(writeMethod('mine', changed('x - 0.1*g'))).toEqual([])
    expect(experiment().runs[run]).toEqual({ optimizer: 'mine', hyper: {}, shown: true, around: { sam: before.around?.sam } })
    expect(validate(experiment())).toEqual([])
    expect(session().notices.map((notice) => notice.lines[0])).toEqual([expect.stringMatching(/no learning rate lr any more, and Cosine and Decoupled weight decay went by it/)])
    expect(writeMethod('mine', changed('x - lr*g', { ...experiment().methods[0], hyper: hyperFor([{ name: 'x', formula: 'lr' }], []) }))).toEqual([])
    expect(experiment().runs[run]).toMatchObject({ schedule: before.schedule, around: before.around })
    expect(session().notices).toEqual([])
  })

  it('takes another name with its runs, but not one that is taken', () => {
    startMethod()
    startMethod()
    const [one] = experiment().methods
    expect(writeMethod('mine', { ...one, id: 'mine 2' })[0].says).toMatch(/called mine 2 already/)
    expect(writeMethod('mine', { ...one, id: 'Ball' })).toEqual([])
    expect(experiment().runs.map((run) => run.optimizer)).toContain('Ball')
    expect(session().method).toBe('Ball')
  })

  it('goes away with its runs, and comes back by undo', () => {
    startMethod()
    const before = experiment()
    removeMethod('mine')
    expect(experiment().methods).toEqual([])
    expect(experiment().runs.map((run) => run.optimizer)).not.toContain('mine')
    expect(session().method).toBeUndefined()
    undo()
    expect(experiment()).toEqual(before)
  })

  it('goes into the link and comes back', () => {
    startMethod()
    writeMethod('mine', changed('x - lr*max(g, -1)'))
    expect(decode(encode(experiment()))).toMatchObject({ value: experiment(), issues: [] })
  })

  it('can be raced again after its run was removed', () => {
    startMethod()
    removeRun(experiment().runs.length - 1)
    expect(experiment().methods).toHaveLength(1)
    expect(addRun('mine')).toBeUndefined()
    expect(experiment().runs.at(-1)?.optimizer).toBe('mine')
  })

  it('has room for only so many, of methods and of runs', () => {
    for (let i = 0; i < METHOD_LIMIT; i++) expect(startMethod()).toBeUndefined()
    expect(startMethod()?.says).toMatch(/already 6 methods of your own/)
    store.setState(freshState({ ...experimentOn('beale'), runs: Array.from({ length: RUN_LIMIT }, () => experimentOn('beale').runs[0]) }), true)
    expect(startMethod()?.says).toMatch(/already 12 optimizers/)
  })

  it('is the same object for the same formulas, and another one when they change', () => {
    startMethod()
    const one = methodOf(experiment(), 'mine')
    setHyper(experiment().runs.length - 1, 'beta', 0.5)
    expect(methodOf(experiment(), 'mine')).toBe(one)
    writeMethod('mine', changed('x - lr*g'))
    expect(methodOf(experiment(), 'mine')).not.toBe(one)
    openMethod(undefined)
    expect(session().method).toBeUndefined()
  })
})
