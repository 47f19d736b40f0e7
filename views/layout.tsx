import { html, raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { AccessRole } from '../src/domain/people/catalogue.ts'
import { destinations } from './navigation.ts'

/** What the frame of every page shows. */
export type Frame = {
  assets: { css: string; js: string; icon: string }
  organisation: { name: string; timeZone: string } | undefined
  person: { name: string; role: AccessRole } | undefined
  /** The path of the page, to mark where one is. */
  path: string
}

export type PageProps = {
  title: string
  /** Keys that work on this page, shown in the footer. */
  keys?: Child
  /** Ways to take the page with one: CSV, Markdown, JSON. */
  exports?: Child
}

const wholePage = '{"includeIndicatorCSS":false,"allowEval":false}'

export const Layout = ({ frame, title, keys, exports, children }: PageProps & { frame: Frame; children?: Child }) => (
  <>
    {raw('<!doctype html>')}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="htmx-config" content={wholePage} />
        <title>{title} · Fulcrum</title>
        <link rel="icon" href={frame.assets.icon} />
        <link rel="stylesheet" href={frame.assets.css} />
        <script src={frame.assets.js} defer />
      </head>
      <body hx-boost:inherited="true" {...{ 'hx-status:4xx:inherited': 'push:false' }}>
        <a class="skip" href="#main">
          Skip to content
        </a>
        {frame.person && frame.organisation ? topOf(frame.path, frame.organisation, frame.person) : <SlimTop />}
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <footer class="foot">
          <p>
            {keys} {frame.person && <KeysEverywhere />}
          </p>
          <p>
            {frame.organisation && `${frame.organisation.name}, times in ${cityOf(frame.organisation.timeZone)}`}
            {exports && <> · {exports}</>}
          </p>
        </footer>
      </body>
    </html>
  </>
)

/** The same for every page of a place that a person sees: rendered once, kept as text. */
function topOf(path: string, organisation: { name: string }, person: { name: string; role: AccessRole }) {
  const here = placeOf(path) ?? (path === '/me' ? path : '')
  const key = JSON.stringify([here, organisation.name, person.name, person.role])
  const found = tops.get(key) ?? String(<Top path={here} organisation={organisation} person={person} />)
  if (tops.size >= 1000) tops.clear()
  tops.set(key, found)
  return raw(found)
}

const tops = new Map<string, string>()

const Top = ({
  organisation,
  person,
  path,
}: {
  organisation: { name: string }
  person: { name: string; role: AccessRole }
  path: string
}) => (
  <header class="top">
    <a class="mark" href="/">
      {mark} Fulcrum <span>{organisation.name}</span>
    </a>
    <search class="find">
      <form action="/decisions">
        <input type="search" name="q" aria-label="Search every decision" placeholder="Search decisions" />
      </form>
    </search>
    {person.role === 'viewer' ? (
      <span />
    ) : (
      <a class="btn" href="/decisions/new">
        Log a decision <kbd>c</kbd>
      </a>
    )}
    <button class="btn menu" type="button" popovertarget="nav">
      Menu
    </button>
    <a class="me" href="/me" aria-current={path === '/me' ? 'page' : undefined}>
      {person.name}
    </a>
    <Navigation path={path} name={person.name} />
  </header>
)

const Navigation = ({ path, name }: { path: string; name: string }) => {
  const here = placeOf(path)
  return (
    <nav class="nav" id="nav" popover="auto" aria-label="Main">
      {destinations.map(({ group, places }) => (
        <div>
          <p id={`g-${group}`}>{group}</p>
          <ul aria-labelledby={`g-${group}`}>
            {places.map((place) => (
              <li>
                <a href={place.at} aria-current={place.at === here ? 'page' : undefined}>
                  {place.name}
                </a>
              </li>
            ))}
            {group === 'Organisation' && (
              <li class="only-narrow">
                <a href="/me">{name}</a>
              </li>
            )}
          </ul>
        </div>
      ))}
    </nav>
  )
}

const SlimTop = () => (
  <header class="top">
    <p class="mark">{mark} Fulcrum</p>
  </header>
)

const KeysEverywhere = () => html`<kbd>c</kbd> log a decision · <kbd>?</kbd> all keys`

const mark = html`<svg width="20" height="18" viewBox="0 0 20 18" aria-hidden="true"><path d="M10 6.5 16 18H4z"/><path d="M0 5.6 19.4.6l.5 1.9L.5 7.5z"/></svg>`

/** Of the places that hold this path, the nearest: Quality lies within Decisions. */
const placeOf = (path: string) =>
  destinations
    .flatMap(({ places }) => places.map(({ at }) => at))
    .filter((at) => path === at || (at !== '/' && path.startsWith(`${at}/`)))
    .sort((a, b) => b.length - a.length)[0]

const cityOf = (timeZone: string) => (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
