import { z } from 'zod';
import type { SimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import { addMoney, ZERO } from '../../shared/money.ts';
import { scopeOf } from '../../shared/policy.ts';
import { ANSWER, expect } from './fixtures.ts';
import type { Person } from './fixtures.ts';
import type { Ended } from './run-program.ts';
import { CANARY } from './tools.ts';
import type { Tool } from './tools.ts';

/** Fails unless a tool ended well, with the model's answer on stdout. */
export function expectAnswer({ code, stdout, stderr }: Ended): void {
  expect({ code, stdout }, stderr).toEqual({ code: 0, stdout: expect.stringContaining(ANSWER) });
}

/**
 * Fails unless the ledger says what the provider charged, to the nano-dollar, all of it under one agent, and the
 * provider was sent nothing that it must not see.
 */
export async function expectBooksToAgree(person: Person, provider: SimulatedProvider, agent: string): Promise<void> {
  await expect.poll(() => person.ask((gateway) => gateway.agents.list())).toMatchObject([{ name: agent, running: 0 }]);
  const { requests } = await person.ask((gateway) => gateway.usage.search({ limit: 200 }));
  expect(requests.length).toBeGreaterThan(0);
  for (const request of requests)
    expect(request).toMatchObject({ agent, outcome: 'served', certainty: 'exact', status: 200 });
  expect(requests.reduce((sum, { cost }) => addMoney(sum, cost), ZERO)).toBe(provider.bill());
  expect(provider.bill()).toBeGreaterThan(0);
  expect(JSON.stringify(provider.requests)).not.toMatch(new RegExp(`${CANARY}|sk-purser-`));
}

/** Gives the only agent a cap of exactly what it has spent. */
export async function closeTheCap(person: Person): Promise<void> {
  await person.ask(async (gateway) => {
    for (const { id, spentTotal } of await gateway.agents.list()) {
      await gateway.policies.set({
        scope: scopeOf('agent', id),
        policy: { caps: [{ window: 'total', rolling: false, amount: spentTotal }] },
      });
    }
  });
}

type Way = Pick<Tool, 'mostTries' | 'endsWell'>;

/** Fails unless a tool told the person why it was refused, and did not send them to a login that is good. */
export function expectReason({ stdout, stderr }: Ended, reason: RegExp): void {
  const said = stdout + stderr;
  expect(said).toMatch(reason);
  expect(said).not.toMatch(/authenticat|\/login\b|\blog ?in again/i);
}

/**
 * Fails unless a tool gave up at the cap by itself, soon, and told the person why. @param agent as the ledger names it
 */
export async function expectUsedUp(
  person: Person,
  ended: Ended,
  agent: string,
  { mostTries, endsWell }: Way,
): Promise<void> {
  const { code } = ended;
  expect(code, 'a tool that ends by itself').not.toBeNull();
  if (!endsWell) expect(code).not.toBe(0);
  const name = agent.replaceAll(/[()]/g, String.raw`\$&`);
  expectReason(ended, new RegExp(String.raw`${name} has used \$([\d.]+) of its \$\1 in total`));
  // A refusal is put on record beside its answer: a tool that gives up at once may have ended before.
  await expect.poll(() => refusedByCap(person)).toBeGreaterThan(0);
  expect(await refusedByCap(person)).toBeLessThanOrEqual(mostTries);
}

const entry = z.object({ kind: z.string(), detail: z.object({ rule: z.string().optional() }) });

/** How many requests the gateway has refused because of a cap. */
async function refusedByCap(person: Person): Promise<number> {
  const links = await person.ask((gateway) => gateway.audit.newest({ limit: 500 }));
  return links
    .map(({ text }) => entry.parse(JSON.parse(text)))
    .filter(({ kind, detail }) => kind === 'request-refused' && detail.rule === 'cap').length;
}
