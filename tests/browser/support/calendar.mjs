// An iCalendar file as a calendar reads it.

import ICAL from 'ical.js'

// The only event of the file and its alarms; throws when there are more, or when it cannot be read.
export function eventIn(text) {
  const [event, ...others] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  if (!event || others.length > 0) throw new Error('the file has not one event')
  return { event: new ICAL.Event(event), alarms: event.getAllSubcomponents('valarm') }
}
