/**
 * window.item: what the campaigns write on the screen of an item, wherever it stands in its list by now, and read there
 * again. A place is {address, field} with the end of the path of a question and the first of its boxes if it has some,
 * or {address, cell} with the number of a cell of the week grid.
 */
"use strict";
(() => {
  const SECTION = 'section.page:not([hidden])';
  const OPENED = `${SECTION} .ouvert .champ[data-path]`;

  const questionOf = ({ field }) =>
    [...document.querySelectorAll(OPENED)].find(({ dataset }) => dataset.path.endsWith(field));

  const cellOf = ({ cell }) => document.querySelectorAll(`${SECTION} .case[data-rang]`)[cell];

  const isHere = ({ address }) =>
    (document.querySelector(SECTION)?.dataset.ici ?? location.hash.slice(1)) === address;

  const FIGURES = 11;
  const boxesOf = (place) =>
    [...questionOf(place).querySelectorAll('input[type=checkbox]')].slice(place.boxes, place.boxes + FIGURES);

  /**
   * A number in base two, one box for each figure: boxes have no words of their own. Each click is saved at once: boxes
   * are ticked before others are cleared, so that what is saved between two clicks is never less than what was there.
   */
  function tick(place, number) {
    const wanted = (figure) => Math.floor(number / 2 ** figure) % 2 === 1;
    const change = (state) =>
      boxesOf(place).forEach((box, figure) => {
        if (box.checked !== state && wanted(figure) === state) box.click();
      });
    change(true);
    change(false);
  }

  function typeIn(control, text) {
    control.value = text;
    control.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  const controlOf = (place) =>
    'cell' in place ? cellOf(place) : questionOf(place)?.querySelector('input, textarea');

  /** Whether the screen of a place is shown, with what is written there. */
  const isReady = (place) => isHere(place) && Boolean('boxes' in place ? questionOf(place) : controlOf(place));

  const write = (place, number) =>
    ('boxes' in place ? tick(place, number) : typeIn(controlOf(place), `Note ${number}`));

  /** The number that was written there, 0 where it is another text. */
  function read(place) {
    if ('boxes' in place)
      return boxesOf(place).reduce((sum, { checked }, figure) => sum + (checked ? 2 ** figure : 0), 0);
    const [word, number] = controlOf(place).value.split(' ');
    return word === 'Note' ? Number(number) || 0 : 0;
  }

  /** The first item of the list that is shown goes beneath the next one. */
  const move = () => document.querySelector(`${SECTION} > .bloc > .items > .item [data-action=descendre]`).click();

  window.item = Object.freeze({ isReady, write, read, move });
})();
