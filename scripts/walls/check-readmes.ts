import { importLine, ROOMS } from './rooms.ts';
import { isTest, isTestSupport } from './source-file.ts';
import type { SourceFile } from './source-file.ts';

const ZONES_WITH_READMES = ['shared', 'gateway', 'cli', 'electron', 'renderer', 'e2e', 'bench'];
const MAX_LINES = 40;

/** @returns a sentence for each second-level folder whose README is missing, too long, or does not tell the truth */
export function checkReadmes(files: readonly SourceFile[]): readonly string[] {
  const folders = new Set(files.flatMap(({ path }) => /^([^/]+\/[^/]+)\//.exec(path)?.[1] ?? []));
  return [...folders]
    .filter((folder) => ZONES_WITH_READMES.includes(folder.split('/')[0] ?? ''))
    .flatMap((folder) => {
      const readme = files.find(({ path }) => path === `${folder}/README.md`);
      if (readme === undefined) return [`${folder}: has no README.md that says what lives here.`];
      return [...checkLength(readme), ...checkImportLine(readme, folder), ...checkNames(readme, folder, files)];
    });
}

function checkLength({ path, text }: SourceFile): readonly string[] {
  const count = text.trimEnd().split('\n').length;
  return count > MAX_LINES ? [`${path}: has ${count} lines; ${MAX_LINES} are enough.`] : [];
}

/** A room's README repeats its line of the table, wrapped as one likes. */
function checkImportLine({ path, text }: SourceFile, folder: string): readonly string[] {
  const room = ROOMS.find((one) => one.folder === folder);
  if (room === undefined) return [];
  const line = importLine(room);
  return text.replace(/\s+/g, ' ').includes(line) ? [] : [`${path}: does not say: ${line}`];
}

/** Every file and folder of a room is named, by itself or by a glob such as `*-prices.ts`. */
function checkNames({ path, text }: SourceFile, folder: string, files: readonly SourceFile[]): readonly string[] {
  if (!/^(shared|gateway|cli|electron|renderer)\//.test(folder)) return [];
  const named = [...text.matchAll(/`([^`\s]+)`/g)].map((match) => matcherOf(match[1] ?? ''));
  const entries = new Set(
    files
      .filter((file) => file.path.startsWith(`${folder}/`) && !isTest(file.path) && !isTestSupport(file.path))
      .map((file) => /^([^/]+\/?)/.exec(file.path.slice(folder.length + 1))?.[1] ?? '')
      .filter((entry) => /(\/|\.tsx?)$/.test(entry)),
  );
  const unnamed = [...entries].filter((entry) => !named.some((matches) => matches(entry)));
  return unnamed.length > 0 ? [`${path}: does not name ${unnamed.join(', ')}.`] : [];
}

/** `door.ts`, `*-prices.ts`, `kinds/`, and `kinds/openai.ts`, which names its folder too. */
function matcherOf(name: string): (entry: string) => boolean {
  const first = name.includes('/') ? name.slice(0, name.indexOf('/') + 1) : name;
  const pattern = first.replace(/[.+?^$()[\]\\|]/g, '\\$&').replace(/\*/g, '[^/]*');
  const options = pattern.replace(/\{([^}]*)\}/g, (_all, list: string) => `(?:${list.replaceAll(',', '|')})`);
  const expression = new RegExp(`^${options}$`);
  return (entry) => expression.test(entry);
}
