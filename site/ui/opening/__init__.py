"""Files made elsewhere: received, unprotected, compared with the drafts of this computer."""
