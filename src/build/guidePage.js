/** Makes the page that the pane's help button opens of the clerk's guide: one file with its pictures beside it, that needs no network and runs no script. */
/* global module, require */
const { createHash } = require('node:crypto');

const style = [
  ':root{color-scheme:light dark}',
  'body{margin:0 auto;padding:1.5rem;max-width:46rem;background:Canvas;color:CanvasText}',
  "body{font:1rem/1.7 'Segoe UI','Microsoft YaHei','PingFang SC','Noto Sans CJK SC',sans-serif}",
  'h1,h2,h3{line-height:1.3}h2{margin-top:2.5rem}',
  'img{max-width:100%;height:auto;border:1px solid GrayText;border-radius:4px}',
  'table{border-collapse:collapse}th,td{border:1px solid GrayText;padding:.25rem .75rem;text-align:left}',
  'code{font-family:Consolas,Menlo,monospace;font-size:.95em}pre{overflow-x:auto}',
  'nav ul{columns:2 14rem;padding-left:1.25rem}',
  '@media print{nav{display:none}h2{break-after:avoid}img{break-inside:avoid}}',
].join('\n');

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * Where a picture of the guide lies beside its page. Servers and programs that unpack do not agree on how a Chinese name of a file is written.
 * @param {string} name "重新计算.png"
 */
function placePicture(name) {
  return `pictures/${createHash('sha256').update(name).digest('hex').slice(0, 10)}.png`;
}

/**
 * The guide as a page of HTML.
 * @param {string | Buffer} markdown whose pictures are beside it in `pictures/`; links to other documents become plain text
 * @returns {Promise<string>}
 */
async function renderGuide(markdown) {
  const { Marked } = await import('marked');
  const sections = [];
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }) {
        const words = this.parser.parseInline(tokens);
        if (depth !== 2) return `<h${depth}>${words}</h${depth}>\n`;
        sections.push(words);
        return `<h2 id="${sections.length}">${words}</h2>\n`;
      },
      image({ href, text }) {
        const name = decodeURI(href).replace(/^pictures\//, '');
        return `<img src="${placePicture(name)}" alt="${text}" loading="lazy">`;
      },
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens);
        return /^(#|https:)/.test(href) ? `<a href="${href}">${words}</a>` : words;
      },
    },
  });
  const body = marked.parse(String(markdown));
  const title = /<h1>(.*?)<\/h1>/.exec(body)?.[1] ?? '';
  const contents = sections.map((words, index) => `<li><a href="#${index + 1}">${words}</a></li>`).join('');
  const [head, ...rest] = body.split(/(?=<h2 )/);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
${head}<nav aria-label="${title}"><ul>${contents}</ul></nav>
${rest.join('')}</body>
</html>
`;
}

module.exports = { placePicture, renderGuide };
