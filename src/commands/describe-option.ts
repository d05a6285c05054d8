import { Help, type Option } from 'commander';

/** Commander tells every default as JSON: one that is off or empty goes without saying, and a list is told as it is typed. */
export function describeOption(option: Option): string {
  const { defaultValue: value } = option;
  const isNothing = value === false || (Array.isArray(value) && value.length === 0);
  const told: Option = Object.create(option);
  if (isNothing) told.defaultValue = undefined;
  else if (Array.isArray(value)) told.defaultValueDescription = value.join(' ');
  return new Help().optionDescription(told);
}
