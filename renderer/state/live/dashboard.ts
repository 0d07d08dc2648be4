import type { PeriodsView, SeriesView } from '../../../shared/contract/usage-views.ts';
import type { RefusalView } from '../../../shared/contract/refusal-views.ts';
import type { LiveEvent, RequestView, StateView } from '../../../shared/contract/views.ts';
import { addMoney } from '../../../shared/money.ts';
import type { SignedOut } from '../../browser-login.ts';
import { addToSeries } from '../chart/series.ts';
import type { ProjectOf } from '../chart/series.ts';
import type { ChartChoice } from '../chart/chart-choice.ts';
import { isSameChart } from '../chart/zoom.ts';

/** The gateway whose money is shown: the person's own, or the simulated one beside it. */
export type Scene = 'own' | 'simulated';

export type LinkState = 'connecting' | 'live' | 'lost' | 'signed-out';

/** Everything that is known without asking. What a page asks for itself, it keeps itself. */
export interface Dashboard {
  readonly scene: Scene;
  readonly link: LinkState;
  /** Why, while the link is `signed-out`. */
  readonly signedOut: SignedOut | undefined;
  /** The last state heard; kept on the screen while the link is down. */
  readonly state: StateView | undefined;
  /** Newest first. */
  readonly recent: readonly RequestView[];
  /** Requests that were refused, newest first. */
  readonly refused: readonly RefusalView[];
  /** Requests whose cost was set while the page was open, the last one first: some stand in lists read before. */
  readonly corrected: readonly RequestView[];
  readonly chart: ChartChoice;
  readonly series: { readonly chart: ChartChoice; readonly view: SeriesView } | undefined;
  /** The last hour by agent, minute by minute: how fast everybody spends. */
  readonly pace: SeriesView | undefined;
  readonly periods: PeriodsView | undefined;
  /** Why the history could not be read. */
  readonly historyProblem: string | undefined;
}

export type DashboardEvent =
  | Exclude<LiveEvent, { readonly type: 'request' | 'refusal' }>
  /** A burst of settled requests. */
  | { readonly type: 'requests'; readonly requests: readonly RequestView[] }
  /** A burst of refused ones, and of their repeats. */
  | { readonly type: 'refusals'; readonly refusals: readonly RefusalView[] }
  | { readonly type: 'link'; readonly link: Exclude<LinkState, 'signed-out'> }
  | { readonly type: 'signed-out'; readonly why: SignedOut }
  | { readonly type: 'scene'; readonly scene: Scene }
  | { readonly type: 'chart'; readonly chart: ChartChoice }
  | { readonly type: 'series'; readonly chart: ChartChoice; readonly view: SeriesView }
  | { readonly type: 'pace'; readonly view: SeriesView }
  | { readonly type: 'periods'; readonly view: PeriodsView }
  | { readonly type: 'history-problem'; readonly sentence: string };

const RECENT_LIMIT = 200;

export const EMPTY_DASHBOARD: Dashboard = {
  scene: 'own',
  link: 'connecting',
  signedOut: undefined,
  state: undefined,
  recent: [],
  refused: [],
  corrected: [],
  chart: { range: 'day', by: 'agent', zoom: [] },
  series: undefined,
  pace: undefined,
  periods: undefined,
  historyProblem: undefined,
};

/** The dashboard after an event. Pure: the same events always give the same dashboard. */
export function reduceDashboard(dashboard: Dashboard, event: DashboardEvent): Dashboard {
  switch (event.type) {
    case 'snapshot':
      return withSnapshot(dashboard, event);
    case 'state':
      return { ...dashboard, state: event.state };
    case 'requests':
      return withRequests(dashboard, event.requests);
    case 'refusals':
      return { ...dashboard, refused: withRefusals(dashboard.refused, event.refusals) };
    case 'corrected':
      return withCorrected(dashboard, event.request);
    case 'link':
      return { ...dashboard, link: event.link };
    case 'signed-out':
      // The person at the browser may be another one by now: nothing that was read stays.
      return { ...EMPTY_DASHBOARD, scene: dashboard.scene, link: 'signed-out', signedOut: event.why };
    case 'scene':
      return { ...EMPTY_DASHBOARD, chart: { ...dashboard.chart, zoom: [] }, scene: event.scene };
    case 'chart':
      return { ...dashboard, chart: event.chart };
    case 'series':
      // A slow answer to a choice that was left meanwhile must not replace the newer one.
      return isSameChart(event.chart, dashboard.chart)
        ? { ...dashboard, series: { chart: event.chart, view: event.view }, historyProblem: undefined }
        : dashboard;
    case 'pace':
      return { ...dashboard, pace: event.view };
    case 'periods':
      return { ...dashboard, periods: event.view };
    case 'history-problem':
      return { ...dashboard, historyProblem: event.sentence };
  }
}

function withSnapshot(
  dashboard: Dashboard,
  { state, recent, refused = [] }: Extract<LiveEvent, { readonly type: 'snapshot' }>,
): Dashboard {
  return { ...dashboard, link: 'live', signedOut: undefined, state, recent: newestFirst(recent), refused };
}

/** A request is counted once, however often it is told. */
function withRequests(dashboard: Dashboard, told: readonly RequestView[]): Dashboard {
  const known = new Set(dashboard.recent.map(({ id }) => id));
  const fresh = [...new Map(told.filter(({ id }) => !known.has(id)).map((request) => [request.id, request])).values()];
  if (fresh.length === 0) return dashboard;
  const { series, pace, periods } = dashboard;
  const projects = new Map(dashboard.state?.keys.map(({ id, project }) => [id, project]));
  const projectOf: ProjectOf = (id) => projects.get(id) ?? null;
  return {
    ...dashboard,
    recent: newestFirst([...fresh, ...dashboard.recent]),
    series: series && { ...series, view: addToSeries(series.view, fresh, projectOf) },
    pace: pace && addToSeries(pace, fresh, projectOf),
    periods: periods && addToPeriods(periods, fresh),
  };
}

/** The newest word on each row counts. */
function withRefusals(known: readonly RefusalView[], told: readonly RefusalView[]): readonly RefusalView[] {
  const rows = new Map([...known, ...told].map((refusal) => [refusal.id, refusal]));
  return [...rows.values()].toSorted((left, right) => right.lastAt - left.lastAt).slice(0, RECENT_LIMIT);
}

/** Its row says so at once. The sums that it is in are read anew: how far back they reach, this page does not know. */
function withCorrected(dashboard: Dashboard, request: RequestView): Dashboard {
  const { recent, corrected } = dashboard;
  return {
    ...dashboard,
    recent: recent.map((one) => (one.id === request.id ? request : one)),
    corrected: [request, ...corrected.filter(({ id }) => id !== request.id)].slice(0, RECENT_LIMIT),
  };
}

function addToPeriods(view: PeriodsView, requests: readonly RequestView[]): PeriodsView {
  return {
    ...view,
    periods: view.periods.map((period) => {
      const inside = requests.filter(({ startedAt }) => startedAt >= period.from && startedAt < period.to);
      return {
        ...period,
        spent: addMoney(period.spent, ...inside.map(({ cost }) => cost)),
        requests: period.requests + inside.length,
      };
    }),
  };
}

function newestFirst(requests: readonly RequestView[]): readonly RequestView[] {
  return requests.toSorted((left, right) => right.settledAt - left.settledAt).slice(0, RECENT_LIMIT);
}
