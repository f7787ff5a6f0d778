/**
 * Takes the pictures of the user guide from the workbench (`npm run pictures`), so that they always show the add-in as it is. Each picture is named
 * after what it shows and written into `docs/pictures/`.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { recalculate } from '../../src/app/recalculate';
import { formsToSummarise, summariseForm, writeDocument } from '../../src/app/summarise';
import { writeDocx } from '../../src/workbook/docxFile';
import { closeBrowser, openWorkbench } from './openWorkbench';
import { serveWorkbench } from './serveWorkbench';
import { bytesOf, fileOf, SAMPLE } from './paneActs';
import { PICTURES } from './pictures';
import { SUMMARY, takePrints, type Print } from './takePrints';

const FOLDER = path.join(__dirname, '..', '..', 'docs', 'pictures');

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
  const { origin, processId } = await serveWorkbench();
  process.env['WORKBENCH_ORIGIN'] = origin;
  try {
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
  }
}

void takePictures();
