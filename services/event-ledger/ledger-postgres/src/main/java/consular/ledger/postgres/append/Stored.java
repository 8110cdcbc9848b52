package consular.ledger.postgres.append;

/**
 * Where the first event of an append is stored; the others follow it.
 *
 * @param batch the number of its batch
 * @param place its place in the batch, from 0
 */
public record Stored(long batch, int place) {

    /** Where an event of the same append is stored, so many behind the first. */
    public Stored plus(int events) {
        return new Stored(batch, place + events);
    }
}
