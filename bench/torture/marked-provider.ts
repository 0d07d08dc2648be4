import { z } from 'zod';
import type { SimulatedRequest } from '../../gateway/simulation/script.ts';
import { startSimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import type { SimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import { promptTokens } from './prompt.ts';
import type { RequestPlan } from './request.ts';

/** A simulated provider that behaves to each marked request as planned, and keeps a bill for each. */
export interface MarkedProvider extends Pick<SimulatedProvider, 'url' | 'openaiBaseUrl' | 'anthropicBaseUrl' | 'stop'> {
  readonly openStreams: () => number;
  expect(plan: RequestPlan): void;
  /** The charge for the requests with this marker, in nano-dollars. */
  billOf(marker: string): number;
  /** Everything, marked or not. */
  bill(): number;
}

const marked = z.object({
  user: z.string().optional(),
  metadata: z.object({ user_id: z.string() }).optional(),
  labels: z.object({ marker: z.string() }).optional(),
});

/** The marker is read from the body as the provider got it, so that the bill knows nothing of sub-keys. */
function markerOf(body: string): string {
  if (body === '') return '';
  const { user, metadata, labels } = marked.parse(JSON.parse(body));
  return user ?? metadata?.user_id ?? labels?.marker ?? '';
}

/** Starts one on a free port. */
export async function startMarkedProvider(key: string): Promise<MarkedProvider> {
  const plans = new Map<string, RequestPlan>();
  const bills = new Map<string, number>();
  const markers = new WeakMap<SimulatedRequest, string>();
  const provider = await startSimulatedProvider({
    key,
    // A request that is only counted has no marker, and as many tokens as it will have.
    script: ({ body }) => ({ inputTokens: promptTokens(body), ...plans.get(markerOf(body))?.script }),
    onCharge(request, nanodollars) {
      // Charged token by token: the body is read once.
      const marker = markers.get(request) ?? markerOf(request.body);
      markers.set(request, marker);
      bills.set(marker, (bills.get(marker) ?? 0) + nanodollars);
    },
  });
  return {
    url: provider.url,
    openaiBaseUrl: provider.openaiBaseUrl,
    anthropicBaseUrl: provider.anthropicBaseUrl,
    stop: () => provider.stop(),
    openStreams: () => provider.openStreams,
    expect: (plan) => void plans.set(plan.marker, plan),
    billOf: (marker) => bills.get(marker) ?? 0,
    bill: () => provider.bill(),
  };
}
