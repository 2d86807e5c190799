/** What Chromium offers where it can install a page: https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent */
interface InstallPromptEvent extends Event {
	prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

let promptEvent = $state.raw<InstallPromptEvent | null>(null);

/** Putting the app among those of the device. Nobody is asked: the browser's own hint is held back. */
export const installPrompt = {
	/** Whether the browser can be asked to. */
	get isAvailable(): boolean {
		return promptEvent !== null;
	},

	/** Holds the browser's hint back and keeps what it offers; returns what ends that. */
	listen(): () => void {
		const defer = (event: Event): void => {
			event.preventDefault();
			promptEvent = event as InstallPromptEvent;
		};
		const clear = (): void => void (promptEvent = null);
		addEventListener('beforeinstallprompt', defer);
		addEventListener('appinstalled', clear);
		return () => {
			removeEventListener('beforeinstallprompt', defer);
			removeEventListener('appinstalled', clear);
		};
	},

	/** Has the browser ask; an offer holds once. */
	async show(): Promise<void> {
		const shown = promptEvent;
		promptEvent = null;
		await shown?.prompt();
	}
};
