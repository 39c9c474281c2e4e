/** `lianxin scheme check FILE`: everything wrong or worth a look, each with its place. */
import { done } from '#kernel/outcome.ts';
import type { CheckedText, PlacedProblem } from '../rules/check/check-text.ts';
import { problemSentence } from '../rules/explain/say.ts';
import type { Severity } from '../rules/scheme/problem.ts';
import { checkedFile, placeText } from './scheme-file.ts';
import { type Ending, type Speaking, type Stopped, voiceIn } from './told.ts';

export interface SchemeCheckCommand extends Speaking {
  readonly file: string;
  readonly json: boolean;
}

/** @returns 0 where there is no error, 1 where there is one */
export function schemeCheck(command: SchemeCheckCommand): Stopped<Ending> {
  const checked = checkedFile(command.file);
  if (!checked.ok) return checked;
  if (command.json) command.write(JSON.stringify(asJson(command, checked.value)));
  else for (const line of linesOf(command, checked.value)) command.write(line);
  return done(checked.value.problems.some(({ severity }) => severity === 'error') ? 1 : 0);
}

function count(problems: readonly PlacedProblem[], severity: Severity): number {
  return problems.filter((problem) => problem.severity === severity).length;
}

function countsOf({ scheme, problems }: CheckedText, file: string) {
  return {
    title: scheme?.title.zh ?? file,
    version: scheme?.version ?? '',
    errors: count(problems, 'error'),
    warnings: count(problems, 'warning'),
    hints: count(problems, 'hint'),
    examples: scheme?.examples.length ?? 0,
  };
}

function linesOf(command: SchemeCheckCommand, checked: CheckedText): readonly string[] {
  const voice = voiceIn(command.locale, command.translate);
  const counts = countsOf(checked, command.file);
  return [
    voice.say(counts.errors === 0 ? 'cli.check_good' : 'cli.check_bad', counts),
    ...checked.problems.map((problem) => {
      const severity = voice.say(`severity.${problem.severity}`);
      return `${severity} ${problem.code}: ${placeText(problem, voice)}\n  ${problemSentence(problem, voice.say)}`;
    }),
  ];
}

/** Both languages, for whoever shows it to somebody else. */
function asJson(command: SchemeCheckCommand, checked: CheckedText) {
  const [zh, en] = (['zh', 'en'] as const).map((locale) => voiceIn(locale, command.translate));
  const { errors, warnings, hints, examples } = countsOf(checked, command.file);
  return {
    ...{ file: command.file, errors, warnings, hints, examples },
    problems: checked.problems.map((problem) => ({
      ...problem,
      zh: zh === undefined ? '' : problemSentence(problem, zh.say),
      en: en === undefined ? '' : problemSentence(problem, en.say),
    })),
  };
}
