/** Decision records as the tools of others write them, in our own words; each holds a bird or beast to be found by. */
export const foreignRecords: Record<string, string> = {
  '0001-keep-a-log.md': `# 1. Keep a log

Date: 2019-03-04

## Status

Accepted

Superseded by [4. Keep the log in a database](0004-keep-the-log-in-a-database.md)

## Context

Nobody remembers why the walrus service exists.

## Decision

We write short records.

## Consequences

Somebody has to write them.
`,
  '0002-choose-a-queue.md': `# Choose a queue

* Status: accepted
* Deciders: Ada Berg, Noor Haddad
* Date: 2020-05-06

Technical Story: peaks at the pelican dock

## Considered Options

* One table
* A broker

## Decision Outcome

Chosen option: "A broker", because it holds at peaks.

## Pros and Cons of the Options

### One table

* Good, because there is nothing to run
* Bad, because it locks

### A broker

* Good, because it is made for this
`,
  '0003-sign-our-builds.md': `---
status: proposed
date: 2024-01-09
decision-makers: [Ada Berg]
consulted: Noor Haddad, Finn Oduya
informed:
  - Everybody in heron
---

# Sign our builds

## Context and Problem Statement

Anybody may push.

## Considered Options

* Sign
* Trust

## Decision Outcome

Chosen option: "Sign", because somebody asked.
`,
  '0004-keep-the-log-in-a-database.md': `# 4. Keep the log in a database

Date: 2021-07-08

## Status

Accepted

## Context

Files were lost; the cormorant team noticed.

## Decision

One place for all.
`,
  '20220910-name-things-once.md': `# Name things once

- Status: deprecated
- Tags: naming, Docs

## Context and Problem Statement

Gannet is called three names.

## Decision Outcome

One glossary.
`,
  '2023-02-03-drop-the-proxy.md': `# Drop the proxy

Status: rejected

## Context

\`\`\`
---
status: accepted
# Not a heading
---
\`\`\`

The puffin proxy adds a hop.

## Decision

It stays.
`,
  'README.md': '# Decisions\n\nHere they are.\n',
  'template.md': '# {short title}\n\n## Context\n\n{what}\n',
  '0099-broken.md': '---\nstatus: accepted\ndate: [2024\n---\n\n# Broken\n',
}
