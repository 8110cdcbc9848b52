package consular.ledger.core.note;

/** What came of reading bytes as a signed note. */
public sealed interface NoteReading {

    /** They are one; whether its signatures are true is another question. */
    record Read(SignedNote note) implements NoteReading {}

    /** They are not. */
    record Unreadable(NoteFault fault) implements NoteReading {}
}
