const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Characters to which terminals give two columns: the wide and full-width ranges of Unicode's EastAsianWidth.txt (17.0,
 * 2025-09), joined where only unassigned letters lie between them. Emoji that are pictures by themselves have a
 * property of their own.
 */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u4DBF\u4E00-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DFF}\u{1AFF0}-\u{1B2FF}\u{1D300}-\u{1D376}\u{1F200}-\u{1F265}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u;
const ONLY_MARKS = /^\p{M}+$/u;

/** How many columns of a terminal a text takes: marks lie on their letter, Chinese letters and emoji take two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const { segment } of GRAPHEMES.segment(text)) {
    if (ONLY_MARKS.test(segment)) continue;
    width += WIDE.test(segment) || segment.endsWith('\uFE0F') ? 2 : 1;
  }
  return width;
}
