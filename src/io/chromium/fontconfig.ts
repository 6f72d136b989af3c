/**
 * One font for the whole machine, our text face: what a page does not bring is not taken from the host, where every machine
 * would differ. None at all is worse: without a last resort Chromium gives up each face of the page that is still loading.
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
