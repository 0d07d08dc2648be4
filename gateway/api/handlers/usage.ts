import { implement } from '@orpc/server';
import { gatewayContract } from '../../../shared/contract/contract.ts';
import { readBodies } from '../../engine/bodies.ts';
import { correctCost } from '../../engine/money/correct-cost.ts';
import { readCosts } from '../../engine/reads/costs.ts';
import { readCostMonth } from '../../engine/reads/cost-month.ts';
import { describeRequest, searchPage, sumPage } from '../../engine/reads/requests.ts';
import { readSeries } from '../../engine/reads/series.ts';
import { readPeriods, summarizeUsage } from '../../engine/reads/usage.ts';
import { carryErrors } from '../carry-errors.ts';
import { announce } from './announce.ts';
import type { FindEngine } from './announce.ts';

/** The calls about what was spent. */
export function implementUsage(engine: FindEngine) {
  const os = implement(gatewayContract.usage).use(carryErrors);
  return {
    summary: os.summary.handler(({ input }) => summarizeUsage(engine(), input.by)),
    series: os.series.handler(({ input }) => readSeries(engine(), input)),
    costs: os.costs.handler(({ input }) => readCosts(engine(), input)),
    month: os.month.handler(({ input }) => readCostMonth(engine(), input.month)),
    periods: os.periods.handler(() => readPeriods(engine())),
    search: os.search.handler(({ input }) => searchPage(engine(), input)),
    sum: os.sum.handler(({ input }) => sumPage(engine(), input)),
    request: os.request.handler(({ input }) => describeRequest(engine(), input.id)),
    correct: os.correct.handler(async ({ input }) =>
      announce(engine, await correctCost(engine(), input.id, input.cost)),
    ),
    bodies: os.bodies.handler(({ input }) => readBodies(engine(), input.id)),
    recent: os.recent.handler(async ({ input }) => [...(await engine().ledger.recent(input.limit))]),
  };
}
