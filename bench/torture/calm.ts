import { usdText, nanodollarsOf } from '../../shared/money.ts';
import { CALM_WORST, calmRequest } from './plan.ts';
import type { PlainDialect } from './plan.ts';
import type { KeyPlan } from './request.ts';
import type { Stage } from './stage.ts';

const DIALECTS: readonly PlainDialect[] = ['openai', 'anthropic'];
const SHARED: ReadonlySet<KeyPlan['role']> = new Set(['tight', 'rich', 'burst']);
const FRESH_REQUESTS = 8;
const PER_KEY = 2;

/**
 * Requests that surely fit, all of which must be served: on what the storm left of each key that many requests shared,
 * one after the other, and on a fresh key whose cap is exactly their sum, all at once.
 */
export async function runCalm(stage: Stage): Promise<void> {
  for (const { plan, id } of stage.keys.filter(({ plan }) => SHARED.has(plan.role))) {
    for (const dialect of Array.from({ length: PER_KEY }, () => DIALECTS).flat()) {
      const view = (await stage.ask((gateway) => gateway.keys.list())).find((key) => key.id === id);
      const left = Math.min(...(view?.caps.map((cap) => cap.amount - cap.spent - cap.reserved) ?? [0]));
      if (left >= CALM_WORST[dialect])
        await stage.perform(calmRequest(`calm-${stage.performed.length}`, plan, dialect), 'calm');
    }
  }
  const exact = nanodollarsOf(FRESH_REQUESTS * CALM_WORST.anthropic);
  const fresh: KeyPlan = { name: 'fresh', agent: 'Editor', caps: [`${usdText(exact)}/total`], role: 'rich' };
  await stage.issue(fresh);
  await Promise.all(
    Array.from({ length: FRESH_REQUESTS }, (_, index) =>
      stage.perform(calmRequest(`fresh-${index}`, fresh, 'anthropic'), 'calm'),
    ),
  );
}
