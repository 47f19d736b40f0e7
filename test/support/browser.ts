import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const names = [
  'chromium',
  'chromium-headless-shell',
  'google-chrome',
  'google-chrome-stable',
  'chromium-browser',
  'chrome',
]

/** One that is installed, else one that can be: by the system as root, or by Playwright. */
export function findBrowser(): string {
  const found = process.env.CHROME_PATH ?? installed() ?? installByPlaywright(false)
  if (found) return found
  if (process.getuid?.() === 0 && installBySystem()) return installed() ?? noBrowser()
  return installByPlaywright(true) ?? noBrowser()
}

const installed = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isRunnable)

function isRunnable(path: string) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function installBySystem() {
  try {
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
    execFileSync('apt-get', ['update', '-qq'], quiet)
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell'], quiet)
    return true
  } catch {
    return false
  }
}

/** Playwright's own browser, fetched first when asked to. */
function installByPlaywright(fetch: boolean) {
  try {
    if (fetch) execFileSync('npx', ['playwright-core', 'install', '--only-shell', 'chromium'], { stdio: 'ignore' })
    const path = chromium.executablePath()
    return isRunnable(path) ? path : undefined
  } catch {
    return undefined
  }
}

function noBrowser(): never {
  throw new Error('The browser tests need Chromium or Chrome: install one, or set CHROME_PATH to it')
}

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findBrowser(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
