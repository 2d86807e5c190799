import { defineConfig } from '@playwright/test';
import usual from '../../playwright.config.ts';

const { webServer: server, projects: _, ...rest } = usual;
if (!server || Array.isArray(server)) throw new Error('one server is expected');

/**
 * The kept pictures. `npm run pictures` draws every state anew and says which differ from what is kept; with
 * `-- --update-snapshots` it keeps the new ones. Letters are drawn otherwise on every system, so this is no part of
 * `npm test`: what can be said without a picture is tested there.
 */
export default defineConfig({
	...rest,
	testDir: '.',
	testMatch: 'pictures.test.ts',
	outputDir: '../../test-results/pictures',
	snapshotPathTemplate: 'kept/{arg}{ext}',
	webServer: { ...server, cwd: '../..' },
	expect: { toHaveScreenshot: { maxDiffPixelRatio: 0.002, animations: 'disabled', caret: 'hide' } }
});
