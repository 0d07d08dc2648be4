/**
 * The mark: a kiss-lock purse on a 16-unit grid, and a state for each look of the tray. They differ in shape, not in
 * colour: full, full with a mark, empty with a bar (no entry), with two bars (paused), no bag but a cross (down), just
 * empty.
 */
export type Glyph = 'serving' | 'near' | 'capped' | 'paused' | 'down' | 'waiting';

const CLASP = '<circle cx="6.3" cy="2.5" r="1.45"/><circle cx="9.7" cy="2.5" r="1.45"/>';
const FRAME = 'M2 6.9 C2.4 4.9 4.6 4 8 4 S13.6 4.9 14 6.9 Z';
const BAG = 'M2 8 H14 C14.9 9.2 15.4 10.5 15.4 11.7 C15.4 14.2 13 15 8 15 S0.6 14.2 0.6 11.7 C0.6 10.5 1.1 9.2 2 8 Z';
const HOLLOW_BAG =
  'M2.4 8.7 H13.6 C14.3 9.7 14.7 10.7 14.7 11.7 C14.7 13.6 12.7 14.3 8 14.3 S1.3 13.6 1.3 11.7 C1.3 10.7 1.7 9.7 2.4 ' +
'8.7 Z';

/** An exclamation mark, cut out of the full purse. */
const MARK = 'M7 8.8 H9 V12 H7 Z M7 12.8 H9 V14.2 H7 Z';

/** What lies in an empty purse. */
const CONTENTS = {
  capped: '<rect x="4.2" y="10.7" width="7.6" height="1.7"/>',
  paused: '<rect x="5.4" y="9.8" width="1.8" height="3.5"/><rect x="8.8" y="9.8" width="1.8" height="3.5"/>',
  waiting: '',
} as const satisfies Partial<Record<Glyph, string>>;

/** The tray glyph as an SVG document in one ink. */
export function glyphSvg(glyph: Glyph, ink: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><g fill="${ink}">${CLASP}<path ` +
`d="${FRAME}"/>${bagOf(glyph, ink)}</g></svg>`;
}

function bagOf(glyph: Glyph, ink: string): string {
  if (glyph === 'serving') return `<path d="${BAG}"/>`;
  if (glyph === 'near') return `<path fill-rule="evenodd" d="${BAG} ${MARK}"/>`;
  const line = `fill="none" stroke="${ink}"`;
  // The least like the others: no tool gets an answer.
  if (glyph === 'down') return `<path d="M3.4 8.9 L12.6 15 M12.6 8.9 L3.4 15" ${line} stroke-width="1.9"/>`;
  return `<path d="${HOLLOW_BAG}" ${line} stroke-width="1.4"/>${CONTENTS[glyph]}`;
}

/** The app icon: the purse on a dark tile, with one coin: the allowance it hands out. */
export function appIconSvg(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">
  <defs>
    <linearGradient id="tile" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#272c3a"/><stop offset="1" ` +
`stop-color="#12141a"/></linearGradient>
    <linearGradient id="coin" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#7db2ff"/><stop offset="1" ` +
`stop-color="#3f7ff0"/></linearGradient>
  </defs>
  <rect x="40" y="40" width="432" height="432" rx="96" fill="url(#tile)"/>
  <g transform="translate(116 106) scale(17.5)">
    <g fill="#fff">${CLASP}<path d="${FRAME}"/><path d="${BAG}"/></g>
    <circle cx="8" cy="11.4" r="2.5" fill="url(#coin)"/>
  </g>
</svg>
`;
}
