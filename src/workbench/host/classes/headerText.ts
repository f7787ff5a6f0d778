/** The text of a header or footer and its three sections: "&L…&C…&R…". */

export interface Sections {
  readonly left: string;
  readonly center: string;
  readonly right: string;
}

const CODES: Readonly<Record<string, keyof Sections>> = { L: 'left', C: 'center', R: 'right' };

/** Text before any code is in the middle; "&&" is a plain "&". */
export function sectionsOf(text: string): Sections {
  const sections = { left: '', center: '', right: '' };
  let section: keyof Sections = 'center';
  for (const part of text.match(/&[^]|[^&]+|&$/g) ?? []) {
    const code = part.length === 2 && part.startsWith('&') ? CODES[part.charAt(1).toUpperCase()] : undefined;
    if (code) section = code;
    else sections[section] += part;
  }
  return sections;
}

export function textOfSections({ left, center, right }: Sections): string {
  const write = (code: string, text: string): string => (text === '' ? '' : `&${code}${text}`);
  return write('L', left) + write('C', center) + write('R', right);
}
