/** `NAME=value` as dotenv files, shells, fish and PowerShell write it. */
export interface Assignment {
  readonly name: string;
  /** Without quotes. */
  readonly value: string;
  /** From 1. */
  readonly line: number;
}

const FORMS = [
  /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/,
  /^\s*set\s+(?:-\w+\s+)+([A-Za-z_]\w*)\s+(.*)$/,
  /^\s*\$env:([A-Za-z_]\w*)\s*=\s*(.*)$/i,
];

/** Every assignment in a file of lines. Comments do not count. */
export function assignmentsIn(text: string): readonly Assignment[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const match = FORMS.map((form) => form.exec(line)).find((found) => found !== null);
    return match?.[1] === undefined ? [] : [{ name: match[1], value: unquote(match[2] ?? ''), line: index + 1 }];
  });
}

function unquote(text: string): string {
  const quoted = /^(["'])(.*?)\1/.exec(text.trim());
  return quoted ? (quoted[2] ?? '') : text.replace(/\s+#.*$/, '').trim();
}
