/** Formats that can be read: the manifest names them too. */
export { type LogFormat as TrackerId, logFormats as trackerIds } from '../manifest/log-formats.js';
