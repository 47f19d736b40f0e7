import type { ListedLink } from '../../db/intake/links.ts'
import { longDay } from '../dates.ts'
import { Input, Mistakes, Select, type Typed } from '../parts/form.tsx'
import { capitalised, counted } from '../words.ts'

type Props = {
  links: ListedLink[]
  /** A moment: what expired before no longer opens. */
  now: string
  typed: Typed
  /** Just made: shown once. */
  made?: { name: string; url: string } | undefined
}

export const lifetimes = [7, 30, 90, 365] as const

export const LinksPage = ({ links, now, typed, made }: Props) => {
  const open = links.filter((link) => isOpen(link, now))
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href="/roadmap">Roadmap</a> · <b>Public links</b>
        </p>
        <h1>
          {open.length === 0
            ? 'Nobody outside can read the roadmap.'
            : `${capitalised(counted(open.length, 'link opens', 'links open'))} the roadmap to whoever has ${open.length === 1 ? 'it' : 'them'}.`}
        </h1>
      </div>
      <Mistakes errors={typed.errors} />
      {made && <Made {...made} />}
      <div class="cols">
        <section class="sec" aria-labelledby="h-links">
          <header>
            <h2 id="h-links">Links</h2>
          </header>
          {links.length === 0 ? (
            <p class="empty">
              A link shows outcomes, initiatives and milestones to somebody without an account: a board, a customer, a
              partner. It names no person, expires, and can be revoked.
            </p>
          ) : (
            <ul class="list">
              {links.map((link) => (
                <Row {...{ link, now }} />
              ))}
            </ul>
          )}
        </section>
        <div>
          <section class="sec" aria-labelledby="h-make">
            <header>
              <h2 id="h-make">A new link</h2>
            </header>
            <form class="form" method="post" action="/roadmap/links">
              <Input name="name" label="For whom" typed={typed} hint="“Board, November”" required maxlength={120} />
              <Select
                name="days"
                label="Opens for"
                typed={typed}
                value={30}
                choices={lifetimes.map((days) => ({ value: String(days), label: `${days} days` }))}
              />
              <p class="acts">
                <button class="btn pri" type="submit">
                  Make a link
                </button>
              </p>
            </form>
          </section>
        </div>
      </div>
    </>
  )
}

const isOpen = ({ revokedAt, expiresAt }: ListedLink, now: string) => revokedAt === null && expiresAt > now

const Row = ({ link, now }: { link: ListedLink; now: string }) => (
  <li>
    <span>
      {link.name}
      <small>
        made on {longDay(link.createdAt)}
        {link.by && ` by ${link.by}`} · {endOf(link, now)}
      </small>
    </span>
    {isOpen(link, now) && (
      <form method="post" action={`/roadmap/links/${link.id}/revocation`}>
        <button class="btn quiet" type="submit" aria-label={`Revoke the link for ${link.name}`}>
          Revoke
        </button>
      </form>
    )}
  </li>
)

function endOf({ revokedAt, expiresAt }: ListedLink, now: string) {
  if (revokedAt !== null) return `revoked on ${longDay(revokedAt)}`
  return expiresAt > now ? `opens until ${longDay(expiresAt)}` : `expired on ${longDay(expiresAt)}`
}

const Made = ({ name, url }: { name: string; url: string }) => (
  <div class="remark" role="status">
    <p>Give this link to {name}. It is shown only now: Fulcrum keeps a fingerprint of it, not the link itself.</p>
    <p class="why">
      <input class="link" type="text" readonly aria-label={`Link for ${name}`} value={url} />
    </p>
  </div>
)
