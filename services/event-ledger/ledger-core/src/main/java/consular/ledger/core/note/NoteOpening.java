package consular.ledger.core.note;

import java.util.List;

/** Whether a note may be believed. */
public sealed interface NoteOpening {

    /** It was signed by these trusted keys, at least one. */
    record Signed(List<VerifierKey> by) implements NoteOpening {

        public Signed {
            by = List.copyOf(by);
        }
    }

    /** A signature claims to be by a trusted key and is not. */
    record FalselySigned(VerifierKey key) implements NoteOpening {}

    /** No trusted key has signed it. */
    record Unsigned() implements NoteOpening {}
}
