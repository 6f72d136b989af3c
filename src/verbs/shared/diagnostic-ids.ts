import type { messages as assessMessages } from '../../assess/messages.js';
import type { AuditId } from '../../audits/ids.js';
import type { messages as cardMessages } from '../../card/messages.js';
import type { bomMessages as sharedBomMessages } from '../../diagnostics/bom-messages.js';
import type { fileMessages } from '../../diagnostics/file-messages.js';
import type { IdsOf } from '../../diagnostics/message.js';
import type { messages as explainMessages } from '../../explain/messages.js';
import type { messages as browserMessages } from '../../io/chromium/messages.js';
import type { messages as ioMessages } from '../../io/messages.js';
import type { messages as manifestMessages } from '../../manifest/messages.js';
import type { messages as bibMessages } from '../../outputs/bib/messages.js';
import type { messages as boampsOutputMessages } from '../../outputs/boamps/messages.js';
import type { carbontxtMessages } from '../../outputs/carbontxt/messages.js';
import type { messages as checklistMessages } from '../../outputs/checklist/messages.js';
import type { messages as cyclonedxMessages } from '../../outputs/cyclonedx/messages.js';
import type { euMessages } from '../../outputs/eu/messages.js';
import type { sciMessages } from '../../outputs/sci/messages.js';
import type { messages as spdxMessages } from '../../outputs/spdx/messages.js';
import type { besideMessages } from '../../plausibility/beside-messages.js';
import type { messages as plausibilityMessages } from '../../plausibility/messages.js';
import type { messages as renderMessages } from '../../render/messages.js';
import type { hardwareMessages } from '../../resolve/messages/hardware.js';
import type { messages as resolveMessages } from '../../resolve/messages/manifest.js';
import type { placeMessages } from '../../resolve/messages/place.js';
import type { unmeteredMessages } from '../../resolve/messages/unmetered.js';
import type { workMessages } from '../../resolve/messages/work.js';
import type { messages as runMessages } from '../../runs/messages.js';
import type { messages as telemetryMessages } from '../../telemetry/messages.js';
import type { messages as amdSmiMessages } from '../../trackers/amd-smi.js';
import type { messages as boampsMessages } from '../../trackers/boamps/messages.js';
import type { messages as carbontrackerMessages } from '../../trackers/carbontracker/messages.js';
import type { messages as codecarbonMessages } from '../../trackers/codecarbon/messages.js';
import type { messages as codecarbonOutputMessages } from '../../trackers/codecarbon-output.js';
import type { messages as csvMessages } from '../../trackers/csv.js';
import type { messages as bomMessages } from '../../trackers/cyclonedx/messages.js';
import type { messages as eco2aiMessages } from '../../trackers/eco2ai/messages.js';
import type { messages as experimentImpactTrackerMessages } from '../../trackers/experiment-impact-tracker.js';
import type { messages as hfTrainerMessages } from '../../trackers/hf-trainer.js';
import type { messages as impactFrameworkMessages } from '../../trackers/impact-framework/messages.js';
import type { messages as trackerMessages } from '../../trackers/messages.js';
import type { messages as modelCardMessages } from '../../trackers/model-card/messages.js';
import type { messages as nvidiaSmiMessages } from '../../trackers/nvidia-smi/messages.js';
import type { messages as powerMessages } from '../../trackers/power/messages.js';
import type { messages as rocmSmiMessages } from '../../trackers/rocm-smi.js';
import type { messages as slurmMessages } from '../../trackers/slurm/messages.js';
import type { messages as wandbMessages } from '../../trackers/wandb.js';
import type { messages as zeusMessages } from '../../trackers/zeus.js';
import type { messages as whatIfMessages } from '../../what-if/messages.js';
import type { serverMessages } from './collected/server-messages.js';
import type { historyMessages } from './history/messages.js';
import type { messages as verbMessages } from './messages.js';

/**
 * Every table of messages below the command line. A new table gets a line here. Those of the command line itself (a mistyped
 * option, a file that can't be written) are not among them: it is above the verbs, and a program never gets them.
 */
type Tables =
  | typeof assessMessages
  | typeof cardMessages
  | typeof bibMessages
  | typeof checklistMessages
  | typeof carbontxtMessages
  | typeof euMessages
  | typeof sciMessages
  | typeof explainMessages
  | typeof fileMessages
  | typeof sharedBomMessages
  | typeof hardwareMessages
  | typeof historyMessages
  | typeof ioMessages
  | typeof browserMessages
  | typeof manifestMessages
  | typeof placeMessages
  | typeof plausibilityMessages
  | typeof besideMessages
  | typeof cyclonedxMessages
  | typeof spdxMessages
  | typeof renderMessages
  | typeof resolveMessages
  | typeof trackerMessages
  | typeof amdSmiMessages
  | typeof boampsMessages
  | typeof boampsOutputMessages
  | typeof bomMessages
  | typeof carbontrackerMessages
  | typeof codecarbonMessages
  | typeof codecarbonOutputMessages
  | typeof csvMessages
  | typeof eco2aiMessages
  | typeof experimentImpactTrackerMessages
  | typeof hfTrainerMessages
  | typeof impactFrameworkMessages
  | typeof modelCardMessages
  | typeof nvidiaSmiMessages
  | typeof powerMessages
  | typeof rocmSmiMessages
  | typeof runMessages
  | typeof serverMessages
  | typeof slurmMessages
  | typeof telemetryMessages
  | typeof wandbMessages
  | typeof zeusMessages
  | typeof unmeteredMessages
  | typeof verbMessages
  | typeof whatIfMessages
  | typeof workMessages;

/** The id of a diagnostic: of a message, or of the audit that made the finding. */
export type DiagnosticId = IdsOf<Tables> | AuditId;
