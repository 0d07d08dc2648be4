import type { ReactNode } from 'react';

const PATHS = {
  plus: 'M8 3.5v9M3.5 8h9',
  pause: 'M5.5 4v8M10.5 4v8',
  play: 'M5.5 3.8v8.4l6.6-4.2z',
  copy: 'M6 6V3.5h6.5V10H10M3.5 6H10v6.5H3.5z',
  check: 'M3.5 8.5l3 3 6-6.5',
  close: 'M4 4l8 8M12 4l-8 8',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.5v1.2M8 13.3v1.2M1.5 8h1.2M13.3 8h1.2M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9',
  moon: 'M13 9.4A5.5 5.5 0 0 1 6.6 3 5.5 5.5 0 1 0 13 9.4z',
  screen: 'M2.5 3.5h11v7.5h-11zM6 13.5h4',
  warning: 'M8 2.8l5.8 10.4H2.2zM8 6.6v3M8 11.4v.1',
  stop: 'M5.6 2.5h4.8l3.1 3.1v4.8l-3.1 3.1H5.6l-3.1-3.1V5.6zM5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
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
