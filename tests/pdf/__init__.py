"""Documents composed by the PDF worker that the site ships, run in Node."""
