import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { z } from 'zod';
import { counted } from '../../../shared/counted.ts';
import { PurserError } from '../../../shared/errors.ts';
import type { McpPrice, McpWay } from '../../../shared/mcp/mcp-views.ts';
import { action, withGlobals } from '../../context.ts';
import { readProviderName } from '../../options/provider-name.ts';
import { print } from '../../screen/output.ts';
import { lines } from '../../screen/screen-text.ts';
import { collectPrice } from './price.ts';
import { readSecrets } from './read-secrets.ts';

const addOptions = z.object({
  url: z.string().optional(),
  openapi: z.string().optional(),
  provider: z.string().optional(),
  allow: z.array(z.string()).default([]),
  secret: z.array(z.string()).default([]),
  header: z.array(z.string()).default([]),
  folder: z.string().optional(),
  price: z.array(z.custom<McpPrice>()).default([]),
  unchecked: z.boolean().default(false),
});

const collect = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

/** `purser mcp add NAME -- COMMAND ARGS`, `purser mcp add NAME --url URL` */
export function addMcpAddCommand(mcp: Command): void {
  withGlobals(mcp.command('add'))
    .argument('<name>', 'its name in policies, caps and the record, such as github')
    .argument('[command...]', 'after --: the command that starts it')
    .description('add a server; its secrets come from stdin or a hidden prompt, never from an argument')
    .option('--url <url>', 'the address of a server that runs elsewhere')
    .option(
      '--secret <variable>',
      'an environment variable of the command whose value is secret; may be repeated',
      collect,
    )
    .option(
      '--header <name>',
      'with --url: a header whose value is secret, such as Authorization; may be repeated',
      collect,
    )
    .option(
      '--openapi <file|url>',
      'the OpenAPI description of an HTTP API: each operation becomes a tool (- for stdin)',
    )
    .option('--provider <name>', 'with --openapi: the HTTP API, as `purser provider add --kind http` has it')
    .option('--allow <glob>', 'with --openapi: only these operations, such as "GET /repos/*"; may be repeated', collect)
    .option('--folder <dir>', 'where the command runs (default: the data folder of Purser)')
    .option(
      '--price <tools=usd>',
      'what a call costs: *=0.01, or search=0.01+0.002/pages; may be repeated',
      collectPrice,
    )
    .option('--unchecked', 'keep it even if it cannot be reached now')
    .action(
      action(async (context, command) => {
        const name = readProviderName(command.args[0]);
        const options = addOptions.parse(command.opts());
        const way = wayOf(command.args.slice(1), options);
        const description = await readDescription(options.openapi);
        const secrets = await readSecrets(secretNames(way));
        const { price: prices, unchecked } = options;
        const added = await context
          .ask(
            (gateway) =>
              gateway.mcp.add({
                name,
                way,
                secrets,
                prices,
                unchecked,
                ...description,
              }),
            `Starting ${name}`,
          )
          .catch(explainUnchecked);
        const { url } = await context.ask((gateway) => gateway.status());
        print(
          context,
          added,
          lines(
            `Added ${name} with ${counted(added.tools.length, 'tool')}, trusted as described now.`,
            ...(added.trouble === null ? [] : [added.trouble]),
            `Tools reach it at ${url}/mcp/${name} with their sub-key, or with: purser mcp serve ${name} --agent NAME`,
          ),
        );
      }),
    );
}

function wayOf(typed: readonly string[], options: z.infer<typeof addOptions>): McpWay {
  const [command, ...args] = typed;
  const { url, secret, header, folder, openapi } = options;
  if (openapi !== undefined && command === undefined && url === undefined) return apiOf(options);
  if ((command === undefined) === (url === undefined) || openapi !== undefined)
    throw new PurserError(
      'INVALID_INPUT',
      'Say how it is reached, in one way: purser mcp add NAME -- COMMAND ARGS, or --url URL, or --openapi FILE',
    );
  if (url !== undefined) {
    if (secret.length > 0) throw new PurserError('INVALID_INPUT', 'With --url secrets go into headers: --header NAME');
    return { kind: 'url', url, headers: header };
  }
  if (header.length > 0) throw new PurserError('INVALID_INPUT', 'A command has no headers: --secret VARIABLE');
  const where = folder === undefined ? null : resolve(folder);
  return { kind: 'command', command: command ?? '', args, variables: secret, folder: where };
}

function apiOf({ provider, allow }: z.infer<typeof addOptions>): McpWay {
  if (provider !== undefined) return { kind: 'openapi', provider: readProviderName(provider), allow };
  throw new PurserError('INVALID_INPUT', 'Name the HTTP API that it describes, which has the key: --provider NAME');
}

function secretNames(way: McpWay): readonly string[] {
  if (way.kind === 'openapi') return [];
  return way.kind === 'command' ? way.variables : way.headers;
}

/** What a file says; an address is fetched by the gateway, which knows the way out of the person's network. */
async function readDescription(file: string | undefined): Promise<{ description?: string; descriptionUrl?: string }> {
  if (file === undefined) return {};
  if (/^https?:\/\//i.test(file)) return { descriptionUrl: file };
  try {
    return { description: file === '-' ? await text(process.stdin) : await readFile(file, 'utf8') };
  } catch (cause) {
    throw new PurserError('INVALID_INPUT', `The OpenAPI description ${file} cannot be read.`, { cause });
  }
}

/** How a person who wants a server all the same can keep it: only the command line knows its own option. */
function explainUnchecked(error: unknown): never {
  if (error instanceof Error && error.message.endsWith('Nothing was kept.'))
    throw new PurserError('INVALID_INPUT', `${error.message} To keep it anyway: --unchecked`, { cause: error });
  throw error;
}
