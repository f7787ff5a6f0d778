/** Lets something happen in the workbook while a command works on it: between the batches that Office.js sends. */
import type { Host } from '../../../src/workbench/host/host';

/** The batch that something comes ahead of: by its number from now on, or the first one that sets cells. */
export type Moment = number | 'the write';

const isHousekeeping = (body: string): boolean => body.includes('"_RemoveReference"');
const isWrite = (body: string): boolean => body.includes('"Name":"Values"');

/** Does the work once, when the batch has been sent and Excel has not yet begun it: no event can be in time. */
export function meanwhile(host: Host, moment: Moment, work: () => void): void {
  const answer = host.answer.bind(host);
  let sent = 0;
  let isDone = false;
  host.answer = async (body, options) => {
    if (!isHousekeeping(body)) sent += 1;
    if (!isDone && !isHousekeeping(body) && (moment === 'the write' ? isWrite(body) : sent === moment)) {
      isDone = true;
      work();
    }
    return answer(body, options);
  };
}
