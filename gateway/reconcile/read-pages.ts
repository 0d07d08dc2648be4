import { z } from 'zod';
import { BillFault } from './bill-reader.ts';
import type { AskBill } from './bill-reader.ts';

/** A year of days takes three pages at OpenAI and twelve at Anthropic. */
const MOST_PAGES = 40;

const pageSchema = z.object({
  data: z.array(z.unknown()),
  has_more: z.boolean().optional(),
  next_page: z.string().nullish(),
});

/**
 * Reads all pages of a list of buckets.
 * @throws BillFault `endless` where a page names one that was read already, or there are too many
 */
export async function readPages(
  ask: AskBill,
  path: string,
  query: readonly (readonly [name: string, value: string])[],
): Promise<readonly unknown[]> {
  const buckets: unknown[] = [];
  const seen = new Set<string>();
  for (let page: string | undefined; ;) {
    const { status, body } = await ask(path, page === undefined ? query : [...query, ['page', page]]);
    if (status !== 200) throw new BillFault('status', status);
    const read = pageSchema.safeParse(body);
    if (!read.success) throw new BillFault('shape', status);
    buckets.push(...read.data.data);
    const next = read.data.has_more === false ? undefined : (read.data.next_page ?? undefined);
    if (next === undefined) return buckets;
    if (seen.has(next) || seen.size >= MOST_PAGES) throw new BillFault('endless', status);
    seen.add(next);
    page = next;
  }
}
