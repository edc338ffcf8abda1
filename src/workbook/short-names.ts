/** Names for one narrow line; the full name stands in the pack. */
export const shortIndicator = (name: string): string =>
  name.replace(/^Kebijakan Internal /, "Kebijakan ").replace(/^Jaringan Dokumentasi/, "Dokumentasi");

export const shortAspect = (name: string): string => name.replace(/ Berbasis Elektronik$/, "");
