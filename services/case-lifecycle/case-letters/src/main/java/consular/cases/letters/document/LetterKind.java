package consular.cases.letters.document;

/** What a letter is for. */
public enum LetterKind {
    REFUSAL,
    REVERSAL,
    TERMINATION_WARNING,
    TERMINATION,
    REINSTATEMENT,
    INQUIRY_REPLY
}
