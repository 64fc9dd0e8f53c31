/** The events of an agenda, with the properties of a list: of a description, the line of the matter alone. */

import ICAL from 'ical.js';
import { REASONS, Refusal } from './refusal.js';

const MOST_EVENTS = 20_000;
const MATTER = /^Mati[èe]re\s*:.*$/im;
const LONGEST = 500;
const isCalendar = (one) => Array.isArray(one) && one[0] === 'vcalendar';

function calendarsIn(text) {
  try {
    const parsed = ICAL.parse(text);
    return isCalendar(parsed) ? [parsed] : parsed.filter(isCalendar);
  } catch {
    throw new Refusal(REASONS.damaged);
  }
}

/** A property as the list of the core writes it: a rule of repetition is only told to be there. */
function written([name, , type, ...values]) {
  if (type === 'recur') return 'oui';
  const text = values.map((value) => typeof value === 'string' ? value : '').join(',');
  return (name === 'description' ? MATTER.exec(text)?.[0] ?? '' : text).slice(0, LONGEST);
}

/** [{[property]: text}]. Throws a Refusal for what is not an agenda. */
export function eventsOf(text, listed) {
  const wanted = listed.map((name) => name.toLowerCase());
  const events = calendarsIn(text).flatMap(([, , components]) => components.filter(([kind]) => kind === 'vevent'));
  if (events.length > MOST_EVENTS) throw new Refusal(REASONS.tooMany);
  return events.map(([, properties]) => {
    const event = {};
    for (const property of properties) {
      if (wanted.includes(property[0])) event[property[0].toUpperCase()] = written(property);
    }
    return event;
  });
}
