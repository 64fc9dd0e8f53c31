// Stands for the decoders of WOFF2 and PNG, which our documents never use: half of pdfkit's weight.
export default undefined;
