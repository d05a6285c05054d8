import { type Job, NAME } from '../job.ts';
import { WHY_NOT_HOSTED } from './hosted.ts';
import type { Plan } from './scheduler.ts';

/** Below the kubelet's own folder for such. */
const PROFILE = 'profiles/playwright.json';

export function planKubernetes(job: Job): Plan {
  return {
    artefacts: [{ path: `${NAME}.yaml`, text: renderManifest(job) }],
    install: [
      `copy utils/docker/seccomp_profile.json of github.com/microsoft/playwright to /var/lib/kubelet/seccomp/${PROFILE} on each node`,
      `kubectl create secret generic ${NAME} --from-file=config.json --from-file=session.age --from-literal=key=AGE-SECRET-KEY-1…`,
      `kubectl apply -f ${NAME}.yaml`,
    ],
    remove: [
      `kubectl delete cronjob ${NAME}`,
      `kubectl delete secret ${NAME}`,
      `kubectl delete persistentvolumeclaim ${NAME} # and with it the history`,
    ],
    notes: WHY_NOT_HOSTED,
    secrets: null,
  };
}

function renderManifest(job: Job): string {
  const why = WHY_NOT_HOSTED.map((line) => `# ${line}\n`).join('');
  return `${why}${renderClaim()}---\n${renderCronJob(job)}`;
}

/** Where the history is, and what else must outlive a pod. */
function renderClaim(): string {
  return `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: ${NAME}
spec:
  accessModes: ["ReadWriteOnce"] # of shards on several nodes: ReadWriteMany
  resources:
    requests:
      storage: 1Gi
`;
}

/** An Indexed Job: each pod takes its part of the accounts, and `report merge` puts the reports together. */
function renderCronJob({ every, hour, minute, weekday, day }: Job): string {
  const cron = [minute, hour, every === 'month' ? day : '*', '*', every === 'week' ? weekday : '*'].join(' ');
  return `apiVersion: batch/v1
kind: CronJob
metadata:
  name: ${NAME}
spec:
  schedule: "${cron}"
  concurrencyPolicy: Forbid
  startingDeadlineSeconds: 86400 # what was missed is made up for within a day
  successfulJobsHistoryLimit: 3
  failedJobsHistoryLimit: 3
  jobTemplate:
    spec:
      completionMode: Indexed
      completions: 1 # of many accounts: as many as there are shards; the same in JOB_COMPLETIONS below
      parallelism: 1
      backoffLimit: 0 # a second try would only ask LinkedIn again
      template:
        spec:
          restartPolicy: Never
          automountServiceAccountToken: false
          securityContext:
            runAsNonRoot: true
            runAsUser: 1000
            fsGroup: 1000
            seccompProfile: # the runtime's own keeps Chromium from its sandbox, and without that it does not start
              type: Localhost
              # utils/docker/seccomp_profile.json of github.com/microsoft/playwright; on each node it is
              # /var/lib/kubelet/seccomp/${PROFILE}
              localhostProfile: ${PROFILE}
          containers:
            - name: audit
              image: ${NAME}:latest # yours: Node, a browser, Xvfb and this program
              command: ["linkedin-ai-optout", "audit", "--scheduled", "--config", "/etc/${NAME}/config.json"]
              args: ["--shard", "auto", "--output", "/data/report-$(JOB_COMPLETION_INDEX).json"]
              env:
                - name: JOB_COMPLETIONS
                  value: "1" # the same as completions
                - name: LINKEDIN_AI_OPTOUT_KEY
                  valueFrom:
                    secretKeyRef:
                      name: ${NAME}
                      key: key
                - name: XDG_DATA_HOME
                  value: /data
              securityContext:
                allowPrivilegeEscalation: false
                capabilities:
                  drop: ["ALL"]
                  # Without it that profile refuses the chroot by which Chromium shuts itself in; no process gets it.
                  # Of the Pod Security Standards that is "baseline", not "restricted".
                  add: ["SYS_CHROOT"]
              volumeMounts:
                - name: secrets
                  mountPath: /etc/${NAME}
                  readOnly: true
                - name: data
                  mountPath: /data
                - name: shm
                  mountPath: /dev/shm
          volumes:
            - name: secrets
              secret:
                secretName: ${NAME}
                defaultMode: 0400
            - name: data
              persistentVolumeClaim:
                claimName: ${NAME}
            - name: shm # a browser needs more than the 64 MB that there are
              emptyDir:
                medium: Memory
                sizeLimit: 1Gi
`;
}
