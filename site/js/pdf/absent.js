// Stands for what our documents never use, half of pdfkit's weight: the decoders of WOFF2 and PNG, and encryption.
export default undefined;
export const cbc = undefined;
export const ecb = undefined;
