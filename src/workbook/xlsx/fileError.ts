/**
 * Why a file could not be used, as plain values. Sentences for people are made elsewhere from `detail`, so each
 * reason has its own `kind` and carries the numbers and names that its sentence needs.
 */
export type FileErrorCode = 'not-found' | 'not-xlsx' | 'damaged' | 'encrypted' | 'too-large';

export type FileErrorKind =
  /** not-found: reading from disk failed. */
  | 'missing'
  | 'unreadable'
  /** not-xlsx: what the file is instead. */
  | 'folder'
  | 'xls'
  | 'et'
  | 'doc'
  | 'ole'
  | 'xlsm'
  | 'xltx'
  | 'xltm'
  | 'xlam'
  | 'xlsb'
  | 'ods'
  | 'odt'
  | 'docx'
  | 'pptx'
  | 'zip'
  | 'csv'
  | 'text'
  | 'html'
  | 'xml'
  | 'pdf'
  | 'unknown'
  /** damaged: `part` names the part of the package where it has one. */
  | 'empty'
  | 'truncated'
  | 'archive'
  | 'duplicate-part'
  | 'part-name'
  | 'checksum'
  | 'compression'
  | 'missing-part'
  | 'text-encoding'
  | 'xml-malformed'
  | 'xml-doctype'
  | 'content'
  | 'unexpected'
  /** encrypted. */
  | 'password'
  | 'zip-encryption'
  /** too-large: `limit` and, where known, `actual`; `sheet` or `part`. */
  | 'file-size'
  | 'part-size'
  | 'unpacked-size'
  | 'zip64'
  | 'sheet-rows'
  | 'cells';

export interface FileErrorDetail {
  /** One of `FileErrorKind`. */
  readonly kind: string;
  readonly [param: string]: string;
}

export interface FileError {
  readonly code: FileErrorCode;
  readonly detail: FileErrorDetail;
}

/** Carries a `FileError` out of the depths of a parse; it never leaves `openXlsx`. */
export class Unreadable extends Error {
  readonly error: FileError;

  constructor(code: FileErrorCode, kind: FileErrorKind, params: Readonly<Record<string, string>> = {}) {
    super(`${code}: ${kind}`);
    this.error = { code, detail: { ...params, kind } };
  }
}
