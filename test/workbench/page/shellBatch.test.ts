import { answerShellBatch, tellsFunctionsReady } from '../../../src/workbench/page/shellBatch';
import type { Shell } from '../../../src/workbench/page/shellBatch';

/** As `Office.addin.showAsTaskpane()`, `hide()` and `_getState()` of excel-web-16.00.debug.js send it. */
function batch(service: string, name: string, given: readonly string[]): string {
  return JSON.stringify({
    AutoKeepReference: false,
    Actions: [
      { Id: 2, ActionType: 1, Name: '', ObjectPathId: 1 },
      { Id: 3, ActionType: 3, Name: name, ObjectPathId: 1, ArgumentInfo: { Arguments: given } },
    ],
    ObjectPaths: { '1': { Id: 1, ObjectPathType: 2, Name: service } },
  });
}

function shell(): Shell & { isPaneShown: boolean } {
  return {
    isPaneShown: true,
    showPane(isShown) {
      this.isPaneShown = isShown;
    },
  };
}

const service = 'Microsoft.AppRuntime.AppRuntimeService';

test('the add-in can hide its pane and show it again', () => {
  const page = shell();
  answerShellBatch(batch(service, 'SetAppRuntimeState', ['Background']), 'WacPartition', page);
  expect(page.isPaneShown).toBe(false);
  answerShellBatch(batch(service, 'SetAppRuntimeState', ['Visible']), 'WacPartition', page);
  expect(page.isPaneShown).toBe(true);
});

test('the add-in can ask whether its pane shows', () => {
  const page = { ...shell(), isPaneShown: false };
  const answer: unknown = JSON.parse(
    answerShellBatch(batch(service, 'GetAppRuntimeState', []), 'WacPartition', page) ?? '',
  );
  expect(answer).toEqual({
    Results: [
      { ActionId: 2, Value: {} },
      { ActionId: 3, Value: 'Background' },
    ],
  });
});

test('the start behaviour is answered although it does not say that it is for the shell', () => {
  const body = batch('Microsoft.AppRuntime.AppRuntimePersistenceService', 'GetAppRuntimeStartState', []);
  expect(answerShellBatch(body, '', shell())).toContain('"Inactive"');
});

test('a batch of the workbook is not for the shell, even when a cell names a service', () => {
  const body = JSON.stringify({
    Actions: [{ Id: 1, ActionType: 4, Name: 'Values', ArgumentInfo: { Arguments: [[[service]]] } }],
    ObjectPaths: { '1': { Id: 1, ObjectPathType: 1 } },
  });
  expect(answerShellBatch(body, '', shell())).toBeNull();
});

test('the add-in tells when its functions can be called', () => {
  expect(
    tellsFunctionsReady(
      batch('Microsoft.InternalService.AddinInternalService', 'NotifyActionHandlerReady', []),
    ),
  ).toBe(true);
  expect(tellsFunctionsReady(batch(service, 'GetAppRuntimeState', []))).toBe(false);
});
