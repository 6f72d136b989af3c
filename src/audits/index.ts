import { arithmetic } from './arithmetic.js';
import type { Audit } from './audit.js';
import { deploymentSilent } from './deployment-silent.js';
import { embodiedSilent } from './embodied-silent.js';
import { gpuHoursAsHours } from './gpu-hours-as-hours.js';
import { gridYear } from './grid-year.js';
import { guessedPower } from './guessed-power.js';
import { hubMetadata } from './hub-metadata.js';
import type { AuditId } from './ids.js';
import { impliedIntensity } from './implied-intensity.js';
import { marketAlone } from './market-alone.js';
import { metadataDisagrees } from './metadata-disagrees.js';
import { metadataKeys } from './metadata-keys.js';
import { metadataNumber } from './metadata-number.js';
import { metadataPlaceholder } from './metadata-placeholder.js';
import { metadataReaders } from './metadata-readers.js';
import { metadataUnit } from './metadata-unit.js';
import { metadataUnreadable } from './metadata-unreadable.js';
import { numbersRoundedAway } from './numbers-rounded-away.js';
import { offsetsSubtracted } from './offsets-subtracted.js';
import { placeholderLeft } from './placeholder-left.js';
import { powerAboveLimit } from './power-above-limit.js';
import { powerAsEnergy } from './power-as-energy.js';
import { powerBelowIdle } from './power-below-idle.js';
import { pueAboveTwo } from './pue-above-two.js';
import { pueBelowOne } from './pue-below-one.js';
import { pueTwice } from './pue-twice.js';
import { roundedRate } from './rounded-rate.js';
import { sameClaim } from './same-claim.js';
import { sectionDisagrees } from './section-disagrees.js';
import { sectionTotals } from './section-totals.js';
import { totalIsNotTheSum } from './total-is-not-the-sum.js';
import { worldAverage } from './world-average.js';
import { zeroNotMeasured } from './zero-not-measured.js';

/** The audits, by id. */
export const audits = {
  'metadata-unreadable': metadataUnreadable,
  'metadata-readers': metadataReaders,
  'metadata-keys': metadataKeys,
  'hub-metadata': hubMetadata,
  'metadata-number': metadataNumber,
  'metadata-placeholder': metadataPlaceholder,
  'metadata-unit': metadataUnit,
  'metadata-disagrees': metadataDisagrees,
  'arithmetic': arithmetic,
  'total-is-not-the-sum': totalIsNotTheSum,
  'rounded-rate': roundedRate,
  'gpu-hours-as-hours': gpuHoursAsHours,
  'pue-below-one': pueBelowOne,
  'pue-above-two': pueAboveTwo,
  'pue-twice': pueTwice,
  'power-as-energy': powerAsEnergy,
  'power-above-limit': powerAboveLimit,
  'power-below-idle': powerBelowIdle,
  'guessed-power': guessedPower,
  'implied-intensity': impliedIntensity,
  'world-average': worldAverage,
  'grid-year': gridYear,
  'zero-not-measured': zeroNotMeasured,
  'numbers-rounded-away': numbersRoundedAway,
  'market-alone': marketAlone,
  'offsets-subtracted': offsetsSubtracted,
  'section-totals': sectionTotals,
  'section-disagrees': sectionDisagrees,
  'same-claim': sameClaim,
  'placeholder-left': placeholderLeft,
  'embodied-silent': embodiedSilent,
  'deployment-silent': deploymentSilent,
} as const satisfies { readonly [Id in AuditId]: Audit & { readonly id: Id } };
