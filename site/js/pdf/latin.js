/**
 * Stands for the package unicode-properties, of which fontkit asks five questions: our faces are Latin, and the engine
 * knows the properties of characters. The accents that no letter carries are placed by the face itself.
 */

const MARK = /^\p{Mark}$/u;
const DIGIT = /^\p{Nd}$/u;
const of = (codePoint) => String.fromCodePoint(codePoint);

export const getScript = () => 'Latin';
export const getCombiningClass = () => 'Not_Reordered';
export const isMark = (codePoint) => MARK.test(of(codePoint));
export const isDigit = (codePoint) => DIGIT.test(of(codePoint));
export const getCategory = (codePoint) => (isMark(codePoint) ? 'Mn' : 'Lo');
