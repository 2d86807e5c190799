/**
 * The event that Chromium fires if it can install a page:
 * https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent
 */
interface InstallPromptEvent extends Event {
	prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

let promptEvent = $state.raw<InstallPromptEvent | null>(null);

/** Installing the app on the device. Nobody is asked unprompted: the browser's own hint is suppressed. */
export const installPrompt = {
	/** Whether the browser can be asked to install it. */
	get isAvailable(): boolean {
		return promptEvent !== null;
	},

	/** Suppresses the browser's hint and stores the event; returns a function that ends that. */
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

	/** Has the browser ask; an event can be used once. */
	async show(): Promise<void> {
		const shown = promptEvent;
		promptEvent = null;
		await shown?.prompt();
	}
};
