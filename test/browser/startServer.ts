/** Serves the workbench once for all browser tests of a run. */
import { serveWorkbench } from './serveWorkbench';

// Jest calls the default export.
// eslint-disable-next-line no-restricted-syntax
export default async function startServer(): Promise<void> {
  const { origin, processId } = await serveWorkbench();
  process.env['WORKBENCH_ORIGIN'] = origin;
  process.env['WORKBENCH_PROCESS'] = String(processId);
}
