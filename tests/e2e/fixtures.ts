import { test as base } from '@playwright/test';
import { App } from './pages/app';
import { ClosedPage } from './pages/closed-page';
import { seed } from './seeded';

interface Fixtures {
	/** The app in a browser that has never seen it. */
	app: App;
	/** The app where a journal without a page is kept that opens by itself. */
	opened: App;
	/** The app where a journal of three pages is kept that opens by itself. */
	withPages: App;
	/** The app where a journal without a page waits for its passphrase. */
	closed: ClosedPage;
}

export const test = base.extend<Fixtures>({
	app: async ({ page }, use) => {
		await use(new App(page));
	},
	opened: async ({ app, page }, use) => {
		await seed(page, 'opened');
		await use(app);
	},
	withPages: async ({ app, page }, use) => {
		await seed(page, 'withPages');
		await use(app);
	},
	closed: async ({ page }, use) => {
		await seed(page, 'closed');
		await use(new ClosedPage(page));
	}
});
export { expect } from '@playwright/test';
