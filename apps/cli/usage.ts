/** What commander says, in the operator's language. */
import { type Command, CommanderError } from 'commander';
import { Ended } from './exit.ts';
import type { Speaker } from './say.ts';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'help.usage',
  'Arguments:': 'help.arguments',
  'Options:': 'help.options',
  'Commands:': 'help.commands',
};

const ERRORS: Readonly<Record<string, string>> = {
  'commander.unknownOption': 'usage.unknown_option',
  'commander.unknownCommand': 'usage.unknown_command',
  'commander.missingArgument': 'usage.missing_argument',
  'commander.optionMissingArgument': 'usage.missing_value',
  'commander.missingMandatoryOptionValue': 'usage.missing_option',
  'commander.excessArguments': 'usage.excess',
  'commander.invalidArgument': 'usage.invalid',
};

export function speakingProgram(program: Command, { say }: Speaker): Command {
  return program
    .helpOption('-h, --help', say('option.help'))
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => (TITLES[title] ? say(TITLES[title]) : title) })
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
}

/** The sentence for what commander refused; undefined for help that was asked for. */
export function usageError(fault: unknown): Ended | undefined {
  if (!(fault instanceof CommanderError) || fault.exitCode === 0) return undefined;
  const key = ERRORS[fault.code];
  const what = /'([^']*)'/.exec(fault.message)?.[1] ?? '';
  return key === undefined ? undefined : new Ended(key, { values: { what } });
}

/** Help, a version: printed, and the end of it. */
export function isPrinted(fault: unknown): fault is CommanderError {
  return fault instanceof CommanderError && !(fault.code in ERRORS);
}
