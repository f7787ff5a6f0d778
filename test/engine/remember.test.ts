// What was read from a text is kept, and never mistaken for what another text says.
import fc from 'fast-check';
import { remember } from '../../src/engine/remember';

test('a text is read once, a long one each time', () => {
  const read = jest.fn((text: string) => text.length > 3);
  const remembered = remember(read);
  for (const text of ['产出指标', '产出指标', '数量', '产出指标', '数量']) remembered(text);
  expect(read).toHaveBeenCalledTimes(2);
  const long = '数'.repeat(201);
  remembered(long);
  remembered(long);
  expect(read).toHaveBeenCalledTimes(4);
});

test('false and "" are results, too', () => {
  const read = jest.fn(() => false);
  const remembered = remember(read);
  expect([remembered('优'), remembered('优')]).toEqual([false, false]);
  expect(read).toHaveBeenCalledTimes(1);
});

test('whatever texts come in whatever order, each gets its own result', () => {
  const remembered = remember((text) => `〈${text}〉`);
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 12 })), (texts) => {
      for (const text of [...texts, ...texts]) expect(remembered(text)).toBe(`〈${text}〉`);
    }),
  );
  // More texts than there are places.
  const names = Array.from({ length: 9000 }, (_, index) => `第${index % 7}项指标名称${index}个`);
  for (const name of [...names, ...names]) expect(remembered(name)).toBe(`〈${name}〉`);
});
