import { SETTINGS } from '../settings/catalogue.ts';

/** A fault that only two places together make: `path` is where it is told. */
export interface CrossFault {
  path: (string | number)[];
  message: string;
}

/**
 * What the schema does not see of a configuration, whatever else is wrong with it: an account that is there twice, an
 * exception for nobody or nothing.
 * @param value as it was parsed, before the schema
 */
export function crossCheck(value: unknown): CrossFault[] {
  const names = isObject(value) && value.accounts !== undefined ? textsIn(value.accounts, 'name') : ['default'];
  const doubles = names.flatMap((name, index) =>
    name !== undefined && names.indexOf(name) < index
      ? [fault(['accounts', index, 'name'], `"${name}" is there twice.`)]
      : [],
  );
  if (!isObject(value)) return [];
  const settings = settingsIn(value.settings);
  const accounts = textsIn(value.exceptions, 'account').flatMap((account, index) =>
    account === undefined || names.includes(account)
      ? []
      : [fault(['exceptions', index, 'account'], `"${account}" is none of the accounts.`)],
  );
  const unknown = textsIn(value.exceptions, 'setting').flatMap((setting, index) =>
    setting === undefined || settings.includes(setting)
      ? []
      : [fault(['exceptions', index, 'setting'], `"${setting}" is none of the settings.`)],
  );
  return [...doubles, ...accounts, ...unknown];
}

function settingsIn(value: unknown): string[] {
  const named = Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  const all = SETTINGS.map(({ id }) => id);
  return named.length === 0 || named.includes('all') ? all : named;
}

/** A field of each in a list, where it is a text. */
function textsIn(list: unknown, field: string): (string | undefined)[] {
  if (!Array.isArray(list)) return [];
  return list.map((one) => (isObject(one) && typeof one[field] === 'string' ? one[field] : undefined));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function fault(path: CrossFault['path'], message: string): CrossFault {
  return { path, message };
}
