import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Ctx } from './context.ts'
import { notFound } from './problem.ts'

/**
 * What the browser loads: read once at start, named by its content, kept forever by the browser. htmx comes from its
 * package and is served in one file with the shim before it and our scripts after it: separate deferred scripts race.
 */
type Asset = { file: string; type: string; body: Buffer; packed: Map<Encoding, Buffer> }
type Encoding = 'br' | 'gzip'

const css = asset('app', 'css', 'text/css; charset=utf-8', ownText('app.css'))
const js = asset(
  'app',
  'js',
  'text/javascript; charset=utf-8',
  [
    ownText('shim.js'),
    packageText('htmx.org/dist/htmx.min.js'),
    packageText('htmx.org/dist/ext/hx-preload.min.js'),
    ownText('cells.js'),
    ownText('roadmap.js'),
    ownText('app.js'),
  ].join('\n;\n'),
)
/** Only pages with a chart load it, through app.js. */
const charts = asset(
  'charts',
  'js',
  'text/javascript; charset=utf-8',
  [packageText('chart.js/dist/chart.umd.min.js'), ownText('charts.js')].join('\n;\n'),
)
const icon = asset('icon', 'svg', 'image/svg+xml', ownText('icon.svg'))

const served = new Map([css, js, charts, icon].map((one) => [one.file, one]))

export const assets = {
  css: `/assets/${css.file}`,
  js: `/assets/${js.file}`,
  charts: `/assets/${charts.file}`,
  icon: `/assets/${icon.file}`,
}

export function serveAsset(c: Ctx) {
  const found = served.get(c.req.param('file') ?? '')
  if (!found) throw notFound('file')
  const accepted = c.req.header('accept-encoding') ?? ''
  const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : undefined
  return c.body(new Uint8Array(encoding ? packed(found, encoding) : found.body), 200, {
    'content-type': found.type,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
    ...(encoding && { 'content-encoding': encoding }),
  })
}

function asset(name: string, extension: string, type: string, text: string): Asset {
  const body = Buffer.from(text)
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10)
  return { file: `${name}.${hash}.${extension}`, type, body, packed: new Map() }
}

/** When it is first asked for: at the start it would keep the first page waiting. */
function packed({ body, packed }: Asset, encoding: Encoding): Buffer {
  const found = packed.get(encoding)
  if (found) return found
  const made =
    encoding === 'br' ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }) : gzipSync(body)
  packed.set(encoding, made)
  return made
}

function ownText(file: string) {
  const beside = new URL(`../../public/${file}`, import.meta.url)
  return readFileSync(existsSync(beside) ? beside : new URL(`../../../public/${file}`, import.meta.url), 'utf8')
}

/** Looked for as Node does: not every package lets its files be asked for by name. */
function packageText(path: string) {
  const folders = createRequire(import.meta.url).resolve.paths(path) ?? []
  const file = folders.map((folder) => join(folder, path)).find((one) => existsSync(one))
  if (!file) throw new Error(`${path} is in no package here`)
  return readFileSync(file, 'utf8').replace(/\n?\/\/# sourceMappingURL=.*$/, '')
}
