import { defineConfig } from 'vitest/config'

const pages = ['test/*.test.{ts,tsx}']

/** Gaps of the event loop and kills at random moments want the machine for themselves. */
const alone = { groupOrder: 1 }

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    pool: 'forks',
    projects: [
      { extends: true, test: { name: 'rules', include: ['test/domain/**/*.test.ts', 'test/house/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['test/db/*.test.ts'],
          testTimeout: 60_000,
          fileParallelism: false,
          sequence: alone,
        },
      },
      { extends: true, test: { name: 'pages', include: pages, testTimeout: 20_000 } },
      {
        extends: true,
        test: {
          name: 'pages on a server',
          include: pages,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          env: { TEST_DATABASE: 'sqld' },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/*.test.ts'],
          globalSetup: ['test/support/browser-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
