import type { ReactNode } from 'react';

const PATHS = {
  plus: 'M8 3.5v9M3.5 8h9',
  pause: 'M5.5 4v8M10.5 4v8',
  play: 'M5.5 3.8v8.4l6.6-4.2z',
  copy: 'M6 6V3.5h6.5V10H10M3.5 6H10v6.5H3.5z',
  check: 'M3.5 8.5l3 3 6-6.5',
  close: 'M4 4l8 8M12 4l-8 8',
  sun:
    'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.5v1.2M8 13.3v1.2M1.5 8h1.2M13.3 8h1.2M3.4 3.4l.9.9M11.7 ' +
    '11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9',
  moon: 'M13 9.4A5.5 5.5 0 0 1 6.6 3 5.5 5.5 0 1 0 13 9.4z',
  screen: 'M2.5 3.5h11v7.5h-11zM6 13.5h4',
  warning: 'M8 2.8l5.8 10.4H2.2zM8 6.6v3M8 11.4v.1',
  stop: 'M5.6 2.5h4.8l3.1 3.1v4.8l-3.1 3.1H5.6l-3.1-3.1V5.6zM5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  overview: 'M2.5 13.5h11M4.5 11V7.5M8 11V3M11.5 11V6',
  costs: 'M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6M10 9.5h1.5',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5V5M10.5 2.5V5',
  columns: 'M2.5 3.5h11v9h-11zM6.2 3.5v9M9.8 3.5v9',
  left: 'M9.5 4L5.5 8l4 4',
  right: 'M6.5 4l4 4-4 4',
  agents: 'M3 5.5h10v7H3zM8 5.5V3M5.8 8.6v1M10.2 8.6v1',
  requests: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h7',
  keys: 'M10.2 9.3a3.3 3.3 0 1 0-3.1-2.2L2.5 11.7v1.8h2.2v-1.6h1.6v-1.6l.9-.9M10.9 5.1h.01',
  connections: 'M6.5 9.5l3-3M7.2 4.8l1.3-1.3a2.8 2.8 0 0 1 4 4l-1.3 1.3M8.8 11.2l-1.3 1.3a2.8 2.8 0 0 1-4-4l1.3-1.3',
  mcp: 'M6 2v3.5M10 2v3.5M4 5.5h8V8a4 4 0 0 1-8 0zM8 12v2',
  audit: 'M8 1.8l5 2v3.7c0 3-2 5.4-5 6.7-3-1.3-5-3.7-5-6.7V3.8zM5.8 8l1.6 1.6 2.9-3.1',
  settings: 'M2.5 4.8h6M11.5 4.8h2M10 3.3v3M2.5 11.2h2M7.5 11.2h6M6 9.7v3',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3l3.2 3.2',
  'zoom-out': 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3l3.2 3.2M5 7h4',
  download: 'M8 2.5v7.5M5 7l3 3 3-3M3 13.5h10',
  arrow: 'M3.5 8h9M9 4.5L12.5 8 9 11.5',
} as const;

export type IconName = keyof typeof PATHS;

/** A small line drawing in the color of the text around it. Decoration: the words beside it say what it means. */
export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
