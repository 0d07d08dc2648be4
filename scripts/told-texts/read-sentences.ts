import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

/** A text in the source; `{}` stands for a value. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Every text that is written in the code of these files and folders. */
export function readTexts(places: readonly string[]): readonly SourceText[] {
  return places.flatMap(filesIn).flatMap((file) => {
    const found: SourceText[] = [];
    collect(asNode(parseSync(file, readFileSync(file, 'utf8')).program), (text) => found.push({ file, text }));
    return found;
  });
}

function filesIn(place: string): readonly string[] {
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) => {
    const path = join(place, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return path.endsWith('.ts') && !path.endsWith('.test.ts') ? [path] : [];
  });
}

/** Fields of a tool that no page shows, or that `tool-texts.test.ts` looks at. */
const NOT_TOLD: readonly unknown[] = ['evidence', 'coverage', 'reload', 'whileDown', 'login'];

function collect(node: Node | undefined, found: (text: string) => void): void {
  if (node === undefined || node.type === 'ImportDeclaration') return;
  if (node.type === 'Property' && NOT_TOLD.includes(asNode(node['key'])?.['name'])) return;
  const text = textOf(node);
  if (text !== undefined) found(text);
  for (const inner of text === undefined ? innerOf(node) : valuesIn(node)) collect(inner, found);
}

/** The text of an expression; a sum of texts is one. @returns undefined for every other expression */
function textOf(node: Node): string | undefined {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined;
  if (node.type === 'TemplateLiteral')
    return nodesIn(node['quasis'])
      .map((part) => String(asRecord(part['value'])['cooked']))
      .join('{}');
  if (node.type !== 'BinaryExpression' || node['operator'] !== '+') return undefined;
  const sides = [asNode(node['left']), asNode(node['right'])].map((side) => side && textOf(side));
  return sides.every((side) => side === undefined) ? undefined : sides.map((side) => side ?? '{}').join('');
}

/** The values that are put into a text: they may hold texts, too. */
function valuesIn(node: Node): readonly Node[] {
  if (node.type === 'TemplateLiteral') return nodesIn(node['expressions']);
  if (node.type !== 'BinaryExpression') return [];
  return [asNode(node['left']), asNode(node['right'])].flatMap((side) =>
    side === undefined ? [] : textOf(side) === undefined ? [side] : valuesIn(side),
  );
}

function innerOf(node: Node): readonly Node[] {
  return Object.values(node).flatMap((value) => (Array.isArray(value) ? nodesIn(value) : (asNode(value) ?? [])));
}

function nodesIn(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.flatMap((one) => asNode(one) ?? []) : [];
}

function asNode(value: unknown): Node | undefined {
  return isNode(value) ? value : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
