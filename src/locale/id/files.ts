/** Reading and writing of files. */
export const files = {
  "files.cut": " [terpotong: satu sel memuat paling banyak 32.767 huruf]",
} as const;
