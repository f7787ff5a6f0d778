/**
 * Batches that are not about the workbook but about the add-in's place in Excel's window: whether its pane shows (`Office.addin.showAsTaskpane`, `hide`),
 * whether its functions are ready. Excel on the web answers them outside of the workbook, and so does the page.
 */
import { isRecord } from './officeMessage';

export interface Shell {
  readonly isPaneShown: boolean;
  showPane(isShown: boolean): void;
}

const shellServices = /^Microsoft\.(AppRuntime|InternalService|DynamicRibbon)\./;

interface Batch {
  readonly actions: readonly Readonly<Record<string, unknown>>[];
  readonly paths: readonly unknown[];
}

function readBatch(body: string): Batch {
  const batch: unknown = JSON.parse(body);
  const actions = isRecord(batch) && Array.isArray(batch['Actions']) ? batch['Actions'].filter(isRecord) : [];
  const paths = isRecord(batch) && isRecord(batch['ObjectPaths']) ? Object.values(batch['ObjectPaths']) : [];
  return { actions, paths };
}

function namesService(path: unknown): boolean {
  return isRecord(path) && typeof path['Name'] === 'string' && shellServices.test(path['Name']);
}

const instantiate = 1;

/** The answer's JSON text; null for a batch that is about the workbook. */
export function answerShellBatch(body: string, partition: string, shell: Shell): string | null {
  // Most batches are the workbook's and may be large: they are told by their text.
  if (partition !== 'WacPartition' && !body.includes('Microsoft.')) return null;
  const { actions, paths } = readBatch(body);
  if (partition !== 'WacPartition' && !paths.some(namesService)) return null;
  const results = actions.map((action) => {
    const given = isRecord(action['ArgumentInfo']) ? action['ArgumentInfo']['Arguments'] : null;
    const first: unknown = Array.isArray(given) ? given[0] : null;
    let value: unknown = action['ActionType'] === instantiate ? {} : null;
    if (action['Name'] === 'SetAppRuntimeState') shell.showPane(first === 'Visible');
    else if (action['Name'] === 'GetAppRuntimeState') value = shell.isPaneShown ? 'Visible' : 'Background';
    else if (action['Name'] === 'GetAppRuntimeStartState') value = 'Inactive';
    return { ActionId: action['Id'], Value: value };
  });
  return JSON.stringify({ Results: results });
}

/** Whether the batch tells that the add-in's functions can be called. */
export function tellsFunctionsReady(body: string): boolean {
  return body.includes('"NotifyActionHandlerReady"');
}
