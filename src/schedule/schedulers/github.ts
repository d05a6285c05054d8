import { type Job, NAME } from '../job.ts';
import { WHY_NOT_HOSTED } from './hosted.ts';
import type { Plan } from './scheduler.ts';

export function planGithub(job: Job): Plan {
  return {
    artefacts: [{ path: `.github/workflows/${NAME}.yml`, text: renderWorkflow(job) }],
    install: [
      'gh secret set LINKEDIN_AI_OPTOUT_SESSION < cookies.txt',
      `commit .github/workflows/${NAME}.yml with ${NAME}.json, the configuration, to a private repository with a runner of your own`,
    ],
    remove: [`git rm .github/workflows/${NAME}.yml`, 'gh secret delete LINKEDIN_AI_OPTOUT_SESSION'],
    notes: WHY_NOT_HOSTED,
    secrets: null,
  };
}

function renderWorkflow({ every, hour, minute, weekday, day }: Job): string {
  const cron = [minute, hour, every === 'month' ? day : '*', '*', every === 'week' ? weekday : '*'].join(' ');
  return `${WHY_NOT_HOSTED.map((line) => `# ${line}\n`).join('')}name: ${NAME}
on:
  schedule:
    - cron: "${cron}" # UTC
  workflow_dispatch:
permissions:
  contents: read
concurrency: ${NAME}
jobs:
  audit:
    runs-on: self-hosted # a machine of yours, where the session comes from; never ubuntu-latest
    timeout-minutes: 120
    strategy:
      fail-fast: false
      matrix:
        shard: ["1/1"] # of many accounts: ["1/4", "2/4", "3/4", "4/4"]
    steps:
      - uses: actions/checkout@v4
        with:
          persist-credentials: false
      - name: Audit
        env:
          LINKEDIN_AI_OPTOUT_SESSION: \${{ secrets.LINKEDIN_AI_OPTOUT_SESSION }}
          SHARD: \${{ matrix.shard }}
        run: >-
          npx --yes ${NAME} audit --scheduled --config ${NAME}.json --shard "$SHARD"
          --format markdown --output report.json >> "$GITHUB_STEP_SUMMARY"
      - name: Keep the report
        if: always()
        uses: actions/upload-artifact@v4
        with:
          name: report-\${{ strategy.job-index }}
          path: report.json
          retention-days: 30
`;
}
