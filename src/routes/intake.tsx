import { Hono } from 'hono'
import { type Cursor, countedUpTo, fileRequest, listRequests, queue } from '../../db/intake/requests.ts'
import { listTeams } from '../../db/teams.ts'
import { IntakeQueue } from '../../views/intake/queue.tsx'
import { NewRequest } from '../../views/intake/request-form.tsx'
import { type Typed, untouched } from '../../views/parts/form.tsx'
import { requestStatuses } from '../domain/intake/catalogue.ts'
import { atLeast } from '../domain/people/catalogue.ts'
import { type Ctx, type Env, signedIn } from '../http/context.ts'
import { form } from '../http/form.ts'
import { page } from '../http/page.tsx'
import { seeOther } from '../http/redirect.ts'
import { acceptances } from './intake/acceptance.tsx'
import { answers } from './intake/answers.tsx'
import { links } from './intake/links.tsx'
import { dayOf } from './intake/loaded.ts'
import { requestFields } from './intake/request-fields.ts'
import { requestPages } from './intake/show.tsx'
import { themes } from './intake/themes.tsx'

export const intake = new Hono<Env>()

intake.get('/', async (c) => {
  const status = requestStatuses.find((status) => status === c.req.query('status')) ?? 'new'
  const after = cursorOf(c.req.query('after'))
  const [counts, { rows, next }] = await Promise.all([queue(), listRequests(status, after)])
  const { role } = signedIn(c)
  return page(
    c,
    { title: 'Intake', keys: rowKeys },
    <IntakeQueue
      {...{ ...counts, status, rows, next, countedUpTo }}
      further={after !== undefined}
      canFile={atLeast(role, 'contributor')}
      canLink={atLeast(role, 'editor')}
      dayOf={dayOf(c)}
      today={c.var.today}
    />,
  )
})

const rowKeys = (
  <>
    <kbd>j</kbd> <kbd>k</kbd> rows · <kbd>Enter</kbd> open ·
  </>
)

/** `1~2026-11-12T10:00:00.000Z~7` */
function cursorOf(text: string | undefined): Cursor | undefined {
  const [rank, at, id] = text?.split('~') ?? []
  if (!at || !id || !/^\d{1,15}$/.test(id)) return undefined
  return { rank: rank === '1' ? 1 : 0, at, id: Number(id) }
}

const showNew = async (c: Ctx, typed: Typed) =>
  page(
    c,
    { title: 'File a request' },
    <NewRequest typed={typed} requester={signedIn(c).name} productLines={await productLines()} />,
  )

const productLines = async () =>
  (await listTeams()).filter(({ kind }) => kind === 'product_line').map(({ name }) => name)

intake.get('/new', (c) => showNew(c, untouched))

intake.post('/new', form(requestFields, showNew), async (c) =>
  seeOther(c, `/intake/${await fileRequest(c.var.by, c.req.valid('form'))}`),
)

intake.route('/links', links)
intake.route('/themes', themes)
// After the fixed words: `/:id` would answer for them.
intake.route('/', requestPages)
intake.route('/', answers)
intake.route('/', acceptances)
