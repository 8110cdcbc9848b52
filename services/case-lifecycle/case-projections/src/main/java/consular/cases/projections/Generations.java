package consular.cases.projections;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** The reference data with which the generation that serves was built; null before anybody has said. */
    @Nullable
    String edition() {
        return jdbc.sql("select reference_data from read_model_generation")
                .query((row, _) -> Optional.ofNullable(row.getString("reference_data")))
                .single()
                .orElse(null);
    }

    /** Says what it was built with, unless somebody else has said otherwise since. */
    boolean replaceEdition(@Nullable String before, String edition) {
        return jdbc.sql("update read_model_generation set reference_data = ? where reference_data is not"
                                + " distinct from ?")
                        .param(edition)
                        .param(before)
                        .update()
                == 1;
    }

    /**
     * Lets the other generation serve, unless it has yet to see something that this one has seen. Nobody who has read
     * their own write is sent back before it: no write reaches the one that serves between the check and the switch. A case
     * with a dead letter in the one that serves is known to be in need of mending, and holds up nobody else.
     *
     * @param edition the reference data with which the other was built
     * @param connection in no transaction; one is begun and ended here
     * @return whether the other one serves now
     */
    static boolean switchFrom(Generation live, String edition, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement();
                var change = connection.prepareStatement(
                        """
                        update read_model_generation
                        set active = '%3$s', switched_at = clock_timestamp(), reference_data = ?
                        where active = '%4$s'
                          and not exists (
                              select
                              from %1$s.progress as live left join %2$s.progress as rebuilt using (case_id)
                              where (rebuilt.version is null or rebuilt.version < live.version)
                                and not exists (
                                    select from dead_letter_entry
                                    where processor = '%5$s' and sequence_identifier = live.case_id::text))
                        """.formatted(live.schema(), live.other().schema(), live.other(), live, live.processor()))) {
            statement.execute(live.in("lock table {schema}.progress in share row exclusive mode"));
            change.setString(1, edition);
            var switched = change.executeUpdate() == 1;
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
