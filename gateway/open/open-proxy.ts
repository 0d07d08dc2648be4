import { createByteBudget } from '../domain/caps/byte-budget.ts';
import { contradictStops } from '../engine/money/contradict-stops.ts';
import type { RequestId } from '../../shared/ids.ts';
import type { Mcp } from '../mcp/mcp.ts';
import { statements } from '../ledger/statements.ts';
import type { GatewayConfig, GatewayDeps } from './gateway-deps.ts';
import { startProxyServer } from '../proxy/arrive/proxy-server.ts';
import type { ProxyServer } from '../proxy/arrive/proxy-server.ts';
import { createAttribution } from '../proxy/caller/attribution.ts';
import { createCallerFinder } from '../proxy/caller/caller-folder.ts';
import type { ProxyDeps } from '../proxy/proxy-deps.ts';
import { createBackground } from '../proxy/settle/background.ts';
import { createTokenCounter } from '../tokenizer/token-counter.ts';
import { openMcp } from './open-mcp.ts';
import type { Money } from './open-money.ts';
import type { Store } from './open-store.ts';
import type { UpstreamSide } from './open-upstream-side.ts';
import type { Undo } from './undo.ts';

/**
 * The most memory for request bodies, in bytes, as sent and decompressed; once parsed, they take about four times as
 * much.
 */
const MOST_MEMORY = { all: 192 * 2 ** 20, each: 96 * 2 ** 20 };

/** Opens the proxy, which listens from then on. @throws PurserError `PORT_TAKEN` */
export async function openProxy(
  deps: GatewayDeps,
  config: GatewayConfig & { readonly port: number },
  parts: Store & Money & UpstreamSide,
  undo: Undo,
): Promise<{ readonly proxy: ProxyServer; readonly mcp: Mcp }> {
  const { clock, log } = deps;
  const { ledger, egress } = parts;
  const callers = createCallerFinder();
  const tokenCounter = createTokenCounter();
  undo.add('token-counter', tokenCounter.close);
  const background = createBackground(egress.dispatcher, ({ reservation: { record } }, cost) =>
    contradictStops({ ...parts, clock }, { requestId: record.id, provider: record.provider, cost }),
  );
  undo.add('background', background.stop);
  const shared = {
    callers,
    attribution: createAttribution(callers),
    madeIn: (id: RequestId, repository: string) =>
      void ledger
        .write([statements.attribute(id, repository)], [])
        .catch(() => log.log('error', 'project-not-written')),
    clock,
    log,
    timeZone: config.timeZone,
  };
  const mcp = openMcp(deps, config, { ...parts, ...shared }, undo);
  const proxyDeps: ProxyDeps = {
    ...parts,
    ...shared,
    mcp: mcp.door,
    dispatcher: egress.dispatcher,
    connect: egress.connect,
    hopTo: egress.hopTo,
    background,
    countTokens: tokenCounter.count,
    maxBodyBytes: config.maxBodyBytes,
    memory: createByteBudget(MOST_MEMORY),
  };
  const proxy = await startProxyServer(proxyDeps, config.port);
  undo.add('proxy', () => {
    proxy.close();
    proxy.destroy();
  });
  return { proxy, mcp };
}
