import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  testMatch: /\.spec\.ts$/,
  outputDir: '../../test-results',
  workers: 1, // one display and one session bus, which the tests share
  retries: 0, // a test that passes only sometimes is a failing test
  timeout: 120_000, // each starts a desktop, a provider and the application
  expect: { timeout: 15_000 }, // a busy machine is slow
  reporter: 'list',
})
