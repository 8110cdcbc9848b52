package consular.ledger.core.verification;

/**
 * What was looked at.
 *
 * @param entries that are canonical and follow from one another
 * @param streams that they belong to
 * @param signed how many of them the newest checkpoint covers; those behind it nobody has vouched for yet
 * @param contents entries whose content lay beside them and is what they commit to
 * @param erased entries among these that are without the secret part that they commit to, or one of several
 */
public record Tally(long entries, long streams, long signed, long contents, long erased) {}
