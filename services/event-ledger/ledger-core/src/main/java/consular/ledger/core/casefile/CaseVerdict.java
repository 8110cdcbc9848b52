package consular.ledger.core.casefile;

import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.verification.Finding;

/** Whether a case file proves what it says. */
public sealed interface CaseVerdict {

    /**
     * It does.
     *
     * @param checkpoint of the log that holds every event
     * @param events how many there are, each with the content to which it commits
     * @param erased how many of them have lost their secret part on purpose
     */
    record Sound(Checkpoint checkpoint, int events, int erased) implements CaseVerdict {}

    /** It does not, and this is the first reason; nothing behind it was looked at. */
    record Broken(Finding finding) implements CaseVerdict {}
}
