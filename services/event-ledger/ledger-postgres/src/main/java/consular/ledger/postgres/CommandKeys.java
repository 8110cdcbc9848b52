package consular.ledger.postgres;

import consular.ledger.postgres.KeyedCommand.Accepted;
import consular.ledger.postgres.KeyedCommand.Rejected;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Remembers commands by the key that their caller gave them, so that one sent twice has one effect and one answer. A
 * caller is whoever chooses the keys; two callers never meet. An accepted command claims its key with the events that it
 * appends, by {@link AppendConditions#claimKey}.
 *
 * <p>Besides what is said below, methods throw Spring's {@code DataAccessException} when the database refuses, and
 * {@code IllegalArgumentException} when a request hash is not hexadecimal.
 */
public final class CommandKeys {

    static final String FIND = """
        select request_hash, stream, first_sequence, last_sequence, status, answer
        from command_key
        where caller = ? and key = ?
        """;

    private static final String RECORD = """
        insert into command_key (caller, key, request_hash, stream, status, answer)
        values (?, ?, ?, ?, ?, ?::jsonb)
        """;

    static final String FORGET = """
        delete from command_key
        where ctid = any (array(select ctid from command_key where recorded_at < ? order by recorded_at limit ?))
        """;

    /** So few that a statement is over long before anybody gives up on it, however many there are after a long pause. */
    static final int FORGOTTEN_AT_ONCE = 5000;

    private final JdbcClient jdbc;
    private final TransactionTemplate itsOwn;

    CommandKeys(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.itsOwn = new TransactionTemplate(transactionManager);
        this.itsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What became of the command under this key, or empty if none was recorded, or not yet committed. */
    public Optional<KeyedCommand> find(String caller, String key) {
        return jdbc.sql(FIND)
                .params(caller, key)
                .query((row, _) -> command(row))
                .optional();
    }

    /**
     * Records a rejected command in a transaction of its own, on a further connection if one is already open.
     *
     * @throws CommandKeyTaken if the key was used before
     */
    public void remember(String caller, String key, Rejected command) {
        itsOwn.executeWithoutResult(_ -> record(caller, key, command));
    }

    /**
     * Forgets the commands recorded before an instant, by the database's clock; answers how many they were. Outside of a transaction what is
     * forgotten stays so if it is cut short.
     */
    public long forgetBefore(Instant instant) {
        var forgotten = 0L;
        while (true) {
            var some = jdbc.sql(FORGET)
                    .params(instant.atOffset(ZoneOffset.UTC), FORGOTTEN_AT_ONCE)
                    .update();
            forgotten += some;
            if (some < FORGOTTEN_AT_ONCE) {
                return forgotten;
            }
        }
    }

    private void record(String caller, String key, Rejected command) {
        try {
            jdbc.sql(RECORD)
                    .param(caller)
                    .param(key)
                    .param(HexFormat.of().parseHex(command.requestHash()))
                    .param(command.streamId())
                    .param(command.status())
                    .param(command.answer())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new CommandKeyTaken(caller, key, taken);
        }
    }

    private static KeyedCommand command(ResultSet row) throws SQLException {
        var requestHash = HexFormat.of().formatHex(row.getBytes("request_hash"));
        var streamId = row.getString("stream");
        var first = row.getObject("first_sequence", Long.class);
        var last = row.getObject("last_sequence", Long.class);
        var status = row.getInt("status");
        var answer = row.getString("answer");
        return first == null
                ? new Rejected(requestHash, streamId, status, answer)
                : new Accepted(requestHash, streamId, first, last, status, answer);
    }
}
