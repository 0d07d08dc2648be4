import type { LiveEvent, RequestView, SeriesRange, SeriesView, StateView } from '../../shared/contract/views.ts';
import { addToSeries } from './series.ts';

/** Whose money is shown: the person's own gateway, or the simulated one beside it. */
export type Scene = 'own' | 'simulated';

export type LinkState = 'connecting' | 'live' | 'lost' | 'signed-out';

/** Everything the dashboard draws. */
export interface Dashboard {
  readonly scene: Scene;
  readonly link: LinkState;
  /** The last state heard; kept on the screen while the link is down. */
  readonly state: StateView | undefined;
  /** Newest first. */
  readonly recent: readonly RequestView[];
  readonly range: SeriesRange;
  readonly series: { readonly range: SeriesRange; readonly view: SeriesView } | undefined;
  /** Why the chart's history could not be read. */
  readonly seriesProblem: string | undefined;
}

export type DashboardEvent =
  | LiveEvent
  | { readonly type: 'link'; readonly link: LinkState }
  | { readonly type: 'scene'; readonly scene: Scene }
  | { readonly type: 'range'; readonly range: SeriesRange }
  | { readonly type: 'series'; readonly range: SeriesRange; readonly view: SeriesView }
  | { readonly type: 'series-problem'; readonly sentence: string };

const RECENT_LIMIT = 200;

export const EMPTY_DASHBOARD: Dashboard = {
  scene: 'own',
  link: 'connecting',
  state: undefined,
  recent: [],
  range: 'day',
  series: undefined,
  seriesProblem: undefined,
};

/** The dashboard after an event. Pure: the same events always give the same dashboard. */
export function reduceDashboard(dashboard: Dashboard, event: DashboardEvent): Dashboard {
  switch (event.type) {
    case 'snapshot':
      return { ...dashboard, link: 'live', state: event.state, recent: newestFirst(event.recent) };
    case 'state':
      return { ...dashboard, state: event.state };
    case 'request':
      return withRequest(dashboard, event.request);
    case 'link':
      return { ...dashboard, link: event.link };
    case 'scene':
      return { ...EMPTY_DASHBOARD, range: dashboard.range, scene: event.scene };
    case 'range':
      return { ...dashboard, range: event.range };
    case 'series':
      // A slow answer to a range that was left meanwhile must not replace the chosen one.
      return event.range === dashboard.range
        ? { ...dashboard, series: { range: event.range, view: event.view }, seriesProblem: undefined }
        : dashboard;
    case 'series-problem':
      return { ...dashboard, seriesProblem: event.sentence };
  }
}

/** A request is counted once, however often it is told. */
function withRequest(dashboard: Dashboard, request: RequestView): Dashboard {
  if (dashboard.recent.some((known) => known.id === request.id)) return dashboard;
  const { series } = dashboard;
  return {
    ...dashboard,
    recent: newestFirst([request, ...dashboard.recent]),
    series: series && { range: series.range, view: addToSeries(series.view, request) },
  };
}

function newestFirst(requests: readonly RequestView[]): readonly RequestView[] {
  return requests.toSorted((left, right) => right.settledAt - left.settledAt).slice(0, RECENT_LIMIT);
}
