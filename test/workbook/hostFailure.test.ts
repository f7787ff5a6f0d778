import { HostFailure, hostFailure } from '../../src/workbook/hostFailure';

const officeError = (code: string): Error =>
  Object.assign(new Error('from Excel'), { code, debugInfo: { errorLocation: 'Range.values' } });

test.each([
  ['InvalidOperationInCellEditMode', 'editing'],
  ['AccessDenied', 'protected'],
  ['RequestPayloadSizeLimitExceeded', 'too-large'],
  ['ItemNotFound', 'changed'],
  ['Timeout', 'no-answer'],
  ['ServiceNotAvailable', 'busy'],
  ['ApiNotFound', 'not-supported'],
  ['GeneralException', 'unknown'],
  ['toString', 'unknown'],
])('%s means %s', (code, problem) => {
  expect(hostFailure(officeError(code), 'untouched')).toMatchObject({ problem, state: 'untouched' });
});

test('the details keep code, message and place for whoever helps', () => {
  expect(hostFailure(officeError('AccessDenied'), 'untouched').details).toBe(
    'AccessDenied · from Excel · Range.values',
  );
});

test('what is no error of Excel is unknown, not lost', () => {
  expect(hostFailure('boom', 'unsure')).toMatchObject({ problem: 'unknown', details: 'boom' });
});

test('a failure that was understood before keeps its meaning', () => {
  const failure = hostFailure(new HostFailure('no-answer', 'unsure', 'late'), 'untouched');
  expect(failure).toMatchObject({ problem: 'no-answer', state: 'untouched', details: 'late' });
});
