import { request } from 'node:http';
import type { SubKeyId } from '../../../shared/ids.ts';
import type { Emitter } from '../../platform/emitter.ts';
import { isMcpOnly } from '../tool-spec.ts';
import type { ToolSpec } from '../tool-spec.ts';
import type { Arrival } from './arrival.ts';

const REQUEST_MS = 10_000;
/** Tells a request of Purser's own from the tool's. */
const USER_AGENT = 'purser-verify';

/** True for a request that Purser made in a tool's place. */
export function isOwnProbe({ userAgent }: Arrival): boolean {
  return userAgent.startsWith(USER_AGENT);
}

/** True for a request that proves this tool's connection: at a provider, or of a tool that has MCP alone, at its servers. */
export function leadsFor(tool: Pick<ToolSpec, 'speaks' | 'mcp'>, { leads, mcp }: Arrival): boolean {
  return leads || (mcp && isMcpOnly(tool));
}

/** @returns true if a request that counts arrives with this sub-key during `work`, which is then aborted */
export async function arrivesDuring(
  arrivals: Emitter<Arrival>,
  subKeyId: SubKeyId,
  counts: (arrival: Arrival) => boolean,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<boolean> {
  const stop = new AbortController();
  let arrived = false;
  const off = arrivals.on((arrival) => {
    if (arrival.subKeyId !== subKeyId || !counts(arrival)) return;
    arrived = true;
    stop.abort();
  });
  try {
    await work(stop.signal);
  } finally {
    off();
  }
  return arrived;
}

/**
 * Begins the very request that the tool would make and breaks it off before its body: method, path and key are proved,
 * no provider hears of it and it costs nothing. Whether it arrived is seen at the other end.
 */
export function beginRequest(url: string, key: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const headers = {
      authorization: `Bearer ${key}`,
      'user-agent': USER_AGENT,
      'content-type': 'application/json',
      'content-length': 2,
    };
    const begun = request(url, {
      method: 'POST',
      headers,
      signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_MS)]),
    });
    // Answered already: it was refused by its path or its sub-key.
    begun.on('response', () => begun.destroy());
    begun.on('error', () => undefined);
    begun.on('close', () => resolve());
    begun.flushHeaders();
  });
}
