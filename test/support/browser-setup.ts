import { execFileSync } from 'node:child_process'
import { findBrowser } from './browser.ts'

/** Once before the browser tests: the program as it is shipped, and a browser to look at it. */
export default function setUp() {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], { stdio: 'inherit' })
  findBrowser()
}
