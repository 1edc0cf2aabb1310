// Only `export *` and types here: a named re-export makes esbuild put the whole library into the first chunk.

// Language: texts (i18n), dates and numbers, names of pages.
export * from './amount';
export * from './texts';
export * from './ui.texts';
export * from './formats';
export * from './capital';
export type { DayStyle, When } from './format';
export * from './page-title';

// Page: header, sections, states. Rows, notes, icon tiles, events and fields are global classes (apps/web/theme).
export * from './page-header';
export * from './section-header';
export * from './row-focus';
export * from './status';
export * from './org-badge';
export * from './segments';
export * from './menu-button';
export type { MenuChoice } from './menu-choices';
export * from './count-chips';
export * from './logo';

// States of a view: loading, nothing, failed or forbidden, offline; and the last known data to go on showing.
export * from './skeleton';
export * from './empty';
export * from './failure';
export * from './offline-banner';
export * from './last-known';

// Acts: confirm what loses something, say what was done with a way back, repair a form, explain a refusal.
export * from './confirm';
export * from './dialogs';
export * from './dialog-frame';
export type { Question } from './confirm-dialog';
export * from './notices';
export * from './error-summary';
export * from './fields';
export * from './kept-focus';
export * from './day-adapter';
export * from './day-field';
export * from './file-drop';
export * from './problem-texts';

// Device: connection, theme, small remembered choices, icons.
export * from './first-act';
export * from './connection';
export * from './theme-choice';
export * from './remembered';
export * from './icons';
export * from './icons.generated';
