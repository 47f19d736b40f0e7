import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { Env } from './context.ts'

const compressed = promisify(gzip)
const worthIt = 1024

/**
 * Pages, gzipped whole. Hono's own goes through web streams, which cost a page more time than the packing and kept
 * a hundred megabytes waiting for the garbage collector. Streams (an export, later live updates) pass as they are.
 */
export const compress: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  if (!c.res.headers.get('content-type')?.startsWith('text/html')) return
  c.header('Vary', 'Accept-Encoding', { append: true })
  if (!c.req.header('accept-encoding')?.includes('gzip') || c.req.method === 'HEAD') return
  const body = Buffer.from(await c.res.arrayBuffer())
  const packed = body.length < worthIt ? body : await compressed(body, { level: 5 })
  const { status, headers } = c.res
  c.res = new Response(new Uint8Array(packed), { status, headers })
  c.res.headers.delete('content-length')
  if (packed !== body) c.res.headers.set('content-encoding', 'gzip')
}
