/** Names of countries by code, which country-names.ts puts there for the other script of the page. */
declare var carboncardCountryNames: ReadonlyMap<string, string> | undefined;
