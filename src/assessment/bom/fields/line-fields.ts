import type { Quantity } from '../../../units/quantity.js';
import { bases, type ComponentId, componentIds, type LineBoundary, measurementBoundaries } from '../../ids.js';
import type { StatedLine } from '../../stated/stated.js';
import type { State } from '../../states.js';
import { propertyNames as names } from '../properties.js';
import { type Field, quantityOf, word } from './field.js';

/** What a line states, without its phase and component. */
export type LineFigures = Pick<StatedLine, 'energy' | 'emissions' | 'basis' | 'boundary' | 'unknown'>;

const boundaries: readonly LineBoundary[] = [...measurementBoundaries, 'unstated', 'cradle-to-gate'];

/**
 * A line in one property, `433196 kWh, 24.692172 tCO2eq, declared, accelerator`, with the intervals of its figures in others:
 * `carboncard:component:dynamic:energy:low`.
 */
export function lineField(component: ComponentId): Field<LineFigures> {
  const name = `${names.component}:${component}`;
  const unknown = word(`${name}:unknown`);
  const energy = quantityOf(`${name}:energy`, 'energy', 'kWh');
  const emissions = quantityOf(`${name}:emissions`, 'emissions', 'kgCO2e', 'tCO2eq');
  return {
    write: (line) => {
      const [kWh, kWhLow, kWhHigh] = line.energy === undefined ? [] : energy.write(line.energy);
      const [tonnes, low, high] = emissions.write(line.emissions);
      const parts = [kWh?.[1], tonnes?.[1], line.basis, line.boundary].filter((part) => part !== undefined);
      return [
        [name, parts.join(', ')],
        ...[kWhLow, kWhHigh, low, high].filter((one) => one !== undefined),
        ...(line.unknown === undefined ? [] : unknown.write(line.unknown)),
      ];
    },
    read: (properties, onInvalid) => {
      const text = properties.get(name)?.[0];
      if (text === undefined) return undefined;
      const parts = text.split(', ');
      // The text is a list of what the single properties of a quantity have.
      const withText = new Map(properties);
      for (const part of parts)
        if (/^[\d.]+ \S+$/.test(part)) withText.set(`${name}:${part.endsWith('kWh') ? 'energy' : 'emissions'}`, [part]);
      const stated = emissions.read(withText, onInvalid);
      if (stated === undefined) {
        onInvalid(name, text);
        return undefined;
      }
      return {
        energy: energy.read(withText, onInvalid),
        emissions: stated,
        basis: bases.find((basis) => parts.includes(basis)),
        boundary: boundaries.find((boundary) => parts.includes(boundary)),
        unknown: unknown.read(properties, onInvalid),
      };
    },
  };
}

/** The same emissions of making the hardware by calendar, where those that are counted are by occupancy. */
export const byCalendar: Field<Quantity<'kgCO2e'>> = quantityOf(names.embodiedByCalendar, 'emissions', 'kgCO2e', 'tCO2eq');

/** What happened to a component without a line: `included in dynamic: its meter includes it`. */
export function stateField(component: ComponentId): Field<Pick<State, 'state' | 'in' | 'reason'>> {
  const text = word(`${names.state}:${component}`);
  return {
    write: ({ state, in: line, reason }) => {
      const [part] = componentIds.filter((id) => line?.endsWith(`.${id}`));
      return text.write(`${state}${part === undefined ? '' : ` in ${part}`}${reason === undefined ? '' : `: ${reason}`}`);
    },
    read: (properties, onInvalid) => {
      const written = text.read(properties, onInvalid);
      if (written === undefined) return undefined;
      const [, state, part, reason] = /^(included|not-counted|not-applicable)(?: in ([a-z]+))?(?:: (.*))?$/s.exec(written) ?? [];
      if (state !== undefined) return { state: state as State['state'], in: part, reason };
      onInvalid(`${names.state}:${component}`, written);
      return undefined;
    },
  };
}
