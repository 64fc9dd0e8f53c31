"""Every document that a dossier gives, in the order in which a collège needs them."""

from pid_rules.documents import bilans, entreprise, prepam
from pid_rules.documents.complet import COMPLETE
from pid_rules.documents.contrat import contract
from pid_rules.documents.convention import convention
from pid_rules.documents.document import PID, Document
from pid_rules.documents.entreprise import host_sheet
from pid_rules.documents.famille import family_sheet
from pid_rules.documents.pedagogique import DOCUMENT_PEDAGOGIQUE
from pid_rules.documents.synthese import TITLE, synthesis
from pid_rules.documents.timetable import timetable_sheet
from pid_rules.form.bilans import BILAN_FINAL, BILANS
from pid_rules.form.stages import STAGES
from pid_rules.questions.schema import BILAN, CLOTURE, ENVOI, PREPAM

COMPLET = Document("complet", PID, "Pour la DSDEN : tout le dossier en un fichier, qui peut être rouvert dans ce site.",
                   COMPLETE, step=ENVOI, attached=True)
DOCUMENTS = (
    COMPLET,
    Document("fiche-de-synthese", TITLE, "Pour la DSDEN et qui décide : tout l’essentiel sur une page.", synthesis,
             step=ENVOI, summary=True),
    Document("pedagogique", "Document pédagogique", "Pour la DSDEN et l’équipe : le projet, sans le contrat.",
             DOCUMENT_PEDAGOGIQUE, step=ENVOI),
    Document("contrat", "Contrat de parcours", "Pour l’élève, sa famille et le collège : à lire ensemble et à signer.",
             contract),
    Document("emploi-du-temps", "Emploi du temps",
             "Pour l’élève, sa famille et les professeurs : avant, pendant, ce qui change.", timetable_sheet),
    Document("convention", "Fiche de convention", "Pour préparer la convention de ce stage, dans l’ordre du papier.",
             convention, each=STAGES.path),
    Document("entreprise", "Fiche pour l’organisme d’accueil",
             "Pour le tuteur du stage : une page, seulement ce qu’il doit savoir.", host_sheet, each=STAGES.path,
             holds=entreprise.HOLDS),
    Document("famille", "Fiche pour la famille", "Pour l’élève et sa famille : l’essentiel, en gros caractères.",
             family_sheet, large=True),
    Document("bilan", "Bilan d’étape", "Pour ceux qui suivent le parcours, puis pour la DSDEN.", bilans.interim,
             each=BILANS.path, step=BILAN),
    Document("bilan-final", "Bilan final", "Pour la famille, le collège et la DSDEN, à la fin du parcours.",
             bilans.final, step=CLOTURE, assesses=BILAN_FINAL),
    Document("bilan-prepam", "Bilan final, version Prépam",
             "Pour la commission Prépam : sans la parole de l’élève ni de la famille.", bilans.final_for_prepam,
             step=PREPAM, assesses=BILAN_FINAL, holds=bilans.HOLDS_PREPAM),
    Document("prepam", "Récapitulatif Prépam",
             "Pour la commission Prépam : l’élève, le parcours, les vœux, les accords.", prepam.summary_for_prepam,
             step=PREPAM, holds=prepam.HOLDS),
)
BY_SLUG = {document.slug: document for document in DOCUMENTS}
