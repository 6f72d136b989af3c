// Whether this checkout may be published from a workflow of GitHub, or what is missing. npm signs where a package was built, and
// rejects a package whose `repository` is not the one that the workflow runs in.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * @param {{ version: string, repository?: string | { url?: string } }} manifest The content of package.json.
 * @param {{ repository?: string, ref?: string }} workflow `GITHUB_REPOSITORY`, and the tag as in `GITHUB_REF`.
 * @returns {readonly string[]} What is missing, a sentence each.
 */
export function unpublishable({ version, repository }, workflow) {
  const url = typeof repository === 'string' ? repository : repository?.url;
  const found = [];
  const example = `git+https://github.com/${workflow.repository ?? 'OWNER/NAME'}.git`;
  if (url === undefined || url === '') {
    found.push(`package.json has no \`repository\`. Add: "repository": { "type": "git", "url": "${example}" }`);
  } else {
    const [, name] = /^(?:git\+)?https:\/\/github\.com\/([^/]+\/[^/]+?)(?:\.git)?$/.exec(url) ?? [];
    if (name?.toLowerCase() !== workflow.repository?.toLowerCase())
      found.push(`\`repository\` of package.json is ${url}, and the workflow runs in ${workflow.repository}. Write: ${example}`);
  }
  const [, tag] = /^refs\/tags\/(.+)$/.exec(workflow.ref ?? '') ?? [];
  if (tag !== `v${version}`)
    found.push(`package.json has version ${version}, and the workflow runs for ${tag ?? 'no tag'}. Tag the commit v${version}.`);
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const { GITHUB_REPOSITORY: repository, GITHUB_REF: ref } = process.env;
  const found = unpublishable(manifest, { repository, ref });
  for (const sentence of found) console.error(sentence);
  if (found.length > 0) process.exitCode = 1;
}
