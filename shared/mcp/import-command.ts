/** The command that moves a tool's own MCP servers behind Purser, as it is copied into a shell. */
export function importCommand(tool: string, project: string | null): string {
  return `purser mcp import ${tool}${projectOption(project)}`;
}

/** ` --project DIR`, with the folder in the quotes of POSIX shells where it is not plain; empty for the whole machine. */
export function projectOption(project: string | null): string {
  if (project === null) return '';
  const isPlain = /^[\w./:@+-]+$/.test(project);
  return ` --project ${isPlain ? project : `'${project.replaceAll("'", String.raw`'\''`)}'`}`;
}
