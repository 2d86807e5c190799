/* What every end-to-end test begins with: the app's pages with a person's verbs, and the fixtures that hand them out. */
export { pages, partCount } from './addresses';
export { expect, test } from './fixtures';
export { AfterPage } from './pages/after-page';
export { App } from './pages/app';
export { BeforePage } from './pages/before-page';
export { EntryPage } from './pages/entry-page';
export { JournalPage } from './pages/journal-page';
export { WritingPage } from './pages/writing-page';
