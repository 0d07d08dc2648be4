/** Rows of a national standard in its encoding, where both bytes have the highest bit. */
interface Rows {
  readonly encoding: string;
  readonly first: number;
  readonly last: number;
}

/** The characters that schools teach first, in China and in Japan. Sources: GB 2312, level 1; JIS X 0208, level 1. */
const HAN: readonly Rows[] = [
  { encoding: 'gbk', first: 0xb0, last: 0xd7 },
  { encoding: 'euc-jp', first: 0xb0, last: 0xcf },
];
/** The syllables that Korean is written with. Source: KS X 1001. */
const HANGUL: readonly Rows[] = [{ encoding: 'euc-kr', first: 0xb0, last: 0xc8 }];

const commonHan = read(HAN);
const commonHangul = read(HANGUL);

/** True for one of the six thousand characters that nearly all Chinese and Japanese is written with. */
export function isCommonHan(code: number): boolean {
  return code >= 0x4e00 && code < 0xa000 && commonHan.has(code);
}

/** True for one of the syllables that nearly all Korean is written with. */
export function isCommonHangul(code: number): boolean {
  return code >= 0xac00 && code < 0xd7b0 && commonHangul.has(code);
}

function read(tables: readonly Rows[]): ReadonlySet<number> {
  const codes = new Set<number>();
  for (const { encoding, first, last } of tables) {
    const decoder = new TextDecoder(encoding);
    for (let high = first; high <= last; high += 1) {
      for (let low = 0xa1; low <= 0xfe; low += 1) codes.add(decoder.decode(new Uint8Array([high, low])).charCodeAt(0));
    }
  }
  return codes;
}
