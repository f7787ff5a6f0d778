import { leavesPane, parseRequest, readMethodCall } from '../../../src/workbench/page/officeMessage';

/** As `RichApiMessageUtility.buildRequestMessageSafeArray` of excel-web-16.00.debug.js orders it. */
function batchData(flags: number, partition = '') {
  return {
    DdaMethod: { ControlId: 'c', Version: 1, DispatchId: 93 },
    ArrayData: [
      partition,
      'POST',
      'ProcessQuery',
      ['SDKVersion', '1'],
      '{"Actions":[]}',
      0,
      flags,
      '',
      '',
      '',
      '',
      '',
      '',
    ],
  };
}

describe('a batch', () => {
  test.each([
    [64, true],
    [64 | 4, true],
    [4, false],
    [0, false],
  ])('with the request flags %i waits for the cell that is edited: %s', (flags, waits) => {
    expect(readMethodCall(batchData(flags))).toEqual({
      kind: 'batch',
      body: '{"Actions":[]}',
      partition: '',
      waitsForCellEdit: waits,
    });
  });

  test('of the page around the workbook says so', () => {
    expect(readMethodCall(batchData(64, 'WacPartition'))).toMatchObject({ partition: 'WacPartition' });
  });
});

test('the end of a command names the command and how it ended', () => {
  const data = { DdaMethod: { DispatchId: 94 }, '0': '7', '1': 11101, '2': '{}' };
  expect(readMethodCall(data)).toEqual({ kind: 'completed', command: '7', status: 11101 });
});

test.each([[null], ['text'], [{}], [{ DdaMethod: { DispatchId: 82 } }], [{ DdaMethod: { DispatchId: 93 } }]])(
  'any other call is not taken for one of these: %j',
  (data) => {
    expect(readMethodCall(data).kind).toBe('other');
  },
);

const request = {
  _messageType: 0,
  _actionName: 'executeMethod',
  _conversationId: 'a',
  _correlationId: 3,
  _actionType: 0,
  _data: { x: 1 },
  _serializerVersion: 1,
};

test('a request is read', () => {
  expect(parseRequest(JSON.stringify(request))).toEqual({
    name: 'executeMethod',
    conversation: 'a',
    correlation: 3,
    action: 'invoke',
    data: { x: 1 },
  });
});

test.each([
  ['no text', { type: 'webpackOk' }],
  ['no JSON', 'hello'],
  ['a response', JSON.stringify({ ...request, _messageType: 1 })],
  ['no name', JSON.stringify({ ...request, _actionName: undefined })],
  ['an unknown kind of action', JSON.stringify({ ...request, _actionType: 9 })],
  ['null', 'null'],
])('%s is no request of Office.js', (_name, message) => {
  expect(parseRequest(message)).toBeNull();
});

test.each([
  [13, true],
  [5, true],
  [0, false],
  [15, false],
])('the notice %i means that the person leaves the pane by a key: %s', (action, leaves) => {
  const notice = {
    ...request,
    _actionName: 'ContextActivationManager_notifyHost',
    _data: ['control', action],
  };
  const parsed = parseRequest(JSON.stringify(notice));
  expect(parsed && leavesPane(parsed)).toBe(leaves);
});
