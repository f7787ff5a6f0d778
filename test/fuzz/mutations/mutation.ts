/** What breaks a workbook: its parts before it is put together, or the bytes of the file afterwards. */
import type { Book } from '../book';
import type { Random } from '../random';

export type Mutation =
  | { readonly kind: 'parts'; readonly name: string; readonly apply: (book: Book, random: Random) => void }
  | {
      readonly kind: 'bytes';
      readonly name: string;
      readonly apply: (bytes: Uint8Array, random: Random) => Uint8Array;
    };

/** Changes the text of one sheet. */
export type SheetEdit = (xml: string, random: Random) => string;
