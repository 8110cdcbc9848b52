package consular.ledger.postgres.secrets;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases persons from the log. Every hash still verifies afterwards. Doing it again changes nothing, so whoever was interrupted
 * begins anew.
 */
public final class Erasures {

    /** A person without a key gets a place all the same, so that none can be made afterwards. It changes nothing the second time. */
    private static final String DESTROY = """
        insert into data_key (person, erased_level, erased_under)
        values (?, ?, ?)
        on conflict (person) do update
            set wrapped = null, key_version = null,
                erased_level = excluded.erased_level,
                erased_under = excluded.erased_under
            where data_key.wrapped is not null
        """;

    /** No node remembers anything that this would have to take away from it. */
    private static final String RAISE = "update data_key set erased_level = ? where person = ? and erased_level < ?";

    private static final String TAKE_AWAY = """
        update secret_part
        set ciphertext = null, salt = null
        where person = ? and ciphertext is not null
        """;

    private static final String FORGET_SNAPSHOTS = "delete from snapshot where aggregate_identifier = ?";

    private static final String COUNT = "update erasure_count set number = number + 1";

    /** Behind what a processor has read: the next batches of the log, up to the first event of the types. */
    private static final String OLDEST_WAITING = """
        select coalesce(extract(epoch from clock_timestamp() - (
            select event.stored_at
            from log_batch
            join event on event.batch = log_batch.batch and event.place >= seen.position - log_batch.first_index
            where log_batch.first_index >= (
                    select coalesce(max(first_index), 0) from log_batch as earlier
                    where earlier.first_index <= seen.position)
                and event.type = any (?)
            order by log_batch.first_index, event.place
            limit 1)), 0)::double precision
        from (
            select coalesce(min(substring(convert_from(token, 'UTF8') from '-?[0-9]+')::bigint), 0) as position
            from token_entry
            where processor_name = ?) as seen
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Vault vault;
    private final AppendsUnderWay appends;

    /** Erases what a vault keeps. */
    public Erasures(JdbcClient jdbc, TransactionTemplate transaction, Vault vault) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.vault = vault;
        this.appends = new AppendsUnderWay(jdbc);
    }

    /**
     * Destroys the key of a person: level 1. On level 2, ciphertexts and salts go as well. No node reads anything of the person any
     * more as soon as {@code 2 s} are over, and this one none from now on.
     *
     * <p>Nothing is stored about the person any more that is begun when the key is gone. What another append was storing at that moment may
     * still be; nobody can read it, and level 2 waits for it and takes it away.
     *
     * @param position where in the log the event stands that erases the person; readers are told the first
     * @throws org.springframework.dao.DataAccessException if the database does not do it; then nothing was done, the key alone is
     *     destroyed, or all is done
     */
    public void erase(UUID person, Level level, long position) {
        transaction.executeWithoutResult(_ -> {
            if (jdbc.sql(DESTROY).params(person, level.number(), position).update() > 0) {
                jdbc.sql(COUNT).update();
            } else {
                jdbc.sql(RAISE).params(level.number(), person, level.number()).update();
            }
        });
        vault.look();
        if (level == Level.CIPHERTEXT) {
            // Only now, so that what was about to be stored under the key is there, and goes as well.
            appends.awaitEnd();
            transaction.executeWithoutResult(
                    _ -> jdbc.sql(TAKE_AWAY).param(person).update());
        }
    }

    /**
     * For how long the first event of some types has been stored to which a processor has not come yet, whether it is stuck or
     * nobody runs it; 0 if there is none.
     */
    public double secondsWaiting(String processor, Collection<String> types) {
        return jdbc.sql(OLDEST_WAITING)
                .params(types.toArray(String[]::new), processor)
                .query(Double.class)
                .single();
    }

    /** Deletes what was remembered of the states of a stream; they are made anew of what can still be read. */
    public void forgetSnapshots(String streamId) {
        jdbc.sql(FORGET_SNAPSHOTS).param(streamId).update();
    }

    /** How much goes. */
    public enum Level {
        /** The key; what it sealed stays, and nobody can read it. */
        KEY(1),
        /** What it sealed as well; only the commitments stay. */
        CIPHERTEXT(2);

        private final int number;

        Level(int number) {
            this.number = number;
        }

        /** As it is stored. */
        public int number() {
            return number;
        }

        /** The level of a number. */
        public static Level of(int number) {
            return number == KEY.number ? KEY : CIPHERTEXT;
        }
    }
}
