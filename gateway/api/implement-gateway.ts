import { implement } from '@orpc/server';
import { gatewayContract } from '../../shared/contract/contract.ts';
import { EVERYTHING, scopeOf } from '../../shared/policy.ts';
import { answerApproval } from '../engine/approvals.ts';
import { keepBodies, readBodies } from '../engine/bodies.ts';
import type { Caller } from './caller.ts';
import { raiseCap } from '../engine/money/raise-cap.ts';
import type { Engine } from '../engine/engine.ts';
import { carryErrors } from './carry-errors.ts';
import { implementConnections } from './connections.ts';
import { correctCost } from '../engine/money/correct-cost.ts';
import { live } from './live.ts';
import { lease, notYetStored, pauseAgent, recordCut, revokeKeys } from '../engine/keys/revoke.ts';
import { turnPriceCheck } from '../engine/money/price-check.ts';
import { allowUnknown, bookView, resetPrices, showPrices, updatePrices } from '../engine/money/prices.ts';
import { listPolicies, setPolicies } from '../engine/policies.ts';
import { addProvider, checkProvider } from '../engine/providers.ts';
import { describeRequest, searchPage } from '../engine/reads/requests.ts';
import { repriceHistory } from '../engine/money/reprice.ts';
import { readSeries } from '../engine/reads/series.ts';
import { readPeriods, summarizeUsage } from '../engine/reads/usage.ts';

/**
 * The contract of one gateway, on top of its folders. A call that changes something tells every live client.
 * A stop takes hold synchronously, cuts what runs, and only then waits for the ledger.
 * @param engine finds the gateway that is meant: the simulated one comes and goes
 * @param onPanic what the panic button does beside revoking every sub-key
 */
