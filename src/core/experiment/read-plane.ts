import { refuse } from '../fields.ts'
import type { Box } from '../landscape.ts'
import { START_LIMIT, type Experiment } from './experiment.ts'
import type { Ground } from './ground.ts'
import { numbersOf, type LinkReader } from './link-reader.ts'
import { CAMERA_FIELDS } from './settings.ts'
import { refuseDomain, refuseStart, unknownName } from './validate.ts'
import { shown } from './words.ts'

/** The parameters of the formula, those of `base` where the link gives none. */
export function readParams(link: LinkReader, base: Experiment, ground: Ground): Experiment['params'] {
  const given = link.parts.filter((part) => part.key.startsWith('p.')).map((part) => part.key)
  if (given.length === 0) return base.params
  const values = new Map(Object.entries(base.params))
  for (const key of new Set(given)) {
    const name = key.slice(2)
    if (!Object.hasOwn(ground.params, name)) {
      link.issues.push({ ...unknownName('The formula has no parameter', name, ground.params), about: key })
      continue
    }
    const value = link.number(key, ground.params[name])
    if (value !== undefined) values.set(name, value)
  }
  return Object.fromEntries(values)
}

/** The part of the plane that is shown. */
export function readDomain(link: LinkReader, base: Experiment, ground: Ground): Box {
  const text = link.last('domain')
  if (text === undefined) return base.domain
  const bounds = numbersOf(text)
  const { coordinates } = ground
  if (bounds.length !== 2 * coordinates.length) {
    const example = coordinates.map(() => '-5,5').join(',')
    link.issue('domain', `domain is ${shown(text)}, expected ${2 * coordinates.length} numbers. Write it like ${example}.`)
    return base.domain
  }
  const box = coordinates.map((_, i) => [bounds[2 * i], bounds[2 * i + 1]] as const)
  const refused = refuseDomain(box, coordinates)
  link.issues.push(...refused)
  return refused.length === 0 ? box : base.domain
}

/** The starts, undefined where the link has none that can be used. */
export function readStarts(link: LinkReader, ground: Ground): (readonly number[])[] | undefined {
  const starts: (readonly number[])[] = []
  const texts = link.all('start')
  for (const text of texts.slice(0, START_LIMIT)) {
    const point = numbersOf(text)
    const refused = refuseStart(point, ground.coordinates)
    if (refused === undefined) starts.push(point)
    else link.issues.push({ ...refused, says: `start is ${shown(text)}. ${refused.says}` })
  }
  if (texts.length > START_LIMIT) {
    link.issue('start', `The link has ${texts.length} starts; the limit is ${START_LIMIT}. The first ${START_LIMIT} are used.`)
  }
  return starts.length > 0 ? starts : undefined
}

/** Where the surface is seen from, undefined where the link does not say. */
export function readCamera(link: LinkReader): Experiment['camera'] | undefined {
  const text = link.last('camera')
  if (text === undefined) return undefined
  const values = numbersOf(text)
  if (values.length !== CAMERA_FIELDS.length) {
    link.issue('camera', `camera is ${shown(text)}, expected azimuth, elevation and zoom. Write it like 212,46,1.`)
    return undefined
  }
  const refused = CAMERA_FIELDS.flatMap(([name, field], i) => refuse(field, name, values[i]) ?? [])
  link.issues.push(...refused)
  return refused.length === 0 ? { azimuth: values[0], elevation: values[1], zoom: values[2] } : undefined
}
