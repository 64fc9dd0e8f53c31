"""« Vérifier et envoyer », how what leaves is protected, the receipts."""
