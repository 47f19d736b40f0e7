import { z } from 'zod'
import { stages } from '../domain/people/catalogue.ts'
import { line, requiredChoice } from './fields.ts'

export const timeZones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

export const timeZone = requiredChoice(timeZones, 'Please choose a time zone.')
export const stage = requiredChoice(stages, 'Please choose the stage you are in.')
export const currency = line(3)
  .transform((code) => code.toUpperCase() || 'EUR')
  .pipe(z.string().regex(/^[A-Z]{3}$/, 'Please give the currency as three letters, such as EUR.'))
