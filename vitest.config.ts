import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/**/*.integration.test.ts', 'test/**/*.fleet.test.ts', 'test/programs/**'],
          setupFiles: ['test/setup.ts'],
          // A busy machine is slow; a test that hangs is still found.
          testTimeout: 180_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
          maxWorkers: '100%', // nobody else needs the machine meanwhile
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/**/*.integration.test.ts'],
          setupFiles: ['test/setup.ts'],
          testTimeout: 180_000, // some start twenty processes, one after the other
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
          maxWorkers: '100%', // they wait for processes and servers most of the time
          globalSetup: ['test/build-first.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'fleet',
          include: ['test/**/*.fleet.test.ts'],
          setupFiles: ['test/setup.ts'],
          testTimeout: 3_600_000, // as long as whoever runs it wants
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'programs',
          include: ['test/programs/**/*.test.ts'],
          setupFiles: ['test/setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 30_000 } },
          fileParallelism: false,
          globalSetup: ['test/build-first.ts'],
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