export function implementGateway(engine: () => Engine, onPanic: (caller: Caller) => void = () => undefined) {
  const os = implement(gatewayContract).$context<Caller>().use(carryErrors);
  const announce = <T>(result: T): T => {
    engine().changed.emit();
    return result;
  };
  return os.router({
    status: os.status.handler(() => engine().gateway),
    live: os.live.handler(({ signal }) => live(engine(), signal)),
    providers: {
      list: os.providers.list.handler(() => engine().providers.providers().map(engine().views.provider)),
      add: os.providers.add.handler(async ({ input, signal }) => announce(await addProvider(engine(), input, signal))),
      check: os.providers.check.handler(({ input, signal }) => checkProvider(engine(), input.name, signal)),
      set: os.providers.set.handler(async ({ input }) =>
        announce(engine().views.provider(await engine().providers.setStopsWhenLeft(input.name, input.stopsWhenLeft))),
      ),
      remove: os.providers.remove.handler(async ({ input }) => {
        await engine().providers.remove(input.name);
        return announce(input);
      }),
    },
    agents: {
      list: os.agents.list.handler(() => engine().directory.agents().map(engine().views.agent)),
      add: os.agents.add.handler(async ({ input }) =>
        announce(engine().views.agent(await engine().directory.addAgent(input.name))),
      ),
      pause: os.agents.pause.handler(async ({ input }) =>
        announce(engine().views.agent(await pauseAgent(engine(), input.id))),
      ),
      revoke: os.agents.revoke.handler(async ({ input }) => {
        const { directory } = engine();
        const { id } = directory.agent(input.id);
        return announce(
          await revokeKeys(
            engine(),
            directory.keys().filter((key) => key.agentId === id),
            { agentId: id },
          ),
        );
      }),
      keepBodies: os.agents.keepBodies.handler(async ({ input }) =>
        announce(await keepBodies(engine(), input.id, input.days)),
      ),
      resume: os.agents.resume.handler(async ({ input }) =>
        announce(engine().views.agent(await engine().directory.pauseAgent(input.id, false))),
      ),
    },
    keys: {
      list: os.keys.list.handler(() => engine().directory.keys().map(engine().views.key)),
      issue: os.keys.issue.handler(async ({ input }) => {
        const { directory, spend } = engine();
        const agent = directory.agentNamed(input.agent);
        const { key, secret } = await directory.issue(agent, { ...input.policy, caps: input.caps }, input.project);
        spend.setCaps(scopeOf('key', key.id), input.caps, input.policy?.calls);
        return announce({ id: key.id, key: secret, agent: agent.name, caps: input.caps });
      }),
      revoke: os.keys.revoke.handler(async ({ input }) => {
        const record = engine().directory.key(input.id);
        const { revoked: _revoked, ...done } = await revokeKeys(engine(), [record], {
          agentId: record.agentId,
          subKeyId: record.id,
        });
        return announce({ id: input.id, ...done });
      }),
      rotate: os.keys.rotate.handler(async ({ input }) => {
        const { directory } = engine();
        const { key, secret, graceEndsAt } = await directory.rotate(input.id, input.graceMs);
        await engine().connections?.rewrite(key.id, secret);
        return announce({ id: key.id, key: secret, agent: directory.agent(key.agentId).name, graceEndsAt });
      }),
      token: os.keys.token.handler(async ({ input }) => {
        const { directory, tokens } = engine();
        const agent = directory.agentNamed(input.agent);
        const { id, secret, endsAt } = await tokens.take(agent, {
          forMs: input.forMs,
          caps: input.caps,
          renew: input.renew,
        });
        return announce({ id, key: secret, agent: agent.name, endsAt });
      }),
      lease: os.keys.lease.handler(({ input, signal }) => lease(engine(), input, signal)),
      pause: os.keys.pause.handler(async ({ input }) => {
        const { directory, running, views } = engine();
        const written = directory.pauseKey(input.id, true);
        const reason = { code: 'sub-key-paused', message: 'This sub-key was paused in Purser.' } as const;
        const [record, cut] = await Promise.all([
          written,
          running.cut((request) => request.subKeyId === input.id, reason),
        ]);
        await recordCut(engine(), cut, { agentId: record.agentId, subKeyId: record.id });
        return announce(views.key(record));
      }),
      resume: os.keys.resume.handler(async ({ input }) =>
        announce(engine().views.key(await engine().directory.pauseKey(input.id, false))),
      ),
    },
    everything: {
      pause: os.everything.pause.handler(async () => {
        const { directory, running } = engine();
        const written = directory.pauseEverything(true);
        const [, cut] = await Promise.all([
          written,
          running.cut(() => true, { code: 'everything-paused', message: 'Everything was paused in Purser.' }),
        ]);
        await recordCut(engine(), cut, {});
        return announce({ everythingPaused: true, ...notYetStored(engine(), [EVERYTHING]) });
      }),
      revoke: os.everything.revoke.handler(async ({ context }) => {
        onPanic(context);
        return announce(await revokeKeys(engine(), engine().directory.keys(), {}));
      }),
      resume: os.everything.resume.handler(async () => {
        await engine().directory.pauseEverything(false);
        return announce({ everythingPaused: false });
      }),
    },
    approvals: {
      list: os.approvals.list.handler(() => engine().approvals.waiting()),
      answer: os.approvals.answer.handler(async ({ input }) => announce(await answerApproval(engine(), input))),
    },
    caps: {
      raise: os.caps.raise.handler(async ({ input }) => announce(await raiseCap(engine(), input))),
    },
    policies: {
      list: os.policies.list.handler(() => listPolicies(engine())),
      set: os.policies.set.handler(async ({ input }) => {
        await setPolicies(engine(), [input]);
        return announce({ ...input, ...notYetStored(engine(), [input.scope]) });
      }),
      setAll: os.policies.setAll.handler(async ({ input }) => announce(await setPolicies(engine(), input))),
    },
    prices: {
      list: os.prices.list.handler(() => [...engine().providers.prices()]),
      set: os.prices.set.handler(async ({ input }) => {
        await engine().providers.setPrice(input);
        return input;
      }),
      remove: os.prices.remove.handler(async ({ input }) => {
        await engine().providers.removePrice(input.model, input.provider);
        return input;
      }),
      allowUnknown: os.prices.allowUnknown.handler(async ({ input }) =>
        announce({ ...(await allowUnknown(engine(), input)) }),
      ),
      show: os.prices.show.handler(({ input }) => showPrices(engine(), input)),
      book: os.prices.book.handler(() => bookView(engine())),
      auto: os.prices.auto.handler(async ({ input }) => announce(await turnPriceCheck(engine(), input.on))),
      update: os.prices.update.handler(async () => announce(await updatePrices(engine()))),
      reprice: os.prices.reprice.handler(async ({ input }) => announce(await repriceHistory(engine(), input))),
      reset: os.prices.reset.handler(async () => announce(await resetPrices(engine()))),
    },
    connections: implementConnections(engine),
    audit: {
      verify: os.audit.verify.handler(({ input }) => engine().ledger.verifyAudit(input.head)),
      export: os.audit.export.handler(async ({ input }) => [
        ...(await engine().ledger.auditLinks(input.after, input.limit)),
      ]),
      newest: os.audit.newest.handler(async ({ input }) => [
        ...(await engine().ledger.newestAuditLinks(input.before ?? Number.MAX_SAFE_INTEGER, input.limit)),
      ]),
    },
    usage: {
      summary: os.usage.summary.handler(({ input }) => summarizeUsage(engine(), input.by)),
      series: os.usage.series.handler(({ input }) => readSeries(engine(), input)),
      periods: os.usage.periods.handler(() => readPeriods(engine())),
      search: os.usage.search.handler(({ input }) => searchPage(engine(), input)),
      request: os.usage.request.handler(({ input }) => describeRequest(engine(), input.id)),
      correct: os.usage.correct.handler(async ({ input }) =>
        announce(await correctCost(engine(), input.id, input.cost)),
      ),
      bodies: os.usage.bodies.handler(({ input }) => readBodies(engine(), input.id)),
      recent: os.usage.recent.handler(async ({ input }) => [...(await engine().ledger.recent(input.limit))]),
    },
  });
}
