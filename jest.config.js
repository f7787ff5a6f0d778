/**
 * Jest runs the TypeScript sources through swc; `test/` mirrors `src/`. Tests that need a browser end in `.browser.ts` and are run by
 * `npm run test:browser`.
 */
/* global require */
const os = require('node:os');

const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      target: 'es2022',
      transform: { react: { runtime: 'automatic' } },
    },
  },
];

module.exports = {
  // Of two cores Jest would use one.
  maxWorkers: Math.max(2, os.availableParallelism() - 1),
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  setupFiles: ['<rootDir>/test/seedProperties.ts'],
  transform: { '^.+\\.tsx?$': swc, '[/\\\\]@ironcalc[/\\\\].+\\.js$': swc },
  // The spreadsheet engine of the workbench is published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!@ironcalc/)'],
};
