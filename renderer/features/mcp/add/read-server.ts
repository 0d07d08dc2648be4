import type { GatewayClient } from '../../../../shared/contract/contract.ts';
import { mcpServerNameSchema } from '../../../../shared/mcp/mcp-views.ts';
import type { McpWay } from '../../../../shared/mcp/mcp-views.ts';
import { say } from '../../../strings/say.ts';
import { providerNameSchema } from '../../../../shared/ids.ts';
import { listOf } from '../../policy/list-of.ts';
import { readCommand } from './read-command.ts';

/** A secret as it is typed: its name, and its value. */
export interface SecretLine {
  /** Tells the lines of one form apart. */
  readonly id: number;
  readonly name: string;
  readonly value: string;
}

export type AddedKind = McpWay['kind'];

/** A server as it stands in the form: everything as typed. */
export interface ServerTexts {
  readonly kind: AddedKind;
  readonly name: string;
  readonly command: string;
  readonly folder: string;
  readonly url: string;
  /** Variables of a command. */
  readonly variables: readonly SecretLine[];
  /** Headers of an address. */
  readonly headers: readonly SecretLine[];
  /** Of an API: whose key it has, where its description is, and which operations are tools. */
  readonly provider: string;
  readonly descriptionUrl: string;
  readonly file: File | undefined;
  readonly allow: string;
}

export type NewServer = Parameters<GatewayClient['mcp']['add']>[0];
interface Problem {
  readonly problem: string;
}

/** Reads the form. */
export function readServer(texts: ServerTexts): { readonly server: NewServer } | Problem {
  const name = texts.name.trim();
  if (name === '') return { problem: say.mcp.noName };
  const named = mcpServerNameSchema.safeParse(name);
  if (!named.success) return { problem: named.error.issues.map(({ message }) => message).join(' ') };
  const secrets = readSecrets(linesOf(texts));
  if ('problem' in secrets) return secrets;
  const way = readWay(texts, Object.keys(secrets.secrets));
  if ('problem' in way) return way;
  const descriptionUrl = texts.kind === 'openapi' && !texts.file ? texts.descriptionUrl.trim() : undefined;
  const server = { name: named.data, way: way.way, secrets: secrets.secrets };
  return { server: descriptionUrl === undefined ? server : { ...server, descriptionUrl } };
}

function linesOf({ kind, variables, headers }: ServerTexts): readonly SecretLine[] {
  if (kind === 'openapi') return [];
  return kind === 'command' ? variables : headers;
}

function readWay(texts: ServerTexts, names: string[]): { readonly way: McpWay } | Problem {
  const { kind, command, folder, url } = texts;
  if (kind === 'openapi') return readApi(texts);
  if (kind === 'url') {
    if (!/^https?:\/\/./.test(url.trim())) return { problem: say.mcp.noUrl };
    return { way: { kind, url: url.trim(), headers: names } };
  }
  const parts = readCommand(command);
  if (parts === undefined) return { problem: say.mcp.openQuote };
  const [program = '', ...args] = parts;
  if (program === '') return { problem: say.mcp.noCommand };
  return {
    way: { kind, command: program, args, variables: names, folder: folder.trim() === '' ? null : folder.trim() },
  };
}

function readApi({ provider, descriptionUrl, file, allow }: ServerTexts): { readonly way: McpWay } | Problem {
  const named = providerNameSchema.safeParse(provider);
  if (!named.success) return { problem: say.mcp.noProvider };
  if (!file && !/^https?:\/\/./.test(descriptionUrl.trim())) return { problem: say.mcp.noApiDescription };
  return { way: { kind: 'openapi', provider: named.data, allow: [...listOf(allow)] } };
}

/** An empty line says nothing. */
function readSecrets(lines: readonly SecretLine[]): { readonly secrets: Record<string, string> } | Problem {
  const secrets: Record<string, string> = {};
  for (const [index, { name, value }] of lines.entries()) {
    if (name.trim() === '' && value === '') continue;
    if (name.trim() === '') return { problem: say.mcp.noSecretName(index + 1) };
    if (value === '') return { problem: say.mcp.noSecretValue(name.trim()) };
    secrets[name.trim()] = value;
  }
  return { secrets };
}
