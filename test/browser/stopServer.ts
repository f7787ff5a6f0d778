/** Ends what `startServer.ts` started. */

// Jest calls the default export.
// eslint-disable-next-line no-restricted-syntax
export default function stopServer(): void {
  process.kill(Number(process.env['WORKBENCH_PROCESS']));
}
