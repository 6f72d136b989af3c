/**
 * One font for the whole machine, the text face of reports: fonts of the host would differ from machine to machine. No font
 * at all is worse: without a last resort Chromium gives up each face of the page that is still loading.
 */
export function fontconfig(fonts: string, cache: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${xmlText(fonts)}</dir>
  <cachedir>${xmlText(cache)}</cachedir>
</fontconfig>
`;
}

function xmlText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
