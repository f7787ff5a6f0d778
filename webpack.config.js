/**
 * Builds the add-in, and serves it together with the workbench. `webpack` makes the add-in alone in `dist/`: the pane, the manifest, the icons and
 * Office.js; `webpack serve` adds `workbench.html`, which never is part of what is shipped.
 */
/* global require, __dirname, URL */
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const { webDarkTheme, webLightTheme } = require('@fluentui/react-components');
const { Compilation, sources } = require('webpack');
const { placePicture, renderGuide } = require('./src/build/guidePage');
const { files: officeJsFiles } = require('./src/build/officeJs.json');

const officeJs = path.join(__dirname, 'node_modules/@microsoft/office-js/dist');

/** What the licences of other people's packages ask for: their texts beside the scripts. docs/licences.md says which they are. */
function licenceTexts(own) {
  const { packages } = JSON.parse(fs.readFileSync(path.join(__dirname, 'package-lock.json'), 'utf8'));
  const shipped = Object.entries(packages).filter(
    ([place, { dev, devOptional, optional }]) => place !== '' && !dev && !devOptional && !optional,
  );
  const texts = shipped.flatMap(([place]) => {
    const folder = path.join(__dirname, place);
    const file = fs.readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
    const { name, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return `${name}\n\n${file ? fs.readFileSync(path.join(folder, file), 'utf8').trim() : license}`;
  });
  return [`ziping\n\n${String(own).trim()}`, ...texts].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n';
}

/** Where the pane loads Office.js from: its own folder, unless OFFICE_JS names Microsoft's or an office's own copy. */
const officeJsAddress = process.env.OFFICE_JS ?? 'officejs/office.js';

/** The only style that stands in the page itself. */
const pageStyle = 'body{margin:0}';

/** Fluent's themes as a style sheet: what the page needs of them before anything is drawn, at no cost of script. */
const themeSheet = [
  `:root{color-scheme:light;${variablesOf(webLightTheme)}}`,
  `:root[data-theme=dark]{color-scheme:dark;${variablesOf(webDarkTheme, webLightTheme)}}`,
  'body{background:var(--colorNeutralBackground1);color:var(--colorNeutralForeground1)}',
  'body{font:var(--fontWeightRegular) var(--fontSizeBase300)/var(--lineHeightBase300) var(--fontFamilyBase)}',
].join('\n');
const themeFile = `theme.${createHash('sha256').update(themeSheet).digest('hex').slice(0, 10)}.css`;

/** The tokens of a theme as CSS variables, save those that are the same in another. */
function variablesOf(theme, other = {}) {
  const differing = Object.entries(theme).filter(([name, value]) => other[name] !== value);
  return differing.map(([name, value]) => `--${name}:${value}`).join(';');
}

const emitTheme = {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('theme', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE;
      compilation.hooks.processAssets.tap({ name: 'theme', stage }, () => {
        compilation.emitAsset(themeFile, new sources.RawSource(themeSheet));
      });
    });
  },
};

/** How a policy names a text that is allowed. */
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * What the pane may load and where it may connect to (docs/security.md says why); Office.js loads its own parts from where it comes from.
 * @param live what the page listens to for changes while it is being worked on, none where it is shipped
 */
function contentSecurityPolicy(live) {
  const isForeign = /^https:/.test(officeJsAddress);
  const office = isForeign ? [new URL(officeJsAddress).origin] : [];
  const directives = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...office],
    // Fluent inserts empty styles and fills them rule by rule: that of no text is allowed, and no other.
    'style-src': ["'self'", hashOf(pageStyle), hashOf('')],
    'img-src': ["'self'"],
    'connect-src': live.length > 0 ? live : ["'none'"],
    // Asks the person whether to trust an Excel on the web that Microsoft does not know.
    'frame-src': ["'self'", ...office],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** The certificate of `npx office-addin-dev-certs install`, when there is one: the only kind that Excel itself trusts. */
function installedCertificate() {
  const folder = path.join(os.homedir(), '.office-addin-dev-certs');
  const [key, cert] = ['localhost.key', 'localhost.crt'].map((name) => path.join(folder, name));
  return fs.existsSync(key) && fs.existsSync(cert)
    ? { key: fs.readFileSync(key), cert: fs.readFileSync(cert) }
    : null;
}

/** Says once, after the first build, where the workbench is and how to trust it; or that it cannot be there. */
function announce(port) {
  const address = `https://localhost:${port}/workbench.html`;
  process.once('uncaughtException', (error) => {
    if (error.code !== 'EADDRINUSE') throw error;
    process.stderr.write(
      `端口 ${port} 已被占用，可换一个端口：PORT=${port + 1} npm start\n` +
        `Port ${port} is taken; try another one: PORT=${port + 1} npm start\n`,
    );
    process.exit(1);
  });
  return {
    apply(compiler) {
      let isSaid = false;
      compiler.hooks.done.tap('announce', (stats) => {
        if (isSaid || stats.hasErrors()) return;
        isSaid = true;
        process.stdout.write(
          `工作台：${address} 首次打开时在浏览器的安全提示中选择“继续前往”；在真实的 Excel 中试用时先运行 npx office-addin-dev-certs install。\n` +
            `Workbench: ${address} – accept the browser's certificate warning once; for real Excel run npx office-addin-dev-certs install first.\n`,
        );
      });
    },
  };
}

