import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

type Import = { from: string; to: string; typeOnly: boolean }

const files = ['src', 'db', 'views'].flatMap(filesIn)

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return filesIn(path)
    return /\.tsx?$/.test(name) ? [path] : []
  })
}

const importsOf = (file: string): Import[] =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)/gm,
    ),
  ].map(([, type, from, dynamic]) => {
    const target = from ?? dynamic ?? ''
    return {
      from: file,
      to: target.startsWith('.') ? normalize(join(dirname(file), target)) : target,
      typeOnly: type !== undefined,
    }
  })

const all = files.flatMap(importsOf)
const ours = ({ to }: Import) => /^(src|db|views)\//.test(to)
const shown = ({ from, to }: Import) => `${from} → ${to}`
const within = (folder: string) => (one: Import) => one.from.startsWith(folder)

describe('Arrows run one way', () => {
  it('the rules import nothing of ours but rules, and of others only what computes', () => {
    const rules = all.filter(within('src/domain/'))
    expect(rules.filter((one) => ours(one) && !one.to.startsWith('src/domain/')).map(shown)).toEqual([])
    expect(rules.filter((one) => !ours(one) && !['zod', 'yaml', 'csv-parse/sync'].includes(one.to)).map(shown)).toEqual(
      [],
    )
  })

  it('the rules have no clock and no dice', () => {
    const clocks = files.filter(
      (file) =>
        file.startsWith('src/domain/') && /new Date\(\)|Date\.now\(|Math\.random\(/.test(readFileSync(file, 'utf8')),
    )
    expect(clocks).toEqual([])
  })

  it('the database knows rules and itself', () => {
    const wrong = all.filter(within('db/')).filter((one) => ours(one) && !/^(db|src\/domain)\//.test(one.to))
    expect(wrong.map(shown)).toEqual([])
  })

  it('views know rules, themselves, and of the database only its types', () => {
    const wrong = all
      .filter(within('views/'))
      .filter(
        (one) => ours(one) && !/^(views|src\/domain)\//.test(one.to) && !(one.typeOnly && one.to.startsWith('db/')),
      )
    expect(wrong.map(shown)).toEqual([])
    const waiting = files.filter((file) => file.startsWith('views/') && /\bawait\b/.test(readFileSync(file, 'utf8')))
    expect(waiting).toEqual([])
  })

  it('routes hold no SQL, and what they share knows no route', () => {
    const sql = all
      .filter(within('src/routes/'))
      .filter(({ to }) => to.startsWith('drizzle-orm') || to.startsWith('db/schema/'))
    expect(sql.filter(({ from }) => from !== 'src/routes/health.ts').map(shown)).toEqual([])
    expect(
      all
        .filter(within('src/http/'))
        .filter(({ to }) => to.startsWith('src/routes/'))
        .map(shown),
    ).toEqual([])
  })

  it('what routes share knows the database, views and rules, and of the frame only settings and access', () => {
    const wrong = all
      .filter(within('src/http/'))
      .filter((one) => ours(one) && !/^(db|views|src\/(http|domain)|src\/(access|env)\.ts$)/.test(one.to))
    expect(wrong.map(shown)).toEqual([])
  })

  it('nothing but the program itself starts the program', () => {
    const entries = /^src\/(app\.tsx|server\.ts|cli\.ts|cli\/.*)$/
    const wrong = all.filter((one) => entries.test(one.to) && !/^src\/(server|cli)\.ts$/.test(one.from))
    expect(wrong.map(shown)).toEqual([])
  })
})

describe('The house', () => {
  it('reads the environment in one place', () => {
    const readers = files.filter((file) => readFileSync(file, 'utf8').includes('process.env'))
    expect(readers).toEqual(['src/env.ts'])
  })

  it('has no file that cannot be seen whole, but for the example’s data', () => {
    const code = files.filter((file) => !file.startsWith('db/example/'))
    const long = code.filter((file) => readFileSync(file, 'utf8').split('\n').length > 300)
    expect(long).toEqual([])
  })

  it('keeps its stylesheet small', () => {
    const css = readFileSync('public/app.css')
    expect(css.length).toBeLessThan(32_000)
    expect(gzipSync(css).length).toBeLessThan(9_000)
  })
})
