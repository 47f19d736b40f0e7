import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { ProblemPage } from '../views/problem.tsx'
import { guard } from './access.ts'
import type { Env as Settings } from './env.ts'
import { serveAsset } from './http/assets.ts'
import { compress } from './http/compress.ts'
import type { Env } from './http/context.ts'
import { logRequests } from './http/log.ts'
import { page } from './http/page.tsx'
import { forbidden, Problem } from './http/problem.ts'
import { recognise } from './http/session.ts'
import { situate } from './http/situation.ts'
import { ask } from './routes/ask.tsx'
import { asked } from './routes/asked.tsx'
import { capacityExports } from './routes/capacity/exports.ts'
import { capacity } from './routes/capacity.tsx'
import { exports } from './routes/decisions/exports.ts'
import { decisions } from './routes/decisions.tsx'
import { displacement, ledgerExport } from './routes/displacement.tsx'
import { health } from './routes/health.ts'
import { history } from './routes/history.tsx'
import { home } from './routes/home.tsx'
import { initiatives } from './routes/initiatives.tsx'
import { intake } from './routes/intake.tsx'
import { invitations } from './routes/invitations.ts'
import { keys } from './routes/keys.tsx'
import { me } from './routes/me.tsx'
import { people } from './routes/people.tsx'
import { figureRows } from './routes/records/behind.tsx'
import { deployments } from './routes/records/deployments.tsx'
import { findings } from './routes/records/findings.tsx'
import { deploymentImports, findingImports, incidentImports } from './routes/records/imports.tsx'
import { incidents } from './routes/records/incidents.tsx'
import { resets } from './routes/resets.ts'
import { reviews } from './routes/reviews.tsx'
import { rights } from './routes/rights.tsx'
import { commitments } from './routes/roadmap/commitment.tsx'
import { roadmapExports } from './routes/roadmap/exports.ts'
import { roadmapLinks } from './routes/roadmap/links.tsx'
import { roadmap } from './routes/roadmap.tsx'
import { metricChanges } from './routes/scorecard/change.ts'
import { scorecardExports } from './routes/scorecard/exports.ts'
import { readingImports } from './routes/scorecard/imports.tsx'
import { metricPages } from './routes/scorecard/metric.tsx'
import { pasting } from './routes/scorecard/paste.tsx'
import { scorecard } from './routes/scorecard.tsx'
import { organisationSettings } from './routes/settings.tsx'
import { shared } from './routes/shared.tsx'
import { signIn } from './routes/sign-in.tsx'
import { signOut } from './routes/sign-out.ts'
import { teams } from './routes/teams.tsx'
import { themes } from './routes/themes.tsx'
import { welcome } from './routes/welcome.tsx'

const megabyte = 1024 * 1024

/** `setupToken`: what `/welcome` asks for when strangers can reach it before the owner does. */
export function createApp(settings: Settings, { setupToken }: { setupToken?: string | undefined } = {}) {
  const app = new Hono<Env>()

  app.use(logRequests)
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      // Hono's default, no-referrer, makes browsers send `Origin: null`, which csrf() refuses.
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
    }),
  )
  app.use(compress)
  app.get('/assets/:file', serveAsset)
  app.use(
    bodyLimit({
      maxSize: 16 * megabyte,
      onError: () => {
        throw new Problem(413, 'Fulcrum takes at most 16 MB at once.')
      },
    }),
  )
  app.use(situate(settings))
  app.use(csrf(settings.BASE_URL ? { origin: new URL(settings.BASE_URL).origin } : {}))
  app.use(recognise)
  app.use(guard)

  app.route('/', health)
  app.route('/welcome', welcome(setupToken))
  app.route('/sign-in', signIn)
  app.route('/sign-out', signOut)
  app.route('/invitations', invitations)
  app.route('/resets', resets)
  app.route('/me', me)
  app.route('/keys', keys)
  app.route('/', home)
  app.route('/', exports)
  app.route('/decisions', decisions)
  app.route('/scorecard', figureRows)
  app.route('/', scorecardExports)
  app.route('/scorecard', readingImports)
  app.route('/scorecard', metricChanges)
  app.route('/scorecard', scorecard)
  app.route('/scorecard', pasting)
  // Last of them: `/:key` would answer for the fixed words.
  app.route('/scorecard', metricPages)
  app.route('/', roadmapExports)
  app.route('/roadmap', roadmap)
  app.route('/roadmap/links', roadmapLinks)
  app.route('/roadmap', commitments)
  app.route('/shared', shared)
  app.route('/reviews', reviews)
  app.route('/findings', findings)
  app.route('/findings', findingImports)
  app.route('/incidents', incidents)
  app.route('/incidents', incidentImports)
  app.route('/deployments', deployments)
  app.route('/deployments', deploymentImports)
  app.route('/initiatives', initiatives)
  app.route('/themes', themes)
  app.route('/intake', intake)
  app.route('/ask', ask)
  app.route('/asked', asked)
  app.route('/', ledgerExport)
  app.route('/displacement', displacement)
  app.route('/', capacityExports)
  app.route('/capacity', capacity)
  app.route('/rights', rights)
  app.route('/people', people)
  app.route('/teams', teams)
  app.route('/history', history)
  app.route('/settings', organisationSettings)

  app.notFound((c) => {
    c.status(404)
    return page(c, { title: 'Not found' }, <ProblemPage status={404} message="There is no such page." />)
  })

  app.onError((error, c) => {
    const problem = error instanceof HTTPException ? refusalOf(error) : error
    if (problem instanceof Problem) {
      c.status(problem.status)
      if (problem.retryAfter) c.header('Retry-After', String(problem.retryAfter))
      return page(c, { title: 'Not possible' }, <ProblemPage status={problem.status} message={problem.message} />)
    }
    const reference = randomBytes(4).toString('hex')
    c.var.log.error({ reference, err: error })
    c.status(500)
    return page(
      c,
      { title: 'Error' },
      <ProblemPage status={500} message="Nothing you had saved is lost. Please try again." reference={reference} />,
    )
  })

  return app
}

/** The framework's own refusals: a form from another site, a body it cannot read. */
const refusalOf = ({ status }: HTTPException) =>
  status === 403
    ? forbidden('This form came from another site, so it was not accepted.')
    : new Problem(400, 'This request cannot be read.')
