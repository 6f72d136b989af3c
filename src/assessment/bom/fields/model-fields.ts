import type { ModelFacts, ReportFacts } from '../../assessment.js';
import type { BaseModel } from '../../base-model.js';
import { confidentialities, measurementBoundaries } from '../../ids.js';
import type { SoftwareFacts } from '../../phase-facts.js';
import type { Offsets } from '../../sources.js';
import { propertyNames as names } from '../properties.js';
import { choice, count, type FieldsOf, numbered, quantityOf, record, word, words } from './field.js';
import { computeField, some } from './phase-fields.js';

const model: FieldsOf<ModelFacts> = {
  id: word(names.modelId),
  name: word(names.modelName),
  slug: word(names.slug),
  parameters: count(names.parameters),
  inferenceFlops: computeField(names.inferenceFlops),
  cite: word(names.cite),
  url: word(names.modelUrl),
  version: word(names.modelVersion),
  released: word(names.released),
  supplier: word(names.supplier),
};

const report: FieldsOf<ReportFacts> = {
  date: word(names.reportDate),
  url: word(names.reportUrl),
  domain: word(names.domain),
  authors: words(names.author),
  paper: choice(names.paper, ['a4', 'letter']),
  publisher: word(names.publisher),
  confidentiality: choice(names.confidentiality, confidentialities),
  licence: word(names.licence),
};

const software: FieldsOf<SoftwareFacts> = { os: word(names.os), language: word(names.language), framework: word(names.framework) };

const offsets: FieldsOf<Offsets> = {
  emissions: quantityOf(names.offsets, 'emissions', 'kgCO2e', 'tCO2eq'),
  source: word(names.offsetsSource),
};

const baseModel: FieldsOf<BaseModel> = {
  id: word(names.modelId),
  name: word(names.modelName),
  emissions: quantityOf(names.emissions, 'emissions', 'kgCO2e', 'tCO2eq'),
  energy: quantityOf(names.energy, 'energy', 'kWh'),
  boundary: choice(names.boundary, [...measurementBoundaries, 'unstated', 'cradle-to-gate']),
  counted: word(names.counted),
  source: word(names.source),
};

/** What an assessment states beside its phases, each part with its properties. A new key does not compile until it has a row here. */
export const modelFields = {
  model: record(model, 'name'),
  report: record(report),
  software: record(software),
  offsets: record(offsets, 'emissions'),
  baseModels: some(numbered('base-model', record(baseModel, 'name'))),
} as const;
