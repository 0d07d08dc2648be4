import type { ReactNode } from 'react';

/** The purse below its flap. */
const BODY = 'M2 8 H14 C14.9 9.2 15.4 10.5 15.4 11.7 C15.4 14.2 13 15 8 15 S0.6 14.2 0.6 11.7 C0.6 10.5 1.1 9.2 2 8 Z';

/** The purse. */
export function Brand(): ReactNode {
  return (
    <span className="brand">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <rect className="brand-tile" width="24" height="24" rx="6" />
        <g className="brand-purse" transform="translate(4 3.4)">
          <circle cx="6.3" cy="2.5" r="1.45" />
          <circle cx="9.7" cy="2.5" r="1.45" />
          <path d="M2 6.9 C2.4 4.9 4.6 4 8 4 S13.6 4.9 14 6.9 Z" />
          <path d={BODY} />
          <circle className="brand-coin" cx="8" cy="11.4" r="2.3" />
        </g>
      </svg>
      <span className="brand-name">Purser</span>
    </span>
  );
}
