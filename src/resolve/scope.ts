import { type ComponentId, componentIds } from '../assessment/ids.js';
import type { Manifest, Phase } from '../manifest/manifest.js';
import type { ParsedHardware, ParsedSite } from '../manifest/schema.js';
import type { Citations, CitationWithin } from './inputs.js';
import { hardwareOf, type NameContext, type Reference } from './references.js';
import { siteOf } from './site.js';

/** A phase with the site and the hardware that it names: what each step of resolving it needs. */
export interface PhaseScope extends NameContext {
  /** Components to count: those of the system boundary, without those that the manifest gives a reason to leave out. */
  readonly boundary: readonly ComponentId[];
  readonly site: Reference<ParsedSite> | undefined;
  readonly hardware: Reference<ParsedHardware> | undefined;
  readonly cites: {
    readonly phase: Citations;
    readonly site: Citations;
    readonly hardware: Citations;
  };
}

export function scopeOf(context: NameContext): PhaseScope {
  const { manifest, phase } = context;
  const site = siteOf(context);
  const hardware = hardwareOf(context);
  const cites: Citations = [within(phase.cite, phase.path), manifest.cite];
  return {
    ...context,
    boundary: boundaryOf(manifest, phase),
    site,
    hardware,
    cites: {
      phase: cites,
      site: [site && within(site.value.cite, site.path), ...cites],
      hardware: [hardware && within(hardware.value.cite, hardware.path), ...cites],
    },
  };
}

function within(title: string | undefined, path: string): CitationWithin | undefined {
  return title === undefined ? undefined : { title, within: path };
}

function boundaryOf(manifest: Manifest, phase: Phase): readonly ComponentId[] {
  const leftOut = { ...(phase.system_boundary === undefined && manifest.notCounted), ...phase.not_counted };
  const wanted = phase.system_boundary ?? manifest.systemBoundary ?? componentIds;
  return componentIds.filter((id) => wanted.includes(id) && leftOut[id] === undefined);
}
