/** Words that mean the same wherever they stand. */
export const common = {
  cancel: 'Cancel',
  close: 'Close',
  done: 'Done',
  undo: 'Undo',
  dismiss: 'Dismiss',
};
