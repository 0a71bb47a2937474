// What a team's file would hold if somebody had gone on with it on another device: made by hand, so that one browser is enough.

const actor = 'c0ffee0000000001';

/** The stamp of a field, and of the whole record where the field has none of its own. */
function stampOf(record, field) {
  const own = typeof record._t === 'string' ? undefined : record._t[field];
  if (own === undefined) return typeof record._t === 'string' ? record._t : record._t['*'];
  return Array.isArray(own) ? own[0] : own;
}

/** `field` now says `value` here; what `there` says was written on the other device at the same time. */
function disagree(record, field, value, there, [here, other]) {
  const before = stampOf(record, field);
  if (typeof record._t === 'string') record._t = {'*': record._t};
  record._was = {...record._was, [field]: [{t: [other, before], v: there}, {t: before, v: record[field]}, ...(record._was?.[field] ?? [])]};
  record._t[field] = [here, before];
  record[field] = value;
}

/** The file (as text) with a new name and disagreements about the team's name, a person's and a goal's. */
export function editedElsewhere(text, name = 'Samir') {
  const document = JSON.parse(text);
  document.actors.push({id: actor, name, named: `${document.actors.length} ${Date.now() - 3_600_000}`});
  const other = document.actors.length - 1;
  const stamps = minutes => [`${other} ${Date.now() - minutes * 60_000}`, `0 ${Date.now() - (minutes + 5) * 60_000}`];
  const {workspaces, people, goals} = document.records;
  disagree(workspaces[0], 'name', `${workspaces[0].name} East`, `${workspaces[0].name} West`, stamps(40));
  const person = people.find(one => one.name === 'Mara');
  disagree(person, 'email', 'mara@example.org', 'mara@example.com', stamps(30));
  const goal = goals.find(one => one.title && one.owner === person.id);
  disagree(goal, 'title', `${goal.title}, by spring`, `${goal.title}, by the end of the year`, stamps(20));
  return JSON.stringify(document);
}
