import { posix } from 'node:path';
import { withoutComments } from './imports.ts';
import { isShipped } from './source-file.ts';
import type { SourceFile } from './source-file.ts';

/**
 * A terminal gets what one place in each house made safe: whoever writes past it shows raw what came with a name.
 * Runners and crashers are processes of tests.
 */
const WRITES_TO_TERMINAL =
  /\bconsole\s*\.\s*(?:log|error|warn|info|debug|dir|table|trace|group)\b|\bprocess\s*\.\s*std(?:out|err)\b|\bstd(?:out|err)\b[^;={}]*\}\s*=\s*process\b/;
const MAY_WRITE_TO_TERMINAL: Readonly<Record<string, string>> = {
  'cli/screen/output.ts': 'the one place of the command line',
  'cli/line/print-line.ts': 'a status line, which loads nothing else',
  'gateway/platform/stderr-log.ts': 'log lines of hosts without a window',
  'electron/tell-terminal.ts': 'the one place of the desktop app',
  'electron/main/app/unexpected.ts': 'hears when a terminal was closed; writes through electron/tell-terminal.ts',
};
const MAX_LINES = 300;
const MAX_WIDTH = 120;
/** What nobody can wrap: a regular expression, and a row of a Markdown table in a template. */
const UNBREAKABLE = /^\s*\(?\/.*\/[a-z]*[;,)]*$|^\| /;
const RE_EXPORT = /^\s*export\s+(?:type\s+)?(?:\*|\{[^}]*\})[^'"]*from\s*['"][^'"]+['"];?/gm;

interface Shape {
  readonly path: string;
  /** Without comments. */
  readonly code: string;
  readonly lines: readonly string[];
}

type Rule = (shape: Shape) => string | false;

const RULES: readonly Rule[] = [
  ({ path, code }) =>
    /^\s*export\s+default\b/m.test(code) &&
    !/^[^/]+\.config\.ts$/.test(path) &&
    'has a default export; export it by name.',
  ({ lines }) =>
    lines.length > MAX_LINES &&
    !/^\/[/*].*\blong\b/i.test(lines[0] ?? '') &&
    `has ${lines.length} lines; split it, or begin with "// Long because ...".`,
  ({ path, code }) =>
    isShipped(path) &&
    !path.startsWith('renderer/') &&
    WRITES_TO_TERMINAL.test(code) &&
    !(path in MAY_WRITE_TO_TERMINAL) &&
    `writes to a terminal; only ${Object.keys(MAY_WRITE_TO_TERMINAL).slice(0, 3).join(', ')} do.`,
  ({ lines }) => {
    const wide = lines.findIndex((line) => line.length > MAX_WIDTH && !UNBREAKABLE.test(line));
    return wide >= 0 && `line ${wide + 1} is wider than ${MAX_WIDTH}; break it, or say it shorter.`;
  },
  ({ path, code }) =>
    code.trim() !== '' &&
    code.replace(RE_EXPORT, '').trim() === '' &&
    posix.basename(path) !== 'index.ts' &&
    "only re-exports; import from the source, or make it the folder's one door, index.ts.",
];

/** @returns a sentence for each rule about the form of a file that it breaks */
export function checkShape({ path, text }: SourceFile): readonly string[] {
  const shape = { path, code: withoutComments(text), lines: text.trimEnd().split('\n') };
  return RULES.map((rule) => rule(shape)).flatMap((sentence) => (sentence === false ? [] : [`${path}: ${sentence}`]));
}
