/** Lets a person try the add-in without a form of their own: inserts a filled one with a few mistakes. */
import { drawSample } from '../form/templates/drawSample';
import { yearInQuestion } from './yearInQuestion';
import type { Session } from './session';
import type { Outcome } from './sessionState';

/** Adds the sample as a sheet of its own and looks at what is wrong with it. Never rejects. */
export async function insertSample(session: Session, now: Date): Promise<Outcome> {
  const outcome = await session.addSheet('insert', drawSample(yearInQuestion(now)));
  if (!outcome.failure) await session.refresh();
  return outcome;
}
