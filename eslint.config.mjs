// Lint rules of the project. Layers (README, "Find your way") import downwards only.
import js from '@eslint/js';
import officeAddins from 'eslint-plugin-office-addins';
import tseslint from 'typescript-eslint';

/** For each layer, the layers that it must not import. */
const layers = {
  engine: ['form', 'workbook', 'app', 'pane', 'ribbon', 'cli', 'workbench', 'locales'],
  form: ['workbook', 'app', 'pane', 'ribbon', 'cli', 'workbench', 'locales'],
  workbook: ['app', 'pane', 'ribbon', 'cli', 'workbench', 'locales'],
  app: ['pane', 'ribbon', 'cli', 'workbench'],
  pane: ['cli', 'workbench'],
  ribbon: ['pane', 'cli', 'workbench'],
  cli: ['pane', 'ribbon', 'workbench', 'build'],
  build: ['engine', 'form', 'workbook', 'app', 'pane', 'ribbon', 'cli', 'workbench', 'locales'],
  workbench: ['app', 'pane', 'ribbon', 'cli', 'engine', 'locales'],
  locales: ['engine', 'form', 'workbook', 'app', 'pane', 'ribbon', 'cli', 'workbench'],
};

const layerRules = Object.entries(layers).map(([layer, forbidden]) => ({
  files: [`src/${layer}/**/*.ts`, `src/${layer}/**/*.tsx`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^\\.\\./(\\.\\./)*(${forbidden.join('|')})(/|$)`,
            message: `src/${layer} may import only the layers below it.`,
          },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'coverage/'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Name what is exported.' },
        {
          selector: 'ExportAllDeclaration',
          message: 'No barrel files: import from the file that owns the name.',
        },
        {
          selector:
            'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
          message: 'Nothing of a workbook becomes HTML: set textContent.',
        },
        {
          selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
          message: 'Nothing of a workbook becomes HTML: give children.',
        },
        {
          selector:
            'CallExpression > MemberExpression.callee[property.name=/^(insertAdjacentHTML|createContextualFragment|write|writeln)$/]:not([object.name!="document"][property.name=/^write/])',
          message: 'Nothing of a workbook becomes HTML.',
        },
      ],
      'no-eval': 'error',
      'no-new-func': 'error',
      'max-lines': ['warn', { max: 400, skipBlankLines: true }],
      eqeqeq: 'error',
    },
  },
  {
    // All rules about Office.js: load before read, sync between the two, no sync in a loop and the like.
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    plugins: { 'office-addins': officeAddins },
    rules: Object.fromEntries(
      Object.keys(officeAddins.rules).map((rule) => [`office-addins/${rule}`, 'error']),
    ),
  },
  { files: ['src/**/*.cjs'], languageOptions: { globals: { process: 'readonly', __dirname: 'readonly' } } },
  { files: ['*.js', '*.mjs'], languageOptions: { globals: { module: 'writable', process: 'readonly' } } },
  ...layerRules,
);
