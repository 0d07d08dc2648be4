/** Keys that do something anywhere on the page. */
export const shortcuts = {
  title: 'Keyboard shortcuts',
  list: 'Show these shortcuts',
  search: 'Search this page',
  palette: 'Go to or do anything',
  settings: 'Open Settings',
  quit: 'Quit Purser',
  goTo: (page: string) => `Go to ${page}`,
};
