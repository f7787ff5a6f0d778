/**
 * The tests that mutants of `src/engine` and `src/form` run against: the unit tests beside them, without the slow properties, so that a mutant
 * costs a second and not a minute.
 */
/* global module, require */
const project = require('../../jest.config.js');

module.exports = {
  ...project,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/engine/**/*.test.ts', '<rootDir>/test/form/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '[.]laws[.]test', '/(fillings|anyText|longTexts)[.]test'],
};
