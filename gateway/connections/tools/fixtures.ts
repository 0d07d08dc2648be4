import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { ToolSpec } from '../tool-spec.ts';
import type { FileWant } from '../change/want.ts';

/** The shapes of file that every tool has fixtures for. A tool may have more. */
export const CASES = ['typical', 'empty', 'commented', 'exotic', 'broken'] as const;

/** A real-shaped file for a tool's main file: one of {@link CASES}, or more of them. */
export interface Fixture {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

/** Two tools share a folder. */
const FOLDERS: Readonly<Record<string, string>> = { 'vscode-chat': 'vscode', 'vscode-terminal': 'vscode' };

/** Every fixture of a tool, without those that show the outcome. */
export function fixturesOf(tool: ToolSpec): readonly Fixture[] {
  const folder = join(import.meta.dirname, FOLDERS[tool.id] ?? tool.id, 'fixtures');
  const prefix = tool.id === 'vscode-terminal' ? 'settings-' : '';
  return readdirSync(folder)
    .filter((name) => !/connected|^mcp-/.test(name) && name.startsWith('settings-') === (prefix !== ''))
    .map((name) => ({
      name: name.slice(prefix.length).replace(extname(name), ''),
      file: join(folder, name),
      text: readFileSync(join(folder, name), 'utf8'),
    }));
}

/** Real-shaped files with MCP servers of the person's own, without those that show the outcome. */
export function mcpFixturesOf({ id }: Pick<ToolSpec, 'id'>): readonly Fixture[] {
  const folder = join(import.meta.dirname, FOLDERS[id] ?? id, 'fixtures');
  return readdirSync(folder)
    .filter((name) => name.startsWith('mcp-') && !name.includes('connected'))
    .map((name) => ({
      name: name.slice('mcp-'.length).replace(extname(name), ''),
      file: join(folder, name),
      text: readFileSync(join(folder, name), 'utf8'),
    }));
}

/**
 * True for a file that Purser must refuse to edit: one that its tool cannot read either. Lines and files of our own are
 * put beside or in place of whatever is there, and need not understand it.
 */
export function isRefused(want: FileWant, name: string): boolean {
  return want.kind === 'entries' && (name === 'broken' || (name === 'commented' && want.format === 'strict-json'));
}

/** The file that the fixtures are for. */
export function mainWant(wants: readonly FileWant[]): FileWant {
  const main = wants.find(({ kind }) => kind === 'entries') ?? wants.find(({ kind }) => kind === 'block') ?? wants[0];
  if (!main) throw new Error('the tool wants nothing');
  return main;
}
