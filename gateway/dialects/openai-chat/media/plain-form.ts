/** A content type with one boundary in it, and at most the charset that everything is in. */
const FORM = /^multipart\/form-data((?:\s*;\s*[\w-]+=(?:[\w'+.:/-]+|"[\w'+.:/ -]+"))+)\s*$/i;
const PARAMETER = /;\s*([\w-]+)="?([^";]+)"?/g;
/** The lines that an ordinary client writes before a part. */
const DISPOSITION = new RegExp(
  String.raw`^content-disposition:[ \t]*form-data;[ \t]*name="[^"\\%]*"` +
    String.raw`(;[ \t]*filename="([^"]*[^"\\])?")?(;[ \t]*filename\*=[^;"]+)?$`,
  'i',
);
const HARMLESS = /^(content-type:.*|content-length:[ \t]*\d+|content-transfer-encoding:[ \t]*(binary|8bit))$/i;
const OTHER_CHARSET = /^content-type:.*charset=(?!"?utf-?8"?([ \t;]|$))/i;

const LINE = '\r\n';
const BLANK = '\r\n\r\n';
/** Most characters of the lines before a part. */
const MOST_HEADER = 8_192;

/**
 * True for a form that every server reads alike: one boundary, one name for every part, nothing that encodes, nothing
 * before or behind. Parsers differ in which of two boundaries, names or encodings counts, and one is the provider's.
 */
export function isPlainForm(bytes: Buffer, contentType: string): boolean {
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) return false;
  const open = Buffer.from(`--${boundary}`);
  const next = Buffer.from(`${LINE}--${boundary}`);
  if (!bytes.subarray(0, open.length).equals(open)) return false;
  for (let at = open.length; ;) {
    if (isEnd(bytes, at)) return true;
    if (bytes.toString('latin1', at, at + LINE.length) !== LINE) return false;
    const end = bytes.indexOf(BLANK, at);
    if (end < 0 || end - at > MOST_HEADER) return false;
    if (!isPlainPart(bytes.toString('latin1', at + LINE.length, end))) return false;
    const close = bytes.indexOf(next, end + LINE.length);
    if (close < 0) return false;
    at = close + next.length;
  }
}

function isEnd(bytes: Buffer, at: number): boolean {
  return bytes.length - at <= 4 && ['--', `--${LINE}`].includes(bytes.toString('latin1', at));
}

function boundaryOf(contentType: string): string | undefined {
  const parameters = FORM.exec(contentType)?.[1];
  if (parameters === undefined) return undefined;
  const found = Array.from(parameters.matchAll(PARAMETER), ([, name = '', value = '']) => [name.toLowerCase(), value]);
  const isUtf8 = (value: string | undefined): boolean => value !== undefined && /^utf-?8$/i.test(value);
  const isKnown = found.every(([name, value]) => name === 'boundary' || (name === 'charset' && isUtf8(value)));
  const boundaries = found.filter(([name]) => name === 'boundary');
  return isKnown && boundaries.length === 1 ? boundaries[0]?.[1] : undefined;
}

function isPlainPart(header: string): boolean {
  const lines = header.split(LINE);
  const names = lines.filter((line) => DISPOSITION.test(line));
  const isFile = names.some((line) => /filename/i.test(line));
  const types = lines.filter((line) => /^content-type:/i.test(line));
  if (names.length !== 1 || types.length > 1) return false;
  return lines.every((line) => (names.includes(line) || HARMLESS.test(line)) && (isFile || !OTHER_CHARSET.test(line)));
}
