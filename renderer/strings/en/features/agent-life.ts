/** What becomes of an agent: another name, out of the way, part of another, deleted. */
export const agentLife = {
  rename: 'Rename…',
  archive: 'Archive',
  merge: 'Merge into another agent…',
  delete: 'Delete…',

  renameTitle: (agent: string) => `Rename ${agent}`,
  name: 'Name',
  renameHint: 'Tools and scripts that use the old name keep working.',
  doRename: 'Rename',
  renamed: (before: string, after: string) => `${before} is now called ${after}.`,

  archived: (agent: string) => `${agent} is archived. Its requests are refused until you bring it back.`,
  archivedList: 'Archived agents',
  inTotal: (amount: string) => `${amount} in total`,
  bringBack: 'Bring back',
  bringBackAgent: (agent: string) => `Bring back ${agent}`,

  mergeTitle: (agent: string) => `Merge ${agent}`,
  into: 'Into',
  mergeMeans: (agent: string, into: string) =>
    `The sub-keys and the history of ${agent} become those of ${into}. The caps and rules of ${into} apply, and what ` +
    `${agent} has spent counts against them.`,
  mergeDeletesLogs: (agent: string) => `Logged prompts and replies of ${agent} are deleted.`,
  doMerge: 'Merge',
  merged: (agent: string, into: string) => `${agent} is part of ${into} now.`,

  deleteTitle: (agent: string) => `Delete ${agent}?`,
  deleteMeans: 'Its sub-keys are revoked and its running requests are cut. Its past requests and their cost stay.',
  archiveInstead: 'To get it out of the way for a while, archive it instead.',
  doDelete: 'Delete agent',
  deleted: (agent: string) => `${agent} is deleted. Its history stays.`,
  final: 'This cannot be undone.',
};
