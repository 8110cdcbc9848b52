package consular.cases.domain.privacy;

/** How much of a person's data is destroyed. The record of what was done stays, and still proves itself. */
public enum ErasureLevel {
    /** The key: what it opened stays where it was, and nobody can read it. */
    KEY,
    /** What the key opened as well; only what the record's proofs need stays. */
    CONTENT;

    /** Whether it leaves less than the other; anything leaves less than nothing done. */
    public boolean exceeds(ErasureLevel other) {
        return compareTo(other) > 0;
    }
}
