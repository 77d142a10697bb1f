import { defineConfig } from 'vitest/config'

/** What puts its own modules in the place of others (a window of Electron that is none) keeps them to itself. */
const onItsOwn = ['tests/exploits/electron-*.test.ts', 'tests/contract/same-through-every-door.test.ts']

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Its own default leaves one core to the person in front of it: half of a machine with two.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'usual',
          include: ['{shared,db,electron,renderer,scripts}/**/*.test.{ts,tsx}', 'tests/{contract,disasters,exploits,rules,documents}/**/*.test.ts'],
          exclude: onItsOwn,
          // The modules are read once for all files of a worker: a third of the whole time. No test leaves anything behind in them.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'on its own', include: onItsOwn } },
    ],
  },
})
