/** The few styles that text on a terminal has, by their SGR number. */
const STYLES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 } as const;
export type Style = keyof typeof STYLES;

const ESCAPE = '\u001b';
const CODES = Object.values(STYLES).join('|');
// oxlint-disable-next-line no-control-regex -- that is what a style begins with
const STYLE = new RegExp(`${ESCAPE}\\[(?:0|${CODES})m`, 'g');

/** Puts a text that is safe to show into a style. */
export function styled(style: Style, text: string): string {
  return text === '' ? '' : `${ESCAPE}[${STYLES[style]}m${text}${ESCAPE}[0m`;
}

/** The text without our styles. */
export function plain(text: string): string {
  return text.replace(STYLE, '');
}

/** Does something to every part of a text but its styles. */
export function betweenStyles(text: string, change: (part: string) => string): string {
  const codes = text.match(STYLE) ?? [];
  return text
    .split(STYLE)
    .map((part, at) => change(part) + (codes[at] ?? ''))
    .join('');
}

/** Colour is for terminals, unless the person does not want any (no-color.org) or wants it everywhere. */
export function wantsColor(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  if ((env['FORCE_COLOR'] ?? '') !== '') return env['FORCE_COLOR'] !== '0';
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}
