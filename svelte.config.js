import { fileURLToPath } from 'node:url';
import adapter from '@sveltejs/adapter-static';
import { fingerprint } from './scripts/ensure-built.mjs';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: {
		runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true)
	},
	kit: {
		// Every page is prerendered; a host answers an unknown address with 404.html, a page of its own.
		adapter: adapter({ strict: true }),
		paths: { relative: false },
		// Not the clock, as it would be otherwise: what else reads this while the app is built would write another name into
		// what both share, and the pages would look for their scripts under it.
		version: { name: fingerprint(fileURLToPath(new URL('.', import.meta.url))) },
		// Small styles stand in the page: each file of its own would be one more wait before the first paint.
		inlineStyleThreshold: 8192,
		prerender: { entries: ['*'], handleHttpError: 'fail', handleMissingId: 'fail' },
		files: { serviceWorker: 'src/service-worker' },
		typescript: {
			config: (config) => {
				config.include.push('../scripts/**/*.mjs', '../playwright.config.ts');
			}
		},
		csp: {
			// Prerendered pages carry this in a meta tag; what a meta tag cannot say stands in static/_headers.
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				// The one style attribute of a page: SvelteKit's route announcer hides itself with it.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'form-action': ['none'],
				'base-uri': ['none'],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url', 'own-voice-worker']
			}
		}
	}
};