/** What stands beside the scripts. */
const ownFiles = [
  { from: 'manifest.xml' },
  {
    from: 'docs/用户手册.md',
    to: 'help/index.html',
    toType: 'file',
    transform: renderGuide,
    // Its policy allows its style as it is written: webpack is not to make it smaller.
    info: { minimized: true },
  },
  {
    from: '*.png',
    context: 'docs/pictures',
    to: ({ absoluteFilename }) => `help/${placePicture(path.basename(absoluteFilename))}`,
  },
  { from: 'LICENSE', to: 'licences.txt', toType: 'file', transform: licenceTexts },
];

const officeJsCopies = officeJsFiles.map((file) => ({
  from: path.join(officeJs, file),
  to: `officejs/${file}`,
  info: { minimized: true },
}));

/**
 * Brings the files of an add-in that another server offers to the workbench, as if they were its own: Office.js in the pane and its host talk only
 * within one origin. The workbench then shows what that server offers, its manifest and its pane, and not what is built here.
 */
function bringFrom(address) {
  const { origin, pathname } = new URL(address);
  const isOurs = (path) => path === '/manifest.xml' || path.startsWith(pathname);
  const pathRewrite = { '^/manifest.xml$': `${pathname}manifest.xml` };
  return [{ context: isOurs, target: origin, pathRewrite, changeOrigin: true, secure: false }];
}

module.exports = (env = {}, argv = {}) => {
  const isServing = env.WEBPACK_SERVE === true;
  /** The address of a deployed add-in to be shown in the workbench: `npm start -- --env pane=https://host/path/`. */
  const deployed = isServing && typeof env.pane === 'string' ? env.pane : null;
  const isProduction = argv.mode === 'production';
  const port = Number(process.env.PORT ?? 3000);
  const certificate = isServing ? installedCertificate() : null;
  const name = isProduction ? '[name].[contenthash:10]' : '[name]';

  return {
    mode: isProduction ? 'production' : 'development',
    // No eval: the pane is to run under a strict content security policy.
    devtool: 'source-map',
    entry: {
      ...(!deployed && { pane: './src/pane/pane.tsx' }),
      ...(isServing && { workbench: './src/workbench/page/workbench.ts' }),
    },
    output: {
      path: path.join(__dirname, 'dist'),
      filename: `${name}.js`,
      cssFilename: `${name}.css`,
      assetModuleFilename: 'assets/[name].[contenthash:10][ext]',
      clean: true,
    },
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    experiments: { css: true },
    // Tests that build the same several times name a folder for what stays the same.
    ...(process.env.BUILD_CACHE && {
      cache: { type: 'filesystem', cacheDirectory: process.env.BUILD_CACHE },
    }),
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: 'swc-loader',
          options: {
            jsc: {
              parser: { syntax: 'typescript', tsx: true },
              target: 'es2022',
              transform: { react: { runtime: 'automatic' } },
            },
          },
        },
        { test: /\.xlsx$/, type: 'asset/resource', generator: { filename: 'assets/samples/[name][ext]' } },
      ],
    },
    plugins: [
      !deployed && emitTheme,
      !deployed &&
        new HtmlPlugin({
          filename: 'pane.html',
          template: './src/pane/pane.html',
          chunks: ['pane'],
          templateParameters: {
            officeJs: officeJsAddress,
            style: pageStyle,
            theme: themeFile,
            policy: contentSecurityPolicy(isServing ? [`wss://localhost:${port}`] : []),
          },
        }),
      isServing &&
        new HtmlPlugin({
          filename: 'workbench.html',
          template: './src/workbench/page/workbench.html',
          chunks: ['workbench'],
        }),
      new CopyPlugin({
        patterns: [
          { from: 'assets/icons/*.png' },
          ...(deployed ? [] : ownFiles),
          ...(isServing || process.env.OFFICE_JS ? [] : officeJsCopies),
        ],
      }),
      isServing && announce(port),
    ].filter(Boolean),
    performance: { hints: false },
    stats: { all: false, errors: true, warnings: true, moduleTrace: true },
    infrastructureLogging: { level: 'error' },
    devServer: {
      host: 'localhost',
      port,
      server: certificate ? { type: 'https', options: certificate } : 'https',
      open: false,
      hot: false,
      historyApiFallback: { rewrites: [{ from: /^\/$/, to: '/workbench.html' }] },
      client: { overlay: false, logging: 'error' },
      static: deployed ? false : [{ directory: officeJs, publicPath: '/officejs', watch: false }],
      ...(deployed && { proxy: bringFrom(deployed) }),
      headers: { 'Cache-Control': 'no-store' },
    },
  };
};
