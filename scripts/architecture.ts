import { posix } from 'node:path';

/** A source file of the project: path from the root with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

interface Zone {
  /** Folder; the longest that fits a file is its zone. */
  readonly folder: string;
  /** Zones it may import, beside itself. */
  readonly mayImport: readonly string[];
  /** Packages it may import; undefined means any that the rules below leave. */
  readonly packages?: readonly string[];
  /** Runs where there is no Node. */
  readonly withoutNode?: boolean;
}

/** The walls: `shared <- gateway/domain <- gateway <- hosts`, and `shared <- {main, preload, renderer}`. */
const ZONES: readonly Zone[] = [
  { folder: 'shared', mayImport: [], packages: ['zod', '@orpc/contract'], withoutNode: true },
  // The price table is data and arithmetic: it opens nothing by itself.
  { folder: 'gateway/domain', mayImport: ['shared'], packages: ['@pydantic/genai-prices'], withoutNode: true },
  { folder: 'gateway', mayImport: ['shared', 'gateway/domain'] },
  { folder: 'cli', mayImport: ['shared', 'gateway', 'gateway/domain'] },
  { folder: 'electron', mayImport: ['shared'] },
  { folder: 'electron/main', mayImport: ['shared', 'electron'] },
  { folder: 'electron/preload', mayImport: ['shared', 'electron'], withoutNode: true },
  { folder: 'electron/gateway-host', mayImport: ['shared', 'electron', 'gateway', 'gateway/domain'] },
  { folder: 'renderer', mayImport: ['shared'], withoutNode: true },
];

const ZONES_WITH_READMES = ['shared', 'gateway', 'cli', 'electron', 'renderer', 'e2e', 'bench'];
/**
 * A terminal gets what one place in each house made safe: whoever writes past it shows raw what came with a name.
 * Runners and crashers are processes of tests.
 */
const WRITES_TO_TERMINAL =
  /\bconsole\s*\.\s*(?:log|error|warn|info|debug|dir|table|trace|group)\b|\bprocess\s*\.\s*std(?:out|err)\b|\bstd(?:out|err)\b[^;={}]*\}\s*=\s*process\b/;
