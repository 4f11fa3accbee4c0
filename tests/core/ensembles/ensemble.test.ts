import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawsOf } from '../../../src/core/ensembles/draws.ts'
import { ensembleTiles, refuseTries, triedRuns, tryExperiment, type EnsembleAnswer, type EnsembleJob } from '../../../src/core/ensembles/ensemble.ts'
import { createEnsembler } from '../../../src/core/ensembles/ensembler.ts'
import { FATES, fateOf } from '../../../src/core/ensembles/job.ts'
import { summaryOf } from '../../../src/core/ensembles/summary.ts'
import type { EnsembleChoice, Experiment } from '../../../src/core/experiment/experiment.ts'
import { decode } from '../../../src/core/experiment/permalink.ts'
import { explore } from '../../../src/core/explore/explore.ts'
import type { CriticalReport, PathChunk, RunEnding } from '../../../src/core/explore/events.ts'
import { finish } from '../explore/helpers.ts'

function jobOf(link: string): EnsembleJob {
  const { value: experiment, issues } = decode(link)
  expect(issues).toEqual([])
  const choice = experiment.ensemble
  if (choice === undefined) throw new Error('no ensemble')
  let critical: CriticalReport | undefined
  for (const event of explore(experiment, undefined, { only: ['critical'] })) if (event?.type === 'critical') critical = event
  return { experiment, choice, critical: critical?.points ?? [], partial: critical?.partial ?? false }
}

/** All tries of one run. */
function triesOf(job: EnsembleJob, run = 0): EnsembleAnswer {
  const { count } = drawsOf(job.experiment, job.choice)
  return finish(createEnsembler()(job, { shape: [count, job.experiment.runs.length], from: run * count, to: (run + 1) * count }))
}

/** The run of an experiment alone, as the page shows it, and what it had asked for after each number of steps. */
function alone(e: Experiment, run: number, start: number): { ending: RunEnding; end: number[]; loss: number } {
  let ending: RunEnding | undefined
  let last: PathChunk | undefined
  for (const event of explore(e)) {
    if (event?.type === 'ending' && event.run === run && event.start === start) ending = event
    if (event?.type === 'path' && event.run === run && event.start === start) last = event
  }
  if (ending === undefined || last === undefined) throw new Error('no run')
  const n = e.domain.length
  return { ending, end: Array.from(last.x.subarray((last.count - 1) * n, last.count * n)), loss: last.f[last.count - 1] }
}

