/** The local date and time « AAAA-MM-JJTHH:MM:SS », `daysAgo` days before `moment`: what the screen shows needs no conversion. */
export function localTime(daysAgo = 0, moment = new Date()) {
  const now = new Date(moment);
  now.setDate(now.getDate() - daysAgo);
  const two = (number) => String(number).padStart(2, '0');
  const date = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  return `${date}T${[now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(':')}`;
}
