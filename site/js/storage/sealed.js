/** The settings that name people: they are encrypted where drafts are. */
export const SEALED = ['etablissement', 'habituel'];
