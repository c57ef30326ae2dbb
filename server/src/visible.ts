/** A text of a manifest as it is shown: a mark stands for what steers, what reorders, and what nobody can see. */
export const visible = (text: string): string => text.replace(unseen, '\ufffd');

/** Controls, format characters such as joiners and changes of direction and what is set aside for more of them, line separators, and blank letters. */
const unseen = /[\p{Cc}\p{Cf}\u115f\u1160\u2028\u2029\u2065\u3164\uffa0\ufff0-\ufff8\u{e0000}-\u{e00ff}]/gu;