describe('an ensemble', () => {
  it.each([
    'landscape=sin3_quad&steps=60&run=gd,lr:0.3&ensemble=n:9',
    'landscape=himmelblau&steps=60&run=gd,lr:0.02&run=adam,lr:0.1&ensemble=run:1,draw:grid,n:9',
    'landscape=himmelblau&steps=60&start=1,1&start=-2,3&run=momentum,lr:0.01,sam:0.05&ensemble=start:1,draw:normal,spread:0.3,n:8',
    'landscape=sin3_quad&steps=60&start=1.4&run=gd,lr:0.05&noise=fresh,sd:5,decay:1&seed=7&ensemble=draw:seeds,n:9',
    'landscape=himmelblau&steps=60&run=adam,lr:0.1,sam:0.1&noise=fresh,sd:2&ensemble=n:8,seed:4294967290',
    'landscape=linreg&steps=40&run=gd,lr:0.05&noise=batch,size:2&ensemble=draw:seeds,n:6',
    'landscape=sin3_quad&steps=60&run=gd,lr:0.05&noise=field,sd:1,grain:0.2&seed=3&ensemble=n:8',
    'f=log(x)%2By^2&steps=40&run=gd,lr:0.1&domain=-1,3,-1,1&noise=fresh,sd:0.1&ensemble=n:12',
    'landscape=himmelblau&steps=40&run=annealing&ensemble=draw:seeds,n:5',
    'landscape=himmelblau&steps=30&run=nelder_mead&ensemble=n:5',
  ])('gives every try the verdict, last iterate and loss of that run alone, to the bit: %s', (link) => {
    const job = jobOf(link)
    const { experiment: e, choice } = job
    const run = choice.run
    const answer = triesOf(job, run)
    const n = e.domain.length
    for (let k = 0; k < answer.fate.length; k++) {
      const one = tryExperiment(e, choice, run, k)
      const { ending, end, loss } = alone(one, run, choice.start)
      expect([...answer.end.subarray(k * n, (k + 1) * n), answer.loss[k]], `try ${k}: ${ending.says}`).toEqual([...end, loss])
      expect(answer.fate[k] >= 0 ? FATES[0].fate : answer.fate[k], ending.says).toBe(fateOf(ending.verdict))
      if (ending.verdict === 'minimum') expect(answer.steps[k]).toBe(ending.step)
      else {
        const { values, gradients, hessians } = ending.costs
        expect(answer.calls[k], ending.says).toBe(values + gradients + hessians)
      }
      // The ensemble stays as it is, unless it is drawn about the very start that moves.
      if (choice.draw !== 'normal') expect(tryExperiment(one, one.ensemble!, run, k)).toEqual(one)
    }
  })

  it('costs as many evaluations as a run that stops where it has come to its minimum', () => {
    for (const run of ['adam,lr:0.2', 'gd,lr:0.01,sam:0.01', 'bfgs', 'nelder_mead', 'newton']) {
      const job = jobOf(`landscape=himmelblau&steps=150&run=${run}&ensemble=n:3`)
      const { fate, steps, calls } = triesOf(job)
      expect(Math.max(...fate), run).toBeGreaterThanOrEqual(0)
      for (let k = 0; k < 3; k++) {
        const there = { ...tryExperiment(job.experiment, job.choice, 0, k), steps: steps[k], at: 0 }
        const { costs } = alone(there, 0, 0).ending
        expect(calls[k], `${run}, try ${k}`).toBe(costs.values + costs.gradients + costs.hessians)
      }
    }
  })

  it('does not depend on how it is cut into tiles, on who computes them, or on how many tries there are', () => {
    const job = jobOf('landscape=himmelblau&steps=60&run=adam,lr:0.1&noise=fresh,sd:1&ensemble=n:60')
    const more = jobOf('landscape=himmelblau&steps=60&run=adam,lr:0.1&noise=fresh,sd:1&ensemble=n:90')
    const all = triesOf(job)
    const [one, other] = [createEnsembler(), createEnsembler()]
    for (const [from, to, who] of [[31, 60, other], [0, 7, one], [7, 31, one]] as const) {
      const part = finish(who(job, { shape: [60, 1], from, to }))
      expect(Array.from(part.loss)).toEqual(Array.from(all.loss.subarray(from, to)))
      expect(Array.from(part.fate)).toEqual(Array.from(all.fate.subarray(from, to)))
    }
    expect(Array.from(triesOf(more).end.subarray(0, 120))).toEqual(Array.from(all.end))
  })

  it('has tiles that cover the tries of every run once, those of the run that is shown first', () => {
    for (const [runs, n, first] of [['run=gd&run=adam&run=bfgs', 5000, 1], ['run=gd&run=annealing&noise=fresh', 300, 0], ['run=gd', 1, 0]] as const) {
      const job = jobOf(`landscape=himmelblau&${runs}&ensemble=run:${first},n:${n}`)
      const tiles = ensembleTiles(job)
      expect(tiles[0].from).toBe(first * n)
      const covered = tiles.toSorted((a, b) => a.from - b.from)
      covered.forEach(({ from, to }, i) => {
        expect(from).toBe(i === 0 ? 0 : covered[i - 1].to)
        expect(to).toBeGreaterThan(from)
      })
      expect(covered.at(-1)?.to).toBe(n * job.experiment.runs.length)
    }
  })

  it('leaves out runs that do not begin at their start, and says why there is none where nothing is random', () => {
    const { value: e } = decode('landscape=sin3_quad&run=gd&run=gd,restarts:3&run=annealing&ensemble=n:5')
    const tried = (choice: Partial<EnsembleChoice>): readonly number[] => triedRuns({ experiment: e, choice: { ...e.ensemble!, ...choice } })
    expect([tried({}), tried({ draw: 'seeds', run: 2 })]).toEqual([[0, 2], [2]])
    expect(refuseTries(e, { draw: 'uniform' }, 1)).toMatch(/Random restarts do not begin at the start, so they cannot be tried from others/)
    expect(refuseTries(e, { draw: 'seeds' }, 0)).toMatch(/Nothing about this run is random/)
    const { value: rough } = decode('landscape=sin3_quad&run=gd&noise=field,sd:1')
    expect(refuseTries(rough, { draw: 'seeds' }, 0)).toMatch(/makes another landscape/)
    expect(refuseTries({ ...e, runs: [] }, { draw: 'uniform' }, -1)).toMatch(/Add an optimizer/)
  })
})

