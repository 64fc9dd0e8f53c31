/** The one clock of the scripts: nothing else reads the day and the hour of this computer. */

const YEARS = 3;

const two = (number) => String(number).padStart(2, '0');

/** Milliseconds, to measure how long something lasts. */
export const milliseconds = () => Date.now();

/**
 * The local date and time « AAAA-MM-JJTHH:MM:SS », `daysAgo` days before `moment`: what the screen shows needs no
 * conversion.
 */
export function localTime(daysAgo = 0, moment = new Date()) {
  const then = new Date(moment);
  then.setDate(then.getDate() - daysAgo);
  const date = [then.getFullYear(), two(then.getMonth() + 1), two(then.getDate())].join('-');
  return `${date}T${[then.getHours(), then.getMinutes(), then.getSeconds()].map(two).join(':')}`;
}

/** The local day, « AAAA-MM-JJ ». */
export const today = () => localTime().slice(0, 10);

/** Milliseconds before another day begins. */
export function untilMidnight() {
  const here = new Date();
  return (
    /** @type {any} */ (new Date(here.getFullYear(), here.getMonth(), here.getDate() + 1)) - /** @type {any} */ (here)
  );
}

/** « 1er septembre 2026 » from « 2026-09-01 ». */
export function dayInWords(iso) {
  const day = new Date(`${iso}T00:00:00Z`);
  return new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(day).replace(/^1 /, '1er ');
}

/** The day of this version of the site. */
export const versionDay = () => document.documentElement.dataset.version ?? '';

/**
 * 'retarde' where the clock says a day before this version of the site, 'avance' where it says more than three years
 * after (a choice of the tool), '' where it can be right.
 */
export function clockFault() {
  const day = today();
  const version = versionDay();
  if (day < version) return 'retarde';
  return day > `${Number(version.slice(0, 4)) + YEARS}${version.slice(4)}` ? 'avance' : '';
}
