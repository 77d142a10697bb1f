import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { systemChromium } from './scripts/testing/chromium.ts'

const root = import.meta.dirname
const chromium = systemChromium()

export default defineConfig({
  testDir: join(root, 'tests', 'e2e'),
  outputDir: join(root, 'test-results', 'e2e'),
  // Each spec has a program, a data folder and a port of its own; while one waits for its page the other has the second core.
  workers: 2,
  fullyParallel: false,
  // Keys that follow each other faster than any hand, on a busy machine, now and then meet a moment between two states of a page. What is
  // broken fails twice; what passes at the second try is named at the end as flaky, and is to be looked into.
  retries: 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: join(root, 'test-results', 'playwright.json') }]],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: 'light',
    // Movements are drawn by the processor here and take a third of a run. The walk of a new user and the one of the cursor have them.
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      // The whole program over 127.0.0.1 in an ordinary Chromium: everywhere.
      name: 'browser-shell',
      testMatch: '**/*.spec.ts',
      testIgnore: '**/*.electron.spec.ts',
      use: {
        browserName: 'chromium',
        launchOptions: {
          ...(chromium === null ? {} : { executablePath: chromium }),
          args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-gpu', '--disable-quic'],
        },
      },
    },
    {
      // The same page objects in Electron's window, where its binary stands; the specs say "skipped: no Electron binary" elsewhere.
      name: 'electron',
      testMatch: '**/*.electron.spec.ts',
    },
  ],
})
