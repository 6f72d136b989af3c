/** The bundler puts the text of such a file in the place of its import. */
declare module '*.md' {
  const text: string;
  export default text;
}

declare module '*.yaml' {
  const text: string;
  export default text;
}
