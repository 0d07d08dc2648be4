import { posix } from 'node:path';

/** A page of the documentation: its path from the root with forward slashes, and its text. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

const LINK = /\[[^\]]*\]\(([^)\s]+)\)/g;
const CODE = /`([^`\n]+)`/g;
const FENCE = /^```[\s\S]*?^```/gm;
const PATH = /^\.{0,2}\/?[\w@.*{},-]+(?:\/[\w@.*{},-]+)*\/?$/;
const SOURCE = /[^./]\.(?:ts|tsx|mjs|css)$/;

/**
 * Looks for what a page names and the project does not have: relative links with their `#` headings, and paths between
 * backticks. A path counts when it begins with a folder of the root or ends like a source file; it may be told from the
 * page's folder, from one above it, or, shortened, from any folder below (of a page in `docs/` or the root: anywhere).
 * @param files every file of the project
 * @returns one sentence per dead link, with the page in front
 */
export function findDeadLinks(pages: readonly Page[], files: readonly string[]): readonly string[] {
  const places = new Set(files.flatMap((file) => [file, ...foldersOf(file)]));
  const headings = new Map(pages.map(({ path, text }) => [path, headingsOf(text)]));
  return pages.flatMap((page) => [
    ...linksOf(page.text)
      .filter((link) => !leadsSomewhere(page, link, { places, headings }))
      .map((link) => `${page.path}: links to ${link}, which is not there.`),
    ...pathsOf(page.text, places)
      .filter((path) => !isThere(page, path, places))
      .map((path) => `${page.path}: names \`${path}\`, which is not there.`),
  ]);
}

/** True for the pages whose links and paths are checked. */
export function isPage(file: string): boolean {
  return /^[^/]+\.md$|^docs\/.*\.md$|(^|\/)README\.md$/.test(file);
}

function foldersOf(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function linksOf(text: string): readonly string[] {
  const found = [...text.replace(FENCE, '').replace(CODE, '').matchAll(LINK)].map((match) => match[1] ?? '');
  return found.filter((link) => !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(link));
}

interface Known {
  readonly places: ReadonlySet<string>;
  readonly headings: ReadonlyMap<string, ReadonlySet<string>>;
}

function leadsSomewhere(page: Page, link: string, { places, headings }: Known): boolean {
  const [path = '', heading] = link.split('#');
  const target = path === '' ? page.path : posix.join(posix.dirname(page.path), path).replace(/\/$/, '');
  if (!places.has(target)) return false;
  return heading === undefined || (headings.get(target)?.has(heading) ?? true);
}

/** As GitHub makes them. */
function headingsOf(text: string): ReadonlySet<string> {
  const titles = [...text.replace(FENCE, '').matchAll(/^#+ (.*)$/gm)].map((match) => match[1] ?? '');
  return new Set(
    titles.map((title) =>
      title
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

function pathsOf(text: string, places: ReadonlySet<string>): readonly string[] {
  const quoted = [...text.replace(FENCE, '').matchAll(CODE)].map((match) => match[1] ?? '');
  return quoted.filter((code) => {
    if (!PATH.test(code)) return false;
    const first = code.split('/')[0] ?? '';
    return SOURCE.test(code) || (code.includes('/') && !first.includes('.') && places.has(first));
  });
}

function isThere(page: Page, path: string, places: ReadonlySet<string>): boolean {
  const folder = posix.dirname(page.path);
  const named = path.replace(/\/$/, '');
  const isExact = named.startsWith('.');
  const from = isExact ? [folder] : [...foldersOf(page.path), '.'];
  const told = from.map((above) => posix.join(above, named));
  if (/[*{]|\bNAME\b/.test(named)) {
    // A glob may be shortened, too: `*-prices.ts` of a README means those in any folder below it.
    const exact = new RegExp(`^(?:${told.map(asPattern).join('|')})$`);
    const shortened = new RegExp(`/${asPattern(named)}$`);
    return [...places].some(
      (place) => exact.test(place) || (!isExact && isBelow(place, folder) && shortened.test(place)),
    );
  }
  if (told.some((place) => places.has(place))) return true;
  if (isExact) return false;
  const below = /^(?:docs(?:\/.*)?|\.)$/.test(folder) ? '.' : folder;
  return [...places].some((place) => isBelow(place, below) && place.endsWith(`/${named}`));
}

function isBelow(place: string, folder: string): boolean {
  return folder === '.' || place.startsWith(`${folder}/`);
}

/** `*` and `NAME` for one name, `{a,b}` for either. */
function asPattern(glob: string): string {
  return glob
    .replaceAll(/[.+^$()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/\bNAME\b|\*/g, '[^/]*')
    .replaceAll(/\{([^}]*)\}/g, (_, either: string) => `(?:${either.replaceAll(',', '|')})`);
}
