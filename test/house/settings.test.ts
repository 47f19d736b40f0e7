import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readEnv, settings } from '../../src/env.ts'

it('the README lists every setting with its default, and no other', () => {
  const listed = [...readFileSync('README.md', 'utf8').matchAll(/^\|\s+`([A-Z_]+)`\s+\|\s+(?:`([^`]*)`)?\s*\|/gm)]
  expect(listed.map(([, name]) => name)).toEqual(Object.keys(settings.shape))
  const defaults: Record<string, unknown> = readEnv({})
  for (const [, name = '', value] of listed) expect(String(defaults[name] ?? ''), name).toBe(value ?? '')
})

it('names all mistakes at once', () => {
  const wrong = {
    PORT: 'eighty',
    DATABASE_URL: 'postgres://x',
    BASE_URL: 'fulcrum',
    TRUSTED_PROXY: 'two',
    LOG_LEVEL: 'loud',
  }
  const message = (() => {
    try {
      readEnv(wrong)
      return ''
    } catch (error) {
      return String(error)
    }
  })()
  for (const name of Object.keys(wrong)) expect(message).toContain(`${name} must be`)
})

it('an empty variable counts as not set', () => {
  expect(readEnv({ PORT: '', BASE_URL: '' }).PORT).toBe(3000)
})
