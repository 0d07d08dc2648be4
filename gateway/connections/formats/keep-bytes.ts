const BOM = '﻿';

/** Runs an edit on text with plain line breaks, and gives the file back the mark and the line breaks it had. */
export function keepBytes(text: string, edit: (plain: string) => string): string {
  const bom = text.startsWith(BOM) ? BOM : '';
  const body = text.slice(bom.length);
  // Mixed line breaks stay as they are: to make them one kind would change lines that are not ours.
  const crlf = body.includes('\r\n') && !/(?<!\r)\n/.test(body);
  const edited = edit(crlf ? body.replaceAll('\r\n', '\n') : body);
  return bom + (crlf ? edited.replaceAll('\n', '\r\n') : edited);
}

/** The text that an edit would see. */
export function plainText(text: string): string {
  let plain = '';
  keepBytes(text, (body) => (plain = body));
  return plain;
}
