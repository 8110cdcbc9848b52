package consular.ledger.core.entry;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.hash.Sha256;

/** The hash that a stream carries from event to event: whoever holds the last one holds the whole stream to account. */
public final class Chain {

    /** What the first entry of a stream names as its predecessor. */
    public static final Hash START = Hash.ZERO;

    /** The byte before what is hashed, so that a chain is never a leaf. */
    public static final byte DOMAIN = 0x03;

    private Chain() {}

    /** The chain behind an entry: SHA-256 over 0x03, the chain before it, and its canonical bytes. */
    public static Hash next(Hash previous, byte[] canonicalEntry) {
        return new Sha256().hash(DOMAIN, previous.bytes(), canonicalEntry);
    }
}