describe('draws', () => {
  const { value: e } = decode('landscape=himmelblau&domain=-1,3,10,12&start=0,11&run=gd')
  const usual: EnsembleChoice = { run: 0, start: 0, draw: 'uniform', n: 4000, spread: 0.1 }

  it('are spread evenly over the domain, each half of it as often as the other', () => {
    const { count, start } = drawsOf(e, usual)
    const all = Array.from({ length: count }, (_, k) => start(k))
    for (const [x, y] of all) expect(x >= -1 && x < 3 && y >= 10 && y < 12).toBe(true)
    // Four quarters of 4000 with a standard deviation of 27.
    for (const [right, upper] of [[false, false], [false, true], [true, false], [true, true]]) {
      expect(Math.abs(all.filter(([x, y]) => x >= 1 === right && y >= 11 === upper).length - 1000)).toBeLessThan(4 * 27.4)
    }
  })

  it('about the start are normal, with the spread as a share of each side', () => {
    const { count, start } = drawsOf(e, { ...usual, draw: 'normal' })
    const all = Array.from({ length: count }, (_, k) => start(k))
    for (const [i, middle, sd] of [[0, 0, 0.4], [1, 11, 0.2]]) {
      const mean = all.reduce((sum, x) => sum + x[i], 0) / count
      const variance = all.reduce((sum, x) => sum + (x[i] - middle) ** 2, 0) / count
      expect(Math.abs(mean - middle)).toBeLessThan((4 * sd) / Math.sqrt(count))
      expect(Math.abs(variance / sd ** 2 - 1)).toBeLessThan(4 * Math.sqrt(2 / count))
    }
  })

  it('on a grid meet every place of it once, and are nearly as many as were asked for', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 400 }), (n) => {
      const { count, start, shape } = drawsOf(e, { ...usual, draw: 'grid', n })
      expect(count).toBe(shape!.reduce((a, b) => a * b, 1))
      expect(Math.abs(count - n)).toBeLessThanOrEqual(Math.sqrt(n) / 2 + 1)
      expect(new Set(Array.from({ length: count }, (_, k) => start(k).join())).size).toBe(count)
    }), { numRuns: 40 })
  })

  it('are keyed by the seed of the ensemble, or by that of the experiment where it has none', () => {
    const at = (seed: number, own?: number): string => drawsOf({ ...e, seed }, { ...usual, ...(own !== undefined && { seed: own }) }).start(3).join()
    expect(at(1, 5)).toBe(at(2, 5))
    expect(at(5)).toBe(at(2, 5))
    expect(at(1)).not.toBe(at(2))
  })
})

/** Tolerances: three standard deviations of a share of so many tries. */
const within = (p: number, n: number): number => 3 * Math.sqrt((p * (1 - p)) / n)

describe('the probabilities that the seeds speak of come out', () => {
  it.each([
    ['sin 3x + x²/2 on [−3, 3]', 'landscape=sin3_quad&steps=400&run=gd,lr:0.1', 0.3954, 6],
    ['x² + sin 10x on [−5, 5]', 'landscape=x2_sin10x&steps=400&run=gd,lr:0.005', 0.0641, 46],
    // The window cuts one of the wells, whose copy lies at 5.58: whoever ends there has found a lowest minimum as well.
    ['sin x + sin 3x / 2, with the copy of its wells outside the window', 'landscape=sin_sin3&steps=800&run=gd,lr:0.1', 0.7105, 3],
  ])('%s', (_, link, chance, restarts) => {
    for (const [draw, n, tolerance] of [['grid', 6001, 0.005], ['uniform', 4000, within(chance, 4000)]] as const) {
      const job = jobOf(`${link}&ensemble=draw:${draw},n:${n}`)
      const answer = triesOf(job)
      const cells = Array.from({ length: n }, (__, k) => k)
      const { rate, interval: [low, high], restarts: enough, ends } = summaryOf(answer, cells, job)
      expect(Math.abs(rate - chance), `${draw}: ${rate}`).toBeLessThan(tolerance)
      expect(rate >= low && rate <= high).toBe(true)
      if (draw === 'grid') expect(enough).toBe(restarts)
      expect(ends.reduce((sum, { count }) => sum + count, 0)).toBe(n)
    }
  })
})

describe('tries that leave the domain', () => {
  const link = (target: string) => `landscape=sin_sin3&steps=800&run=gd,lr:0.1&ensemble=draw:grid,n:6001${target}`

  it('and come to a copy of a lowest minimum succeed; .6817 of all do so inside, .0288 outside', () => {
    const job = jobOf(link(''))
    const { ends, successes } = summaryOf(triesOf(job), Array.from({ length: 6001 }, (_, k) => k), job)
    const away = ends.find(({ outside }) => outside)
    const inside = ends.filter(({ outside }) => !outside).reduce((sum, one) => sum + one.successes, 0)
    expect(Math.abs(inside / 6001 - 0.6817)).toBeLessThan(0.002)
    expect(Math.abs((away?.successes ?? 0) / 6001 - 0.0288)).toBeLessThan(0.002)
    expect(inside + (away?.successes ?? 0)).toBe(successes)
    expect(away?.fate).toBe(FATES[0].fate)
  })

  it('do not succeed where a letter is asked for, nor at a minimum that is higher', () => {
    const job = jobOf(link(',target:A'))
    const cells = Array.from({ length: 6001 }, (_, k) => k)
    const answer = triesOf(job)
    expect(summaryOf(answer, cells, job, 'A').ends.find(({ outside }) => outside)?.successes).toBe(0)
    const higher = { ...answer, loss: answer.loss.map((f) => f + 0.01) }
    expect(summaryOf(higher, cells, job).ends.find(({ outside }) => outside)?.successes).toBe(0)
  })
})
