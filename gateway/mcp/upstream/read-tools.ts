import { z } from 'zod';
import type { Upstream } from './connect.ts';
import type { SecretHider } from './hide-secrets.ts';
import { readOfferedTool } from './offered-tool.ts';
import type { OfferedTool } from './offered-tool.ts';

/** More tools than anybody can look through are no list. */
const MOST_TOOLS = 2_000;
const MOST_PAGES = 100;
const listSchema = z.looseObject({ tools: z.array(z.unknown()), nextCursor: z.string().optional() });

/** What a server offers, without its secrets. Read one by one: a tool that is none takes no other along. */
export async function readTools(
  { client }: Pick<Upstream, 'client'>,
  hider: SecretHider,
): Promise<readonly OfferedTool[]> {
  if (!client.getServerCapabilities()?.tools) return [];
  const read: OfferedTool[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES && read.length < MOST_TOOLS; page += 1) {
    const params = cursor === undefined ? {} : { cursor };
    const { tools, nextCursor } = await client.request({ method: 'tools/list', params }, listSchema);
    read.push(...tools.flatMap((tool) => readOfferedTool(hider.value(tool)) ?? []));
    cursor = nextCursor;
    if (cursor === undefined) break;
  }
  return read.slice(0, MOST_TOOLS);
}
