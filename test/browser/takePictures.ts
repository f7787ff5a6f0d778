/**
 * Takes the pictures of the documents (`npm run pictures`), so that they always show the add-in as it is: as it is built for a server, in the
 * workbench. Each picture of the guide is named after what it shows.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { recalculate } from '../../src/app/recalculate';
import { formsToSummarise, summariseForm, writeDocument } from '../../src/app/summarise';
import { writeDocx } from '../../src/workbook/docxFile';
import { makeBuild } from './makeBuild';
import { closeBrowser, openWorkbench } from './openWorkbench';
import { bytesOf, fileOf, SAMPLE } from './paneActs';
import { PICTURES } from './pictures';
import { serveBuild } from './serveBuild';
import { serveWorkbench } from './serveWorkbench';
import { DEMONSTRATION, takeDemonstration } from './takeDemonstration';
import { SUMMARY, takePrints, type Print } from './takePrints';

const ROOT = path.join(__dirname, '..', '..');
const FOLDER = path.join(ROOT, 'docs', 'pictures');

/** The summary of the sample, as a Word file. */
async function summary(): Promise<Print> {
  const { sheets } = await recalculate(fileOf(bytesOf(SAMPLE)), {
    rules: null,
    sheet: null,
    overwriteScores: false,
  });
  const summaries = formsToSummarise(sheets).flatMap(({ form }) => {
    const made = summariseForm(form);
    return made.ok ? [made.result] : [];
  });
  return { name: SUMMARY, ending: 'docx', bytes: await writeDocx(writeDocument(summaries, 'goals')) };
}

async function takePictures(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of takePrints(FOLDER, [await summary()]))
    process.stdout.write(`docs/pictures/${name}.png\n`);
  const server = await serveBuild();
  const built = mkdtempSync(path.join(tmpdir(), 'pictures-'));
  makeBuild(path.join(built, 'dist'), ['--base', server.address]);
  server.offer(path.join(built, 'dist'));
  const { origin, processId } = await serveWorkbench(server.address);
  process.env['WORKBENCH_ORIGIN'] = origin;
  try {
    writeFileSync(path.join(ROOT, DEMONSTRATION), await takeDemonstration());
    process.stdout.write(`${DEMONSTRATION}\n`);
    for (const { name, query, dark = false, paneOnly = false, prepare } of PICTURES) {
      const page = await openWorkbench(query);
      await page.setViewportSize({ width: 1366, height: paneOnly ? 980 : 860 });
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
      await prepare(page);
      await page.waitForLoadState('networkidle');
      // Whatever fades or is read after an edit is there.
      await page.waitForTimeout(800);
      const file = path.join(FOLDER, `${name}.png`);
      if (paneOnly) await page.locator('iframe').screenshot({ path: file });
      else await page.screenshot({ path: file });
      process.stdout.write(`docs/pictures/${name}.png\n`);
      await page.context().close();
    }
  } finally {
    await closeBrowser();
    process.kill(processId);
    server.close();
    rmSync(built, { recursive: true });
  }
}

void takePictures();
