/** The words for yes and for no in lists. */

const YES = /^(?:y|yes|true|t|1|x|ja|oui|si)$/i;
const NO = /^(?:n|no|false|f|0|nein|non)$/i;

/** Whether a whole text says yes. */
export function saysYes(text: string): boolean {
  return YES.test(text);
}

/** Whether a whole text says no. */
export function saysNo(text: string): boolean {
  return NO.test(text);
}
