package consular.ledger.postgres;

import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Remembers operations that append nothing by the key that their caller gave them, among the keys of {@link CommandKeys}.
 * A key is reserved before the operation and completed with the answer after it, each in a transaction of its own. A
 * crash in between leaves it reserved: it belongs to the same request, without an answer.
 */
public final class OperationKeys {
    private static final short UNFINISHED = 0;

    private static final String RESERVE = """
        insert into command_key (caller, key, request_hash, status)
        values (?, ?, ?, ?)
        on conflict (caller, key) do nothing
        """;

    private static final String COMPLETE = """
        update command_key
        set status = ?, answer = ?::jsonb
        where caller = ? and key = ? and request_hash = ? and status = ?
        """;

    private static final String FIND = """
        select request_hash, answer
        from command_key
        where caller = ? and key = ?
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate itsOwn;

    OperationKeys(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.itsOwn = new TransactionTemplate(transactionManager);
        this.itsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Reserves the key unless it was used before, and answers what is kept under it. */
    public Kept reserve(String caller, String key, String requestHash) {
        return inItsOwn(
                caller,
                key,
                () -> jdbc.sql(RESERVE)
                        .params(caller, key, HexFormat.of().parseHex(requestHash), UNFINISHED)
                        .update());
    }

    /**
     * Keeps the answer under the reserved key, and answers what is kept: where the same request was carried out twice at
     * once, the answer of whichever was first. A key forgotten meanwhile is reserved once more.
     */
    public Kept complete(String caller, String key, String requestHash, int status, String answer) {
        reserve(caller, key, requestHash);
        return inItsOwn(
                caller,
                key,
                () -> jdbc.sql(COMPLETE)
                        .params(status, answer, caller, key, HexFormat.of().parseHex(requestHash), UNFINISHED)
                        .update());
    }

    private Kept inItsOwn(String caller, String key, Runnable change) {
        var kept = itsOwn.execute(_ -> {
            change.run();
            return jdbc.sql(FIND)
                    .params(caller, key)
                    .query((row, _) ->
                            new Kept(HexFormat.of().formatHex(row.getBytes("request_hash")), row.getString("answer")))
                    .optional();
        });
        return Optional.ofNullable(kept).flatMap(found -> found).orElseThrow();
    }

    /**
     * What is kept under a key.
     *
     * @param requestHash the request it belongs to; if it is another than the caller's, the key was used before
     * @param answer the answer as JSON; null while there is none
     */
    public record Kept(String requestHash, @Nullable String answer) {}
}
