package consular.cases.projections;

import consular.cases.application.CaseHistories;
import consular.cases.application.StoredEvent;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.CaseState.NotRegistered;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.Posts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the rows of many cases up to date in the caller's transaction. A case is folded to whatever the log has by now,
 * so during a rebuild it is written once for all its events, and a later batch finds it done.
 */
final class ReadModelWriter {
    private final List<ReadModel<?>> models;
    private final CaseHistories histories;
    private final Posts posts;
    private final JdbcClient jdbc;

    ReadModelWriter(List<? extends ReadModel<?>> models, CaseHistories histories, Posts posts, JdbcClient jdbc) {
        this.models = List.copyOf(models);
        this.histories = histories;
        this.posts = posts;
        this.jdbc = jdbc;
    }

    /**
     * Writes the rows of every case that has not been seen at the wanted version.
     *
     * @param wanted the number of events that must be seen, by case
     * @throws IllegalStateException when the log has fewer events of a case than are wanted, or a case is at a post that
     *     is not in the reference data
     */
    void write(Map<CaseId, Long> wanted, Generation generation) {
        var behind = behind(wanted, generation);
        if (!behind.isEmpty()) {
            write(fold(wanted, behind), generation);
        }
    }

    /** Writes these cases, but none for which a newer or equal version has been written. */
    void write(List<CaseFile> files, Generation generation) {
        var accepted = advance(files, generation);
        var fresh = files.stream()
                .filter(file -> accepted.contains(file.caseId().value()))
                .toList();
        if (!fresh.isEmpty()) {
            models.forEach(model -> replace(model, fresh, generation));
        }
    }

    /** Forgets everything, so that the log can be read from its beginning. */
    void clear(Generation generation) {
        var tables = models.stream()
                .map(model -> ", {schema}." + model.table())
                .collect(Collectors.joining("", "truncate {schema}.progress", ""));
        jdbc.sql(generation.in(tables)).update();
    }

    private Set<CaseId> behind(Map<CaseId, Long> wanted, Generation generation) {
        var cases = wanted.keySet().stream().map(CaseId::toString).toArray(String[]::new);
        var versions = wanted.values().stream().map(String::valueOf).toArray(String[]::new);
        return jdbc.sql(generation.in("""
            select wanted.case_id
            from unnest(?::uuid[], ?::bigint[]) as wanted (case_id, version)
            left join {schema}.progress as seen using (case_id)
            where seen.version is null or seen.version < wanted.version
            """))
                .param(cases)
                .param(versions)
                .query((row, _) -> new CaseId(row.getObject("case_id", UUID.class)))
                .set();
    }

    private List<CaseFile> fold(Map<CaseId, Long> wanted, Collection<CaseId> caseIds) {
        var found = histories.of(caseIds);
        var files = new ArrayList<CaseFile>(caseIds.size());
        for (var caseId : caseIds) {
            var history = found.getOrDefault(caseId, List.of());
            switch (CaseDecider.fold(
                    history.stream().map(ReadModelWriter::recorded).toList())) {
                case CaseFile file when file.version() >= wanted.getOrDefault(caseId, 0L) -> files.add(file);
                case CaseFile _, NotRegistered _ ->
                    throw new IllegalStateException("an event of case " + caseId
                            + " was delivered that its history does not have; read the history from the primary");
            }
        }
        return files;
    }

    private static RecordedEvent recorded(StoredEvent stored) {
        return new RecordedEvent(stored.event(), stored.stamp());
    }

    /**
     * Claims the cases for this transaction and says which may be written. Whoever comes second waits for the first and
     * then finds its version; that is what keeps an older fold from overwriting a newer one. The order of the rows keeps
     * two such batches from waiting for each other.
     */
    private Set<UUID> advance(List<CaseFile> files, Generation generation) {
        return jdbc.sql(generation.in("""
            insert into {schema}.progress as seen (case_id, version)
            select case_id, version
            from unnest(?::uuid[], ?::bigint[]) as folded (case_id, version)
            order by case_id
            on conflict (case_id) do update set version = excluded.version
            where seen.version < excluded.version
            returning case_id
            """))
                .param(files.stream().map(file -> file.caseId().toString()).toArray(String[]::new))
                .param(files.stream()
                        .map(file -> String.valueOf(file.version()))
                        .toArray(String[]::new))
                .query((row, _) -> row.getObject("case_id", UUID.class))
                .set();
    }

    private <R> void replace(ReadModel<R> model, List<CaseFile> files, Generation generation) {
        jdbc.sql(generation.in("delete from {schema}." + model.table() + " where case_id = any (?::uuid[])"))
                .param(files.stream().map(file -> file.caseId().toString()).toArray(String[]::new))
                .update();
        var rows = files.stream()
                .flatMap(file -> model.rows(file, postOf(file)).stream())
                .toList();
        if (!rows.isEmpty()) {
            jdbc.sql(generation.in(model.insert()))
                    .params(model.columns().arrays(rows))
                    .update();
        }
    }

    private Post postOf(CaseFile file) {
        return posts.find(file.post())
                .orElseThrow(() -> new IllegalStateException("case " + file.caseId() + " is at post " + file.post()
                        + ", which is not in the reference data"));
    }
}
