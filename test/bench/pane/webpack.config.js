/**
 * Builds what the pane is measured with, all three by the configuration of the add-in itself: the add-in as it is shipped, in `pane/`; Microsoft's
 * template with an empty pane, in `template/`; and the workbench that both are opened in, in `workbench/`.
 */
/* global require, module, __dirname */
const path = require('node:path');
const HtmlPlugin = require('html-webpack-plugin');
const makeConfig = require('../../../webpack.config.js');

const root = path.join(__dirname, '../../..');

module.exports = (env, argv) => {
  const build = (name, change = {}) => {
    const config = makeConfig({}, argv);
    return {
      ...config,
      context: root,
      ...change,
      output: { ...config.output, path: path.join(env.folder, name) },
    };
  };
  return [
    build('pane'),
    build('template', { entry: { pane: './test/bench/pane/template.tsx' } }),
    build('workbench', {
      entry: { workbench: './src/workbench/page/workbench.ts' },
      plugins: [
        new HtmlPlugin({ filename: 'workbench.html', template: './src/workbench/page/workbench.html' }),
      ],
    }),
  ];
};
