import type { MiddlewareHandler } from 'hono'
import type { z } from 'zod'
import type { Ctx, Env } from './context.ts'

/** What was typed, as it came; shown again when a form is refused. */
export type Values = Record<string, string | string[]>

/** One sentence for each field that is not right, under the field's name. */
export type Errors = Record<string, string>

export type Refusal = { values: Values; errors: Errors }

type Parsed<Schema extends z.ZodType> = { in: { form: z.input<Schema> }; out: { form: z.output<Schema> } }

/**
 * Reads the posted form. A refusal answers 422 with the same form, everything typed kept; otherwise the handler gets
 * `c.req.valid('form')`.
 */
export const form =
  <Schema extends z.ZodType>(
    schema: Schema,
    refused: (c: Ctx, refusal: Refusal) => Response | Promise<Response>,
  ): MiddlewareHandler<Env, string, Parsed<Schema>> =>
  async (c, next) => {
    const values = await valuesOf(c)
    const read = schema.safeParse(values)
    if (!read.success) {
      c.status(422)
      return refused(c, { values, errors: errorsOf(read.error) })
    }
    c.req.addValidatedData('form', read.data as object)
    await next()
  }

/** Texts only; files are read where a form has them. */
export async function valuesOf(c: Ctx): Promise<Values> {
  const body = await c.req.parseBody({ all: true })
  const values: Values = {}
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') values[name] = clean(value)
    else if (Array.isArray(value)) values[name] = value.filter((one) => typeof one === 'string').map(clean)
  }
  return values
}

export const errorsOf = (error: z.ZodError): Errors => {
  const errors: Errors = {}
  for (const { path, message } of error.issues) errors[path.map(String).join('.') || 'form'] ??= message
  return errors
}

export const one = (values: Values, name: string) => {
  const value = values[name]
  return Array.isArray(value) ? (value[0] ?? '') : (value ?? '')
}

export const many = (values: Values, name: string) => {
  const value = values[name]
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

/** Browsers send CRLF; control characters have no place in a record; half a surrogate pair cannot be stored. */
const clean = (text: string) =>
  text
    .replaceAll('\r\n', '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffd]/g, '')
    .toWellFormed()
