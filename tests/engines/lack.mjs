/** What an engine cannot do, or cannot be asked to do: no fault of the app. Its message is the reason. */
export class Lack extends Error {}