const MAY_WRITE_TO_TERMINAL: Readonly<Record<string, string>> = {
  'cli/screen/output.ts': 'the one place of the command line',
  'gateway/platform/stderr-log.ts': 'log lines of hosts without a window',
  'electron/tell-terminal.ts': 'the one place of the desktop app',
  'electron/main/app/unexpected.ts': 'hears when a terminal was closed; writes through electron/tell-terminal.ts',
};
const MAX_LINES = 300;
const MAX_WIDTH = 120;
/** What nobody can wrap: a regular expression, and a row of a Markdown table in a template. */
const UNBREAKABLE = /^\s*\(?\/.*\/[a-z]*[;,)]*$|^\| /;
const MAX_README_LINES = 40;
const REACT = /^(react|react-dom|recharts)(\/|$)/;
const FROM = /\b(?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*\(?\s*['"]([^'"]+)['"]|\brequire\(\s*['"]([^'"]+)['"]/g;
const RE_EXPORT = /^\s*export\s+(?:type\s+)?(?:\*|\{[^}]*\})[^'"]*from\s*['"][^'"]+['"];?/gm;

/** Every rule the architecture test keeps. @returns one sentence per broken rule, with the file in front. */
export function findViolations(files: readonly SourceFile[]): readonly string[] {
  const known = new Set(files.map((file) => file.path));
  const sources = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file.path));
  return [
    ...sources.flatMap((file) => [...importViolations(file, known), ...shapeViolations(file)]),
    ...readmeViolations(files),
  ];
}

/** What a file imports, in every form; comments do not count. */
export function importsOf(text: string): readonly string[] {
  return [...withoutComments(text).matchAll(FROM)].map((match) => match[1] ?? match[2] ?? '');
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

function isTest(path: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(path) || /^(e2e|scripts|bench)\//.test(path);
}

function zoneOf(path: string): Zone | undefined {
  const fitting = ZONES.filter((zone) => path.startsWith(`${zone.folder}/`));
  return fitting.toSorted((left, right) => right.folder.length - left.folder.length)[0];
}

function importViolations(file: SourceFile, known: ReadonlySet<string>): readonly string[] {
  return importsOf(file.text).flatMap((specifier) => {
    const broken = specifier.startsWith('.')
      ? relativeViolation(file, specifier, known)
      : packageViolation(file.path, specifier);
    return broken === undefined ? [] : [`${file.path}: imports ${specifier}: ${broken}`];
  });
}

function relativeViolation(file: SourceFile, specifier: string, known: ReadonlySet<string>): string | undefined {
  const target = posix.join(posix.dirname(file.path), specifier.replace(/\?.*$/, ''));
  if (target.startsWith('..')) return 'that is outside the project.';
  if (!known.has(target)) return 'there is no such file (imports carry their extension).';
  const from = zoneOf(file.path);
  const to = zoneOf(target);
  if (isTest(file.path) || from === undefined || from === to) return undefined;
  // Its version and name are nobody's room.
  if (target === 'package.json') return undefined;
  // A host says its own version.
  if (target === 'package.json' && !from.withoutNode) return undefined;
  if (to !== undefined && from.mayImport.includes(to.folder)) return undefined;
  return `${from.folder}/ may import ${['itself', ...from.mayImport].join(', ')} only.`;
}

function packageViolation(path: string, specifier: string): string | undefined {
  if (/^electron(\/|$)/.test(specifier) && !/^(electron\/|e2e\/desktop\/|scripts\/test-electron)/.test(path)) {
    return 'only electron/ imports electron.';
  }
  const zone = zoneOf(path);
  if (zone === undefined || isTest(path)) return undefined;
  if (specifier.startsWith('node:')) {
    return zone.withoutNode === true ? `${zone.folder}/ has no Node.` : undefined;
  }
  if (zone.packages !== undefined && !zone.packages.includes(specifier)) {
    return `${zone.folder}/ may use ${zone.packages.join(', ')} only.`;
  }
  if (REACT.test(specifier) && zone.folder !== 'renderer') return 'React lives in renderer/.';
  return undefined;
}

function shapeViolations(file: SourceFile): readonly string[] {
  const code = withoutComments(file.text);
  const lines = file.text.trimEnd().split('\n');
  const broken: string[] = [];
  if (/^\s*export\s+default\b/m.test(code) && !/^[^/]+\.config\.ts$/.test(file.path)) {
    broken.push('has a default export; export it by name.');
  }
  if (lines.length > MAX_LINES && !/^\/[/*].*\blong\b/i.test(lines[0] ?? '')) {
    broken.push(`has ${lines.length} lines; split it, or begin with "// Long because ...".`);
  }
  if (
    WRITES_TO_TERMINAL.test(code) &&
    /^(cli|gateway|electron|shared)\//.test(file.path) &&
    !(file.path in MAY_WRITE_TO_TERMINAL) &&
    !isTest(file.path) &&
    !/(-runner|-crasher)\.ts$|\/testing\//.test(file.path)
  ) {
    broken.push(`writes to a terminal; only ${Object.keys(MAY_WRITE_TO_TERMINAL).slice(0, 3).join(', ')} do.`);
  }
  const wide = lines.findIndex((line) => line.length > MAX_WIDTH && !UNBREAKABLE.test(line));
  if (wide >= 0) broken.push(`line ${wide + 1} is wider than ${MAX_WIDTH}; break it, or say it shorter.`);
  const rest = code.replace(RE_EXPORT, '').trim();
  if (code.trim() !== '' && rest === '' && posix.basename(file.path) !== 'index.ts') {
    broken.push("only re-exports; import from the source, or make it the folder's one door, index.ts.");
  }
  return broken.map((sentence) => `${file.path}: ${sentence}`);
}

function readmeViolations(files: readonly SourceFile[]): readonly string[] {
  const folders = new Set(files.flatMap((file) => /^([^/]+\/[^/]+)\//.exec(file.path)?.[1] ?? []));
  return [...folders]
    .filter((folder) => ZONES_WITH_READMES.includes(folder.split('/')[0] ?? ''))
    .flatMap((folder) => {
      const readme = files.find((file) => file.path === `${folder}/README.md`);
      if (readme === undefined) return [`${folder}: has no README.md that says what lives here.`];
      const count = readme.text.trimEnd().split('\n').length;
      return count > MAX_README_LINES ? [`${readme.path}: has ${count} lines; ${MAX_README_LINES} are enough.`] : [];
    });
}
