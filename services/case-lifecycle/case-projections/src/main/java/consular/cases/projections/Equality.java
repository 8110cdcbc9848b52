package consular.cases.projections;

import consular.cases.domain.people.CaseId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the rows of two generations, case by case. Rows can only be expected to agree where both rest on the same
 * number of events; a case that is just changing is looked at again.
 */
final class Equality {
    private static final int ATTEMPTS = 20;
    private static final int PAUSE_MILLIS = 100;
    private static final int EXAMPLES = 10;

    private final List<String> tables;
    private final JdbcClient jdbc;
    private final TransactionTemplate oneSnapshot;

    Equality(List<? extends ReadModel<?>> models, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.tables = models.stream().map(ReadModel::table).sorted().toList();
        this.jdbc = jdbc;
        this.oneSnapshot = new TransactionTemplate(transactions);
        this.oneSnapshot.setReadOnly(true);
        // The tables and how far they are must be seen at one moment.
        this.oneSnapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    EqualityReport compare(Generation live, Generation rebuilt) throws InterruptedException {
        var differences = new LinkedHashMap<String, Long>();
        tables.forEach(table -> differences.put(table, 0L));
        var examples = new ArrayList<CaseId>();
        var cases = 0L;
        String @Nullable [] open = null;
        for (var attempt = 0; attempt < ATTEMPTS && (open == null || open.length > 0); attempt++) {
            if (attempt > 0) {
                Thread.sleep(PAUSE_MILLIS);
            }
            var among = open;
            var seen = oneSnapshot.execute(_ -> look(live, rebuilt, among));
            cases += seen.settled();
            seen.differing().forEach((table, found) -> {
                differences.merge(table, (long) found.size(), Long::sum);
                examples.addAll(found);
            });
            open = seen.open().stream().map(UUID::toString).toArray(String[]::new);
        }
        var unsettled = open == null ? new String[0] : open;
        for (var caseId : unsettled) {
            examples.add(CaseId.of(caseId));
        }
        return new EqualityReport(
                cases,
                unsettled.length,
                rows(rebuilt),
                differences,
                examples.stream().distinct().limit(EXAMPLES).toList());
    }

    /** The number of rows in each table. */
    Map<String, Long> rows(Generation generation) {
        var rows = new HashMap<String, Long>();
        tables.forEach(table -> rows.put(table, count(generation, table)));
        return rows;
    }

    long cases(Generation generation) {
        return count(generation, "progress");
    }

    private long count(Generation generation, String table) {
        return jdbc.sql(generation.in("select count(*) from {schema}." + table))
                .query(Long.class)
                .single();
    }

    private Look look(Generation live, Generation rebuilt, String @Nullable [] among) {
        var differing = new LinkedHashMap<String, List<CaseId>>();
        tables.forEach(table -> differing.put(table, differing(table, live, rebuilt, among)));
        var settled = jdbc.sql(between(live, rebuilt, """
            select count(*)
            from {live}.progress join {rebuilt}.progress using (case_id, version)
            where ?::uuid[] is null or case_id = any (?::uuid[])
            """))
                .params(Arrays.asList(among, among))
                .query(Long.class)
                .single();
        var open = jdbc.sql(between(live, rebuilt, """
            select case_id
            from {live}.progress as live full join {rebuilt}.progress as rebuilt using (case_id)
            where live.version is distinct from rebuilt.version
              and (?::uuid[] is null or case_id = any (?::uuid[]))
            """))
                .params(Arrays.asList(among, among))
                .query((row, _) -> row.getObject("case_id", UUID.class))
                .list();
        return new Look(settled, differing, open);
    }

    private List<CaseId> differing(String table, Generation live, Generation rebuilt, String @Nullable [] among) {
        return jdbc.sql(between(live, rebuilt, """
            with settled as materialized (
                select case_id
                from {live}.progress join {rebuilt}.progress using (case_id, version)
                where ?::uuid[] is null or case_id = any (?::uuid[])
            ),
            expected as materialized (
                select rebuilt.* from {rebuilt}.{table} as rebuilt join settled using (case_id)
            ),
            found as materialized (
                select live.* from {live}.{table} as live join settled using (case_id)
            )
            select case_id from (table expected except all table found) as missing
            union
            select case_id from (table found except all table expected) as superfluous
            """).replace("{table}", table))
                .params(Arrays.asList(among, among))
                .query((row, _) -> new CaseId(row.getObject("case_id", UUID.class)))
                .list();
    }

    private static String between(Generation live, Generation rebuilt, String sql) {
        return sql.replace("{live}", live.schema()).replace("{rebuilt}", rebuilt.schema());
    }

    /**
     * What one look found.
     *
     * @param settled how many cases were at the same version on both sides
     * @param open the others
     */
    private record Look(long settled, Map<String, List<CaseId>> differing, List<UUID> open) {}
}
