/** What the build writes for the scripts: constants, modules of data, fonts. */
declare const __SINGLE__: boolean;
declare const __PRECACHE__: Record<string, string>;
declare const __FROM_NETWORK__: string[];
declare const __PACK__: string;
declare const __VERSION__: string;

declare module 'pid:mots' {
  const coded: string;
  export default coded;
}
declare module 'pid:format' {
  const schema: any;
  export default schema;
}
declare module 'pid:limites' {
  const limits: {
    largest: number;
    deepest: number;
    mostValues: number;
    reserved: string[];
    longestPath: number;
    carnet: string;
    carnetVersion: number;
    carnetKeys: string[];
    carnetItems: Record<string, string[]>;
    mostCarnet: number;
    refused: string;
  };
  export default limits;
}
declare module 'pid:formulations' {
  const skeletons: object;
  export default skeletons;
}
declare module 'pid:signes' {
  const signs: string;
  export default signs;
}
declare module '*.ttf' {
  const bytes: Uint8Array;
  export default bytes;
}
