import { describe, expect, it } from 'vitest'
import { askForPictures, pictureFor, takePicture, whenPicture } from '../../src/store/pictures.ts'

const picture = (id: string) => ({ id, shape: [2], f: Float64Array.of(0, 1) })

describe('small pictures', () => {
  it('are asked for once, however many wait, and also where the worker comes later', () => {
    const asked: string[] = []
    const called: string[] = []
    whenPicture('early', () => called.push('early'))
    askForPictures((id) => asked.push(id))
    expect(asked).toEqual(['early'])
    whenPicture('late', () => called.push('first'))
    whenPicture('late', () => called.push('second'))
    expect(asked).toEqual(['early', 'late'])
    expect(pictureFor('late')).toBeUndefined()
    takePicture(picture('late'))
    expect(called).toEqual(['first', 'second'])
    expect(pictureFor('late')?.id).toBe('late')
  })

  it('that are there come at once, and who stopped waiting hears nothing', () => {
    const called: string[] = []
    const stop = whenPicture('slow', () => called.push('stopped'))
    stop()
    takePicture(picture('slow'))
    whenPicture('slow', () => called.push('at once'))
    expect(called).toEqual(['at once'])
  })
})
