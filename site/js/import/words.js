/** Words that end the sentences of what opens files, protected or not. */

export const UNCHANGED = ' Rien n’a été modifié.';
export const EXTRACT = 'extrayez-la, puis choisissez ici le JSON ou le PDF du dossier.';
