/*
 * The words behind the lint's rules P2 to P5 and P7. They are about prompts and passages that the app
 * shows; what a person writes is never looked at.
 */

/** P2: openings that can be answered with yes or no. */
export const yesNoOpeners =
	/^(do|does|did|is|are|was|were|have|has|had|can|could|would|will|should|may|might|must)(n['’]t)?\b|^won['’]t\b/i;

/** P3: an abstract "why" turns reflection into rumination; absolutes close it. */
export const abstractWords = /\b(why|always|never again|everyone|no one ever)\b/i;

/** P4: verdicts on a person, and promises nobody can keep. */
export const verdictWords =
	/\b(toxic|narciss\w*|abus\w*|gas-?l(ight|it)\w*|red flags?|trauma\w*|codepend\w*|co-depend\w*|victims?|should|deserv\w*|finally|admit\w*|heal(s|ed|ing)?|mov(e|ed|ing) on|g(e|o)t(ting)? over|closure)\b/i;

/** P4 again, for the line that says why a question is asked: it may claim nothing for sure. */
export const claimWords =
	/\b(proven|proves?|cures?|therap\w*|treat(s|ment)|guarantee\w*|science-backed|always works|will help)\b/i;

/** P5: a gender, a role, a kind of relationship. */
export const genderWords =
	/\b(he|she|him|her|his|hers|himself|herself|boyfriends?|girlfriends?|husbands?|wi(fe|ves)|spouses?|marriages?|married|divorced?)\b/i;

/** P7: details of leaving; a plan that is found is the most dangerous thing this app could hold. */
export const departureWords =
	/\b(address(es)?|money|bank|savings|pack(ed|ing)?|bags?|suitcases?|lawyers?|police|passports?|keys?|tickets?|landlords?|rent)\b/i;
