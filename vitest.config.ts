import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,db,electron,renderer,scripts}/**/*.test.{ts,tsx}', 'tests/{contract,disasters,exploits,rules,documents}/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Its own default leaves one core to the person in front of it: half of a machine with two.
    maxWorkers: '100%',
  },
})
