package consular.ledger.core.verification;

import consular.ledger.core.hash.Hash;

/**
 * The end of a stream.
 *
 * @param sequence of its last entry
 * @param index where in the log that entry stands
 * @param chain behind that entry
 */
public record StreamHead(long sequence, long index, Hash chain) {}
