/** What Chromium offers where it can install a page: https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent */
interface InstallOffer extends Event {
	prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

let offer = $state.raw<InstallOffer | null>(null);

/** Putting the app among those of the device. Nobody is asked: the browser's own hint is held back. */
export const installing = {
	/** Whether the browser can be asked to. */
	get offered(): boolean {
		return offer !== null;
	},

	/** Holds the browser's hint back and keeps what it offers; returns what ends that. */
	listen(): () => void {
		const keep = (event: Event): void => {
			event.preventDefault();
			offer = event as InstallOffer;
		};
		const done = (): void => void (offer = null);
		addEventListener('beforeinstallprompt', keep);
		addEventListener('appinstalled', done);
		return () => {
			removeEventListener('beforeinstallprompt', keep);
			removeEventListener('appinstalled', done);
		};
	},

	/** Has the browser ask; an offer holds once. */
	async ask(): Promise<void> {
		const asked = offer;
		offer = null;
		await asked?.prompt();
	}
};
