package consular.cases.projections;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Knows which generation serves. The database decides, for all nodes at once. */
public final class Generations {
    private final JdbcClient jdbc;

    Generations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The generation that serves now. */
    public Generation active() {
        return current().generation();
    }

    Current current() {
        return jdbc.sql("select active, switched_at from read_model_generation")
                .query((row, _) -> new Current(
                        Generation.valueOf(row.getString("active")),
                        row.getObject("switched_at", OffsetDateTime.class).toInstant()))
                .single();
    }

    /**
     * Lets the other generation serve, unless it has yet to see something that this one has seen. Nobody who has read
     * their own write is sent back before it: no write reaches the one that serves between the check and the switch.
     *
     * @param connection in no transaction; one is begun and ended here
     * @return whether the other one serves now
     */
    static boolean switchFrom(Generation live, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(live.in("lock table {schema}.progress in share row exclusive mode"));
            var switched = statement.executeUpdate(
                            """
                            update read_model_generation
                            set active = '%3$s', switched_at = clock_timestamp()
                            where active = '%4$s'
                              and not exists (
                                  select
                                  from %1$s.progress as live left join %2$s.progress as rebuilt using (case_id)
                                  where rebuilt.version is null or rebuilt.version < live.version)
                            """.formatted(live.schema(), live.other().schema(), live.other(), live))
                    == 1;
            connection.commit();
            return switched;
        } catch (SQLException failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    record Current(Generation generation, Instant since) {}
}
