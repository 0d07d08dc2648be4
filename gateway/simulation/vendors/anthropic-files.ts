/**
 * Files or skills of an account: all of it sees all of them. They cost nothing. Source: Anthropic API reference,
 * "Files", "Skills".
 */
export interface AnthropicFiles {
  /** @returns undefined for any other route */
  reply(route: string): unknown;
}

interface Thing {
  readonly id: string;
  readonly [field: string]: unknown;
}

const PREBUILT: Thing = { id: 'pptx', type: 'skill', source: 'anthropic', display_title: 'PowerPoint' };

export function createAnthropicFiles(type: 'file' | 'skill'): AnthropicFiles {
  const things = new Map<string, Thing>(type === 'skill' ? [[PREBUILT.id, PREBUILT]] : []);
  const pattern = new RegExp(`^(GET|POST|DELETE) /v1/${type}s(?:/([\\w-]+))?(/content|/versions)?$`);
  const make = (): Thing => {
    const thing = { ...detailsOf(type), id: `${type}_simulated_${things.size + 1}`, type };
    things.set(thing.id, thing);
    return thing;
  };
  return {
    reply(route) {
      const [, method, id, rest] = pattern.exec(route) ?? [];
      if (method === undefined) return undefined;
      if (id === undefined) return method === 'POST' ? make() : pageOf([...things.values()]);
      const thing = things.get(id);
      if (thing === undefined) return undefined;
      if (rest === '/content') return 'content';
      if (rest === '/versions') return pageOf([]);
      if (method === 'DELETE') return things.delete(id) && { id, type: `${type}_deleted` };
      return thing;
    },
  };
}

function detailsOf(type: 'file' | 'skill') {
  const created = '2026-01-01T00:00:00Z';
  return type === 'file'
    ? { filename: 'data.csv', mime_type: 'text/csv', size_bytes: 7, created_at: created, downloadable: true }
    : { source: 'custom', display_title: 'Mine', latest_version: '1', created_at: created, updated_at: created };
}

function pageOf(data: readonly Thing[]) {
  return { data, has_more: false, first_id: data[0]?.id ?? null, last_id: data.at(-1)?.id ?? null, next_page: null };
}
