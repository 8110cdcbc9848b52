package consular.cases.projections;

import consular.cases.application.CaseHistories;
import consular.cases.application.PlainCause;
import consular.cases.application.StoredEvent;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.CaseState.NotRegistered;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.Posts;
import consular.cases.projections.deadletters.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the rows of many cases up to date in the caller's transaction. A case is folded to whatever the log has by now,
 * so during a rebuild it is written once for all its events, and a later batch finds it done.
 */
final class ReadModelWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ReadModelWriter.class);

    private final AtomicLong failures = new AtomicLong();
    private final List<ReadModel<?>> models;
    private final CaseHistories histories;
    private final Posts posts;
    private final JdbcClient jdbc;
    private final TransactionTemplate savepoint;

    ReadModelWriter(
            List<? extends ReadModel<?>> models,
            CaseHistories histories,
            Posts posts,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.models = List.copyOf(models);
        this.histories = histories;
        this.posts = posts;
        this.jdbc = jdbc;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Writes the rows of every case that has not been seen at the wanted version. A case of which no rows can be made
     * stays as it was, unseen, and does not keep the others from being written.
     *
     * @param wanted the number of events that must be seen, by case
     * @return why no rows could be made of a case, by case
     * @throws IllegalStateException when the log has fewer events of a case than are wanted
     */
    Map<CaseId, RuntimeException> write(Map<CaseId, Long> wanted, Generation generation) {
        var behind = behind(wanted, generation);
        if (behind.isEmpty()) {
            return Map.of();
        }
        try {
            return writeNested(wanted, behind, generation);
        } catch (RuntimeException failure) {
            setAside(failure);
        }
        // One of them spoils what is done for all at once, such as a statement; so each for itself.
        var refused = new HashMap<CaseId, RuntimeException>();
        for (var caseId : behind) {
            try {
                refused.putAll(writeNested(wanted, List.of(caseId), generation));
            } catch (RuntimeException failure) {
                refused.putAll(counted(Map.of(caseId, setAside(failure))));
            }
        }
        return refused;
    }

    /** Writes these cases, but none for which a newer or equal version has been written. */
    void write(List<CaseFile> files, Generation generation) {
        write(files, generation, new HashMap<>());
    }

    private Map<CaseId, RuntimeException> writeNested(
            Map<CaseId, Long> wanted, Collection<CaseId> caseIds, Generation generation) {
        return counted(savepoint.execute(_ -> {
            var refused = new HashMap<CaseId, RuntimeException>();
            var left = new ArrayList<>(caseIds);
            histories.forEachPortion(caseIds, records -> {
                left.removeAll(records.keySet());
                write(fold(wanted, records, refused), generation, refused);
            });
            fold(wanted, left.stream().collect(Collectors.toMap(it -> it, _ -> List.of())), refused);
            return refused;
        }));
    }

    private void write(List<CaseFile> files, Generation generation, Map<CaseId, RuntimeException> refused) {
        var batch = models.stream().<Derived<?>>map(Derived::new).toList();
        var derivable = files.stream()
                .filter(file -> succeeds(file.caseId(), refused, () -> {
                    var post = postOf(file);
                    batch.forEach(derived -> derived.derive(file, post));
                }))
                .toList();
        var accepted = advance(derivable, generation);
        var fresh = derivable.stream()
                .map(CaseFile::caseId)
                .filter(caseId -> accepted.contains(caseId.value()))
                .toList();
        if (!fresh.isEmpty()) {
            replace(batch, fresh, generation);
        }
    }

    /** How often no rows could be made of a case. */
    long failures() {
        return failures.get();
    }

    private static boolean succeeds(CaseId caseId, Map<CaseId, RuntimeException> refused, Runnable derivation) {
        try {
            derivation.run();
            return true;
        } catch (RuntimeException failure) {
            refused.put(caseId, setAside(failure));
            return false;
        } catch (StackOverflowError tooDeep) {
            // of all errors the one that is the fault of a case
            refused.put(caseId, new IllegalStateException("the case goes too deep", tooDeep));
            return false;
        }
    }

    /** The failure, if it may be that of one case; else the batch has failed and is tried again. */
    private static RuntimeException setAside(RuntimeException failure) {
        if (failure instanceof HistoryBehind || !Fault.isOfTheEvent(failure)) {
            throw failure;
        }
        return failure;
    }

    /** What a failure says may hold personal data, which has no place in the service's own log. */
    private Map<CaseId, RuntimeException> counted(Map<CaseId, RuntimeException> refused) {
        failures.addAndGet(refused.size());
        refused.forEach((caseId, failure) -> LOG.error(
                "No rows can be made of case {}; it stays in the read models as it was: {}",
                caseId,
                PlainCause.of(failure).toString()));
        return refused;
    }

    /** Forgets everything, so that the log can be read from its beginning. */
    void clear(Generation generation) {
        var tables = models.stream()
                .map(model -> ", {schema}." + model.table())
                .collect(Collectors.joining("", "truncate {schema}.progress", ""));
        jdbc.sql(generation.in(tables)).update();
    }

    /** The version of a case that has been written; 0 if none has. */
    long seen(CaseId caseId, Generation generation) {
        return jdbc.sql(generation.in("select version from {schema}.progress where case_id = ?"))
                .param(caseId.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** In the order in which cases are claimed, also where that is done one by one. */
    private List<CaseId> behind(Map<CaseId, Long> wanted, Generation generation) {
        var cases = wanted.keySet().stream().map(CaseId::toString).toArray(String[]::new);
        var versions = wanted.values().stream().map(String::valueOf).toArray(String[]::new);
        return jdbc.sql(generation.in("""
            select wanted.case_id
            from unnest(?::uuid[], ?::bigint[]) as wanted (case_id, version)
            left join {schema}.progress as seen using (case_id)
            where seen.version is null or seen.version < wanted.version
            order by case_id
            """))
                .param(cases)
                .param(versions)
                .query((row, _) -> new CaseId(row.getObject("case_id", UUID.class)))
                .list();
    }

    private List<CaseFile> fold(
            Map<CaseId, Long> wanted, Map<CaseId, List<StoredEvent>> records, Map<CaseId, RuntimeException> refused) {
        var files = new ArrayList<CaseFile>(records.size());
        records.forEach((caseId, history) -> {
            if (history.size() < wanted.getOrDefault(caseId, 0L)) {
                throw new HistoryBehind(caseId);
            }
            succeeds(caseId, refused, () -> files.add(fold(history)));
        });
        return files;
    }

    private static CaseFile fold(List<StoredEvent> history) {
        return switch (CaseDecider.fold(
                history.stream().map(ReadModelWriter::recorded).toList())) {
            case CaseFile file -> file;
            case NotRegistered _ -> throw new IllegalStateException("a history begins with a registration");
        };
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

    /** One after the other on the server, but all in one round trip. */
    private void replace(List<Derived<?>> batch, List<CaseId> caseIds, Generation generation) {
        var ids = caseIds.stream().map(CaseId::toString).toArray(String[]::new);
        var statements = new StringJoiner(";\n");
        var parameters = new ArrayList<Object>();
        for (var derived : batch) {
            statements.add("delete from {schema}." + derived.model.table() + " where case_id = any (?::uuid[])");
            parameters.add(ids);
        }
        batch.forEach(derived -> derived.insert(caseIds, statements, parameters));
        jdbc.sql(generation.in(statements.toString())).params(parameters).update();
    }

    private Post postOf(CaseFile file) {
        return posts.find(file.post())
                .orElseThrow(() -> new IllegalStateException("case " + file.caseId() + " is at post " + file.post()
                        + ", which is not in the reference data"));
    }

    /** A case's history was read where it is not yet complete. */
    private static final class HistoryBehind extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        private HistoryBehind(CaseId caseId) {
            super("an event of case " + caseId
                    + " was delivered that its history does not have; read the history from the primary");
        }
    }

    /** The rows of one read model, by case. */
    private static final class Derived<R> {
        private final ReadModel<R> model;
        private final Map<CaseId, List<R>> rows = new HashMap<>();

        private Derived(ReadModel<R> model) {
            this.model = model;
        }

        private void derive(CaseFile file, Post post) {
            rows.put(file.caseId(), model.rows(file, post));
        }

        private void insert(List<CaseId> caseIds, StringJoiner statements, List<Object> parameters) {
            var inserted = rowsOf(caseIds);
            if (!inserted.isEmpty()) {
                statements.add(model.columns().insertInto(model.table()));
                parameters.addAll(model.columns().arrays(inserted));
            }
        }

        private List<R> rowsOf(List<CaseId> caseIds) {
            return caseIds.stream()
                    .flatMap(caseId -> rows.getOrDefault(caseId, List.of()).stream())
                    .toList();
        }
    }
}
