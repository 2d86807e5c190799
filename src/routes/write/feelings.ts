/**
 * Words for feelings, our own list, in five plain groups and in alphabetical order; offered only after writing. There
 * are sixty with the last one, for which there is no word.
 */
export const feelings: readonly { name: string; words: readonly string[] }[] = [
	{
		name: 'Stirred up and hard',
		words: [
			'angry',
			'anxious',
			'betrayed',
			'frightened',
			'frustrated',
			'hurt',
			'jealous',
			'on edge',
			'overwhelmed',
			'panicky',
			'resentful',
			'restless'
		]
	},
	{
		name: 'Still and hard',
		words: [
			'ashamed',
			'disappointed',
			'empty',
			'flat',
			'guilty',
			'heavy',
			'homesick',
			'hopeless',
			'lonely',
			'numb',
			'sad',
			'tired'
		]
	},
	{
		name: 'Stirred up and good',
		words: [
			'alive',
			'amused',
			'awake',
			'brave',
			'curious',
			'determined',
			'excited',
			'free',
			'grateful',
			'hopeful',
			'proud',
			'relieved'
		]
	},
	{
		name: 'Still and good',
		words: [
			'accepting',
			'calm',
			'comforted',
			'content',
			'fond',
			'light',
			'peaceful',
			'quiet',
			'rested',
			'safe',
			'steady',
			'tender'
		]
	},
	{
		name: 'Mixed',
		words: [
			'bittersweet',
			'in between',
			'missing them and glad',
			'not ready',
			'raw',
			'relieved and guilty',
			'strange',
			'torn',
			'unsure',
			'wary',
			'wistful',
			'no word for it'
		]
	}
];

/** The maximum number of words for one entry. */
export const MAX_WORDS = 5;
