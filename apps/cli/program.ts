/** The commands of `lianxin`; what each does is loaded when it is asked for. */
import { Argument, Command, Option } from 'commander';
import type { AssignOptions, RegridOptions } from '#features/planning/cli/public.ts';
import type { CompareOptions, CompensateOptions } from './compensation.ts';
import type { Exit } from './exit.ts';
import type { ImportOptions } from './import-file.ts';
import type { InitOptions } from './init.ts';
import type { Speaker } from './say.ts';
import { speakingProgram } from './usage.ts';

const KINDS = ['divisions', 'grids', 'sites', 'premises', 'organisations', 'people', 'matters'];

type End = (exit: Exit) => void;

export function makeProgram(speaker: Speaker, version: string, end: End): Command {
  const { say } = speaker;
  const program = speakingProgram(new Command('lianxin'), speaker)
    .description(say('about'))
    .version(version, '-V, --version', say('option.version'));
  const json = jsonOption(speaker);
  const tenant = (): Option => new Option('--tenant <slug>', say('option.tenant'));

  program
    .command('serve')
    .description(say('about_serve'))
    .action(async () => {
      await import('#apps/server/main.ts');
    });
  program
    .command('migrate')
    .description(say('about_migrate'))
    .addOption(json())
    .action(async (options) =>
      end(await (await import('./making-commands.ts')).migrate(speaker, options)),
    );
  program
    .command('init')
    .description(say('about_init'))
    .addOption(tenant().makeOptionMandatory())
    .requiredOption('--name <name>', say('option.name'))
    .option('--name-en <name>', say('option.name_en'))
    .option('--division <code>', say('option.division'))
    .option('--time-zone <zone>', say('option.time_zone'), 'Asia/Shanghai')
    .option('--system-administrator <name>', say('option.system_administrator'))
    .option('--security-administrator <name>', say('option.security_administrator'))
    .addOption(json())
    .action(async (options: InitOptions) =>
      end(await (await import('./init.ts')).init(speaker, options)),
    );
  program
    .command('demo')
    .description(say('about_demo'))
    .addOption(json())
    .action(async (options) =>
      end(await (await import('./making-commands.ts')).demo(speaker, options)),
    );
  program
    .command('tenants')
    .description(say('about_tenants'))
    .addOption(json())
    .action(async (options) =>
      end(await (await import('./reading-commands.ts')).tenants(speaker, options)),
    );
  program
    .command('import')
    .description(say('about_import'))
    .addArgument(new Argument('<kind>', say('argument.kind')).choices(KINDS))
    .addArgument(new Argument('<file>', say('argument.file')))
    .addOption(tenant().makeOptionMandatory())
    .option('--mapping <file>', say('option.mapping'))
    .option('--dry-run', say('option.dry_run'))
    .option('--bad-rows <file>', say('option.bad_rows'))
    .addOption(json())
    .action(async (kind: string, file: string, options: ImportOptions) =>
      end(await (await import('./import-file.ts')).importFile(speaker, kind, file, options)),
    );
  program
    .command('compensate')
    .description(say('about_compensate'))
    .requiredOption('--scheme <file>', say('option.scheme'))
    .requiredOption('--households <file>', say('option.households'))
    .requiredOption('--out <folder>', say('option.out'))
    .option('--choice <name>', say('option.choice'), 'all')
    .option('--as-of <date>', say('option.as_of'))
    .option('--mapping <file>', say('option.columns'))
    .option('--readable <households>', say('option.readable'))
    .option('--key <file>', say('option.key'))
    .addOption(
      new Option('--language <language>', say('option.language'))
        .choices(['zh', 'en'])
        .default('zh'),
    )
    .addOption(json())
    .action(async (options: CompensateOptions) =>
      end(await (await import('./compensation.ts')).compensate(speaker, options)),
    );
  addScheme(program, speaker, end);
  addPlanning(program, speaker, end);
  program
    .command('audit')
    .description(say('about_audit'))
    .helpCommand(false)
    .command('verify')
    .description(say('about_verify'))
    .addOption(tenant())
    .addOption(json())
    .action(async (options) =>
      end(await (await import('./reading-commands.ts')).verify(speaker, options)),
    );
  return program;
}

const jsonOption =
  ({ say }: Speaker) =>
  (): Option =>
    new Option('--json', say('option.json'));

/** Grids drawn anew and places given to people; no database. */
function addPlanning(program: Command, speaker: Speaker, end: End): void {
  const { say } = speaker;
  const json = jsonOption(speaker);
  program
    .command('regrid')
    .description(say('about_regrid'))
    .requiredOption('--points <file>', say('option.plan_points'))
    .option('--weight <field>', say('option.plan_weight'))
    .option('--target <number>', say('option.plan_target'))
    .option('--grids <number>', say('option.plan_grids'))
    .option('--tolerance <part>', say('option.plan_tolerance'), '0.05')
    .option('--boundary <file>', say('option.plan_boundary'))
    .option('--borders <field>', say('option.plan_borders'))
    .option('--barriers <file>', say('option.plan_barriers'))
    .option('--previous <field>', say('option.plan_previous'))
    .option('--pin <field>', say('option.plan_pin'))
    .option('--seed <number>', say('option.plan_seed'), '1')
    .option('--limit <seconds>', say('option.plan_limit'), '600')
    .requiredOption('--out <file>', say('option.plan_out'))
    .requiredOption('--assignments <file>', say('option.plan_assignments'))
    .addOption(json())
    .action(async (options: RegridOptions) =>
      end(await (await import('./planning-commands.ts')).regridFile(speaker, options)),
    );
  program
    .command('assign')
    .description(say('about_assign'))
    .requiredOption('--people <file>', say('option.plan_people'))
    .requiredOption('--places <file>', say('option.plan_places'))
    .option('--pairs <file>', say('option.plan_pairs'))
    .option('--change <metres>', say('option.plan_change'), '0')
    .option('--fairness <metres>', say('option.plan_fairness'), '0')
    .requiredOption('--out <file>', say('option.plan_result'))
    .addOption(json())
    .action(async (options: AssignOptions) =>
      end(await (await import('./planning-commands.ts')).assignFile(speaker, options)),
    );
}

function addScheme(program: Command, speaker: Speaker, end: End): void {
  const { say } = speaker;
  const scheme = program.command('scheme').description(say('about_scheme')).helpCommand(false);
  scheme
    .command('check')
    .description(say('about_scheme_check'))
    .addArgument(new Argument('<file>', say('argument.scheme')))
    .addOption(new Option('--json', say('option.json')))
    .action(async (file: string, { json }: { readonly json?: boolean }) =>
      end((await import('./compensation.ts')).checkScheme(speaker, file, json === true)),
    );
  scheme
    .command('compare')
    .description(say('about_scheme_compare'))
    .addArgument(new Argument('<old>', say('argument.old_scheme')))
    .addArgument(new Argument('<new>', say('argument.new_scheme')))
    .requiredOption('--households <file>', say('option.households'))
    .option('--mapping <file>', say('option.columns'))
    .option('--as-of <date>', say('option.as_of'))
    .option('--out <folder>', say('option.comparison'))
    .addOption(new Option('--json', say('option.json')))
    .action(async (old: string, fresh: string, options: CompareOptions) =>
      end(
        await (await import('./compensation.ts')).compareSchemes(
          speaker,
          { old, new: fresh },
          options,
        ),
      ),
    );
}
