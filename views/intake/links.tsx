import type { ListedLink } from '../../db/intake/links.ts'
import { longDay } from '../dates.ts'
import { Input, Mistakes, type Typed } from '../parts/form.tsx'
import { capitalised, counted } from '../words.ts'

type Props = {
  links: ListedLink[]
  typed: Typed
  /** The address of the one just made. */
  made: string | undefined
  now: string
  dayOf: (moment: string) => string
}

export const IntakeLinks = ({ links, typed, made, now, dayOf }: Props) => {
  const open = links.filter(({ revokedAt, expiresAt }) => revokedAt === null && expiresAt > now)
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href="/intake">Intake</a> · <b>Public links</b>
        </p>
        <h1>
          {open.length === 0
            ? 'Nobody can file a request without an account.'
            : `${capitalised(counted(open.length, 'link lets', 'links let'))} people without an account file a request.`}
        </h1>
      </div>
      {made && <Made url={made} />}
      <div class="cols">
        <section class="sec" aria-labelledby="h-links">
          <header>
            <h2 id="h-links">Links</h2>
            <p>their address is shown once, when they are made</p>
          </header>
          {links.length === 0 ? (
            <p class="empty">A link brings in what sales, support and partners hear, without an account for each.</p>
          ) : (
            <ul class="list">
              {links.map((link) => (
                <Link link={link} isOpen={open.includes(link)} dayOf={dayOf} />
              ))}
            </ul>
          )}
        </section>
        <div class="side">
          {' '}
          <section class="sec" aria-labelledby="h-new">
            <header>
              <h2 id="h-new">A new one</h2>
            </header>
            <form class="form" method="post" action="/intake/links">
              <Mistakes errors={typed.errors} />
              <Input name="name" label="For whom" typed={typed} maxlength={120} placeholder="Sales, north" required />
              <Input name="days" label="Days it works" typed={typed} value={90} inputmode="numeric" required />
              <p>
                <button class="btn pri" type="submit">
                  Make the link
                </button>
              </p>
            </form>
          </section>
        </div>
      </div>
    </>
  )
}

const Made = ({ url }: { url: string }) => (
  <div class="remark" role="status">
    <p>
      <b>This is the link.</b> It is shown only now. Whoever has it can file requests, and sees nothing else.
    </p>
    <p class="why">
      <input class="link" type="text" readonly aria-label="The new link" value={url} />
    </p>
  </div>
)

const Link = ({ link, isOpen, dayOf }: { link: ListedLink; isOpen: boolean; dayOf: Props['dayOf'] }) => (
  <li class={isOpen ? undefined : 'mute'}>
    <span>
      {link.name}
      <small>
        {link.revokedAt !== null
          ? `revoked on ${longDay(dayOf(link.revokedAt))}`
          : `${isOpen ? 'works' : 'worked'} until ${longDay(dayOf(link.expiresAt))}`}
        {link.by && `, made by ${link.by}`}; {counted(link.requests, 'request')} came in
      </small>
    </span>
    {isOpen && (
      <form method="post" action={`/intake/links/${link.id}/revocation`}>
        <button class="btn quiet" type="submit" aria-label={`Revoke ${link.name}`}>
          Revoke
        </button>
      </form>
    )}
  </li>
)
