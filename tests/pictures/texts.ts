/* What is written on the pages of the pictures. */

export const FIRST =
	'I keep going back to the kitchen, and the light over the table. Nobody said anything for a while. Then I knew that I was not afraid of the quiet any more.';
export const SECOND =
	'What I would tell a friend: take your coat, and the small box. The rest can wait.';
export const THIRD = 'Today it was only a Tuesday. I did not think of it until the evening.';
export const LONG =
	'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
export const RIGHT_TO_LEFT = 'שלום, זה עמוד אחר. הלילה שקט, והאור מעל השולחן דולק.';
