// What a text holds and a terminal would obey, or show as nothing, stands there as a mark with its code point: `<U+202E>`.
// Whatever was entered is shown, and none of it moves the cursor, turns the line round or hides.

/** Controls, line and paragraph separators, marks of direction, what has no glyph, private use, halves of pairs. */
const UNSHOWN =
  /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Bidi_Control}\ufff9-\ufffb]|(?![\ufe00-\ufe0f\u{e0100}-\u{e01ef}])\p{Default_Ignorable_Code_Point}/gu;

const markOf = (letter: string): string =>
  `<U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;

/** The text with its own line ends (those of Windows too) and nothing else that is not seen; a tab is a space. */
export const visible = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll('\t', ' ')
    .replaceAll(UNSHOWN, (letter) => (letter === '\n' ? letter : markOf(letter)));

/** The same where no line end belongs: a name, a cell of a table, a message. */
export const visibleLine = (text: string): string => visible(text).replaceAll('\n', markOf);

/** JSON text in which such letters are written as `\u202e`: the same value to whoever parses it. */
export const visibleJson = (json: string): string =>
  json.replaceAll(UNSHOWN, (letter) =>
    letter === '\n'
      ? letter
      : [...Array(letter.length).keys()]
          .map((at) => `\\u${letter.charCodeAt(at).toString(16).padStart(4, '0')}`)
          .join(''),
  );
