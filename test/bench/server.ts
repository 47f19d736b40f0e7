import { serve } from '@hono/node-server'
import { connect } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { access } from '../../src/access.ts'
import { createApp } from '../../src/app.tsx'
import { readEnv } from '../../src/env.ts'
import { token } from './data.ts'
import { yardsticks } from './yardstick.ts'

// The real application, with the yardsticks behind the same middleware: their routes need an account too.
const [path = '', port = '0'] = process.argv.slice(2)
for (const route of ['limit/list', 'limit/search', 'limit/record/:n', 'floor', 'memory'])
  access[`GET /bench/${route}`] = 'viewer'

await connect({ url: `file:${path}` })
await migrate()
// A router that has answered takes no more routes, so another one renders the frame.
const page = await (
  await createApp(readEnv({})).request('http://bench/decisions', { headers: { cookie: `session=${token}` } })
).text()
const [before = '', after = ''] = page.split(/<table[\s\S]*<\/table>/)
const app = createApp(readEnv({}))
const limit = yardsticks(path, (body) => before + body + after)

app.get('/bench/limit/list', (c) => c.html(limit.list()))
app.get('/bench/limit/search', (c) => c.html(limit.search(c.req.query('q') ?? '')))
app.get('/bench/limit/record/:n', (c) => c.html(limit.record(Number(c.req.param('n')))))
app.get('/bench/floor', (c) => c.html(page))
app.get('/bench/memory', (c) => c.json(process.memoryUsage()))

serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' }, () => process.stdout.write('listening\n'))
