import { z } from 'zod'

/** A form field is always text. These read it: '' is "not given", never 0 or true. */

const given = z.union([z.string(), z.array(z.string()).transform((all) => all[0] ?? '')])
const typed = given.optional().transform((text) => (text ?? '').trim())

export const requiredLine = (missing: string, most = 200) =>
  typed.pipe(z.string().min(1, missing).max(most, `Please keep this under ${most} characters.`)).transform(oneLine)

export const line = (most = 200) =>
  typed.pipe(z.string().max(most, `Please keep this under ${most} characters.`)).transform(oneLine)

export const prose = (most = 20_000) => typed.pipe(z.string().max(most, `Please keep this under ${most} characters.`))

/** Lines of a text area, empty ones left out. */
export const lines = (most = 20, longest = 500) =>
  typed
    .transform((text) => text.split('\n').map(oneLine).filter(Boolean))
    .pipe(
      z
        .array(z.string().max(longest, `Please keep each line under ${longest} characters.`))
        .max(most, `At most ${most} lines, please.`),
    )

export const choice = <Word extends string>(words: readonly Word[], wrong = 'Please choose one of the list.') =>
  typed.transform((text) => text || null).pipe(z.enum(words as readonly [Word, ...Word[]], wrong).nullable())

export const requiredChoice = <Word extends string>(words: readonly Word[], wrong: string) =>
  typed.pipe(z.enum(words as readonly [Word, ...Word[]], wrong))

export const choices = <Word extends string>(words: readonly Word[]) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (value === undefined ? [] : [value].flat()).filter(Boolean))
    .pipe(z.array(z.enum(words as readonly [Word, ...Word[]], 'Please choose from the list.')))
    .transform((all) => [...new Set(all)])

export const tick = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => value !== undefined && value !== '' && value !== '0')

export const date = typed
  .transform((text) => text || null)
  .pipe(z.iso.date('Please give a day as YYYY-MM-DD.').nullable())

export const integer = (least: number, most: number, wrong = `Please give a whole number from ${least} to ${most}.`) =>
  typed
    .transform((text) => (text === '' ? null : Number(text.replaceAll(/[\s\u00a0\u202f']/g, ''))))
    .pipe(z.number(wrong).int(wrong).min(least, wrong).max(most, wrong).nullable())

export const decimal = (wrong = 'Please give a number, such as 4.2.') =>
  typed
    .transform((text) => (text === '' ? null : Number(text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.'))))
    .pipe(z.number(wrong).refine(Number.isFinite, wrong).nullable())

/** A record chosen by its id. */
export const reference = integer(1, Number.MAX_SAFE_INTEGER, 'Please choose one of the list.')

export const references = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()).filter(Boolean).map(Number))
  .pipe(z.array(z.number().int().positive('Please choose from the list.')))
  .transform((all) => [...new Set(all)])

function oneLine(text: string) {
  return text.replaceAll(/\s+/g, ' ').trim()
}

const emailShape = z
  .email('This does not look like an e-mail address.')
  .max(200, 'That is too long for an e-mail address.')

export const email = (missing: string) =>
  typed.transform((text) => text.toLowerCase()).pipe(z.string().min(1, missing).pipe(emailShape))

export const optionalEmail = typed.transform((text) => text.toLowerCase() || null).pipe(emailShape.nullable())
