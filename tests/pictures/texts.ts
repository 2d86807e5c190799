/* What is written on the pages of the pictures, and the questions that they answer. */

export const FIRST =
	'I keep going back to the kitchen, and the light over the table. Nobody said anything for a while. Then I knew that I was not afraid of the quiet any more.';
export const SECOND =
	'What I would tell a friend: take your coat, and the small box. The rest can wait.';
export const THIRD = 'Today it was only a Tuesday. I did not think of it until the evening.';
export const LONG =
	'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
export const RIGHT_TO_LEFT = 'שלום, זה עמוד אחר. הלילה שקט, והאור מעל השולחן דולק.';

/** By the id of its part: its name, and the id and the words of a question. */
export const asked = {
	s1: ['Opening', 's1-recent-3', 'What would be enough for today?'],
	s2: [
		...['Slowly', 's2-deciding-1'],
		'Pick an ordinary evening from this month. What happened, in order, from the door opening to the lights going out?'
	],
	s4: [
		...['What if', 's4-deciding-1'],
		'Take one small fear. How would you describe it to someone who was not afraid?'
	],
	s5: [
		...['Afterwards', 's5-deciding-4'],
		'What made you laugh or nearly laugh this week, whoever was there?'
	],
	s7: [
		...['In between', 's7-deciding-1'],
		'A friend in exactly your position writes to you. What would you want them to feel after reading your reply?'
	],
	s9: [
		...['Without a last word', 's9-deciding-1'],
		'Even with nothing settled, what would make tonight a little quieter?'
	]
} as const;
export type Part = keyof typeof asked;
