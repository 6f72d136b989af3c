export { type Beginning, beginningOfFile, type Stored } from './beginning.js';
export { type Engine, type EngineProgress, openEngine, type Row } from './engine.js';
export { EngineError, type EngineProblem } from './engine-error.js';
export { makeWorkFolder, type WorkFolder } from './work-folder.js';
