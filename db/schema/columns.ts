import { type AnyColumn, sql } from 'drizzle-orm'
import { check, customType, text } from 'drizzle-orm/sqlite-core'

/** A moment in UTC, `2026-11-12T10:00:00.000Z`: sorts as text, reads as a date. */
export const moment = (name: string) => text(name)

/** A calendar day in the organisation's time zone, `2026-11-12`. */
export const day = (name: string) => text(name)

/** true and false, stored as 1 and 0. */
export const flag = customType<{ data: boolean; driverData: number }>({
  dataType: () => 'integer',
  toDriver: (value) => (value ? 1 : 0),
  fromDriver: (value) => Number(value) === 1,
})

export const isOneOf = (name: string, column: AnyColumn, values: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`)

export const isFlag = (name: string, column: AnyColumn) => check(name, sql`${column} in (0, 1)`)

export const isBetween = (name: string, column: AnyColumn, least: number, most: number) =>
  check(name, sql`${column} between ${sql.raw(String(least))} and ${sql.raw(String(most))}`)

export const isMoment = (name: string, column: AnyColumn) =>
  check(
    name,
    sql`${column} glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'`,
  )

export const isDay = (name: string, column: AnyColumn) =>
  check(name, sql`${column} glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'`)

export const isFilled = (name: string, column: AnyColumn, most: number) =>
  check(name, sql`length(${column}) between 1 and ${sql.raw(String(most))}`)

export const isTexts = (name: string, column: AnyColumn) =>
  check(name, sql`json_valid(${column}) and json_type(${column}) = 'array'`)
