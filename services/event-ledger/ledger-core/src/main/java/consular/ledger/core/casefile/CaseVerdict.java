package consular.ledger.core.casefile;

import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.note.VerifierKey;
import consular.ledger.core.verification.Finding;
import consular.ledger.core.verification.Places;
import java.util.List;

/** Whether a case file proves what it says. */
public sealed interface CaseVerdict {

    /**
     * It does.
     *
     * @param checkpoint of the log that holds every event
     * @param signers the keys that signed it, of those that are trusted
     * @param events how many there are, each with the content to which it commits
     * @param erased which of them are without the secret part that they commit to, or one of several
     */
    record Sound(Checkpoint checkpoint, List<VerifierKey> signers, int events, Places erased) implements CaseVerdict {

        public Sound {
            signers = List.copyOf(signers);
        }
    }

    /** It does not, and this is the first reason; nothing behind it was looked at. */
    record Broken(Finding finding) implements CaseVerdict {}
}
