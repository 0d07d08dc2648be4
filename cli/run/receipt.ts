import { setTimeout as sleep } from 'node:timers/promises';
import type { GatewayClient } from '../../shared/contract/contract.ts';
import { counted } from '../../shared/counted.ts';
import type { SubKeyView } from '../../shared/contract/views.ts';
import type { SubKeyId } from '../../shared/ids.ts';
import { addMoney, formatUsd, usdText, ZERO } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';

/** The spending of one sub-key in its life. */
export interface Receipt {
  readonly requests: number;
  /** Input and output. */
  readonly tokens: number;
  readonly nanodollars: Nanodollars;
  readonly usd: string;
  readonly seconds: number;
  /** Sentences about it that the person should read. */
  readonly notes: readonly string[];
}

const SETTLING_MS = 3_000;
const LOOK_EVERY_MS = 50;

/**
 * Adds up a sub-key's requests, when the last of them has settled.
 * @param unasked a sentence for a program that asked for nothing at all, not even something that was refused
 */
export async function readReceipt(
  gateway: GatewayClient,
  id: SubKeyId,
  startedAt: number,
  unasked: string,
): Promise<Receipt> {
  const seconds = Math.round((Date.now() - startedAt) / 100) / 10;
  const deadline = Date.now() + SETTLING_MS;
  const holds = async (): Promise<boolean> =>
    (await gateway.keys.list()).some((key) => key.id === id && key.caps.some(({ reserved }) => reserved > 0));
  while (Date.now() < deadline && (await holds())) await sleep(LOOK_EVERY_MS);
  let [requests, tokens, nanodollars] = [0, 0, ZERO];
  let cursor: string | undefined;
  do {
    const page = await gateway.usage.search({ subKeyId: id, limit: 200, ...(cursor === undefined ? {} : { cursor }) });
    requests += page.requests.length;
    for (const { inputTokens, outputTokens, cost } of page.requests) {
      tokens += inputTokens + outputTokens;
      nanodollars = addMoney(nanodollars, cost);
    }
    // Nothing of a new sub-key is older than itself.
    cursor = page.searchedTo !== null && page.searchedTo < startedAt ? undefined : (page.next ?? undefined);
  } while (cursor !== undefined);
  const refusal = (await gateway.keys.list()).find((key) => key.id === id)?.lastRefusal ?? undefined;
  const notes = refusal ? [refusedText(refusal, requests)] : requests === 0 ? [unasked] : [];
  return { requests, tokens, nanodollars, usd: usdText(nanodollars), seconds, notes };
}

/** `Claude Code: 12 requests, 34210 tokens, $0.42, 3 min 12 s.` */
export function receiptText(agent: string, { requests, tokens, nanodollars, seconds }: Receipt): string {
  return (
    `${agent}: ${counted(requests, 'request')}, ${counted(tokens, 'token')}, ${formatUsd(nanodollars)},` +
    ` ${timeText(seconds)}.`
  );
}

/** Some programs hide why they were refused, or say that a login failed. */
function refusedText({ rule, message }: NonNullable<SubKeyView['lastRefusal']>, requests: number): string {
  const said = `Purser refused it a request: ${message}`;
  if (rule !== 'cap' || requests > 0) return said;
  return `${said} No request fitted the cap. Give it more: purser run --cap 2/total ...`;
}

/** @param mayPay names of variables that are still there and may pay for models */
export function unaskedText(command: string, mayPay: readonly string[]): string {
  const more = mayPay.length > 0 ? `, or ${mayPay.join(', ')} in its environment` : '';
  const own = `one in its config, a login, a .env file${more}`;
  const asked = `${command} made no paid request through Purser.`;
  return `${asked} If it worked anyway, it used its own key, and no cap applied: ${own}.`;
}

/** @param names of variables that were taken out for what their values look like */
export function tookOutText(names: readonly string[]): string {
  const [looks, it, keys] = names.length === 1 ? ['looks', 'it', 'a key'] : ['look', 'them', 'keys'];
  const why = `${names.join(', ')} ${looks} like ${keys} of a model provider, so the program does not get ${it}.`;
  return `${why} To leave one in: --keep NAME.`;
}

function timeText(seconds: number): string {
  if (seconds < 60) return `${Math.max(seconds, 0.1).toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${Math.floor(seconds % 60)} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
