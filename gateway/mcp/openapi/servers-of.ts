import type { ApiDescription } from './api-tool.ts';
import { listAt, recordAt, textAt } from './json.ts';

/** The absolute addresses of the API, with the defaults of their variables, without a slash at the end. */
export function serversOf(description: ApiDescription): readonly string[] {
  const found = listAt(description.document, 'servers').flatMap((server) => {
    const template = textAt(server, 'url') ?? '';
    const variables = recordAt(server, 'variables');
    const address = template.replaceAll(
      /\{([^{}]{1,100})\}/g,
      (_all, name: string) => textAt(recordAt(variables, name), 'default') ?? '',
    );
    return plainAddress(address) ?? [];
  });
  return [...new Set(found)];
}

function plainAddress(address: string): string | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return undefined;
  return url.href.replace(/\/+$/, '');
}
