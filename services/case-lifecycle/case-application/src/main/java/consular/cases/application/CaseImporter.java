package consular.cases.application;

import consular.cases.domain.law.Policy;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.Posts;
import consular.ledger.postgres.ValueTaken;
import consular.ledger.postgres.secrets.PersonErased;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides many cases at once and appends them together, past the command bus: nobody waits for a single one of these acts. Where
 * somebody else wrote to one of the cases first, each is decided anew by itself.
 */
@Component
final class CaseImporter implements CaseImports {
    private static final int ATTEMPTS = 20;

    private final CaseHistories histories;
    private final CaseNumbers numbers;
    private final EventStore store;
    private final Clock clock;
    private final Posts posts;
    private final Policy policy;
    private final CaseBudget budget;

    CaseImporter(
            CaseHistories histories,
            CaseNumbers numbers,
            EventStore store,
            Clock clock,
            Posts posts,
            Policy policy,
            CaseBudget budget) {
        this.histories = histories;
        this.numbers = numbers;
        this.store = store;
        this.clock = clock;
        this.posts = posts;
        // a share of what is decided from now on is reviewed, and not of what was decided long ago
        this.policy = policy.withoutSelection();
        this.budget = budget;
    }

    @Override
    public List<Outcome> take(List<Row> rows, Source source) {
        var byCase = byCase(rows);
        var cases = decide(byCase, source);
        if (!isAppended(cases.values())) {
            cases.replaceAll((number, _) -> alone(number, byCase.getOrDefault(number, List.of()), source));
        }
        return outcomes(byCase, cases, rows.size());
    }

    @Override
    public List<Outcome> tryOut(List<Row> rows, Source source) {
        var byCase = byCase(rows);
        return outcomes(byCase, decide(byCase, source), rows.size());
    }

    /** A row and its place among all. */
    private record Placed(int place, Row row) {}

    private static Map<String, List<Placed>> byCase(List<Row> rows) {
        var byCase = new LinkedHashMap<String, List<Placed>>();
        for (var place = 0; place < rows.size(); place++) {
            var row = rows.get(place);
            byCase.computeIfAbsent(row.caseNumber().toUpperCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(new Placed(place, row));
        }
        return byCase;
    }

    private Map<String, ImportedCase> decide(Map<String, List<Placed>> byCase, Source source) {
        var ids = numbers.withNumbers(byCase.keySet());
        var found = histories.of(ids.values());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var cases = new LinkedHashMap<String, ImportedCase>();
        byCase.forEach((number, rows) -> cases.put(number, decided(ids.get(number), found, rows, source, now)));
        return cases;
    }

    private ImportedCase decided(
            @Nullable CaseId known,
            Map<CaseId, List<StoredEvent>> found,
            List<Placed> rows,
            Source source,
            Instant now) {
        var caseId = known == null ? new CaseId(UUID.randomUUID()) : known;
        var decided =
                new ImportedCase(caseId, found.getOrDefault(caseId, List.of()), source, posts, policy, budget, now);
        decided.decide(rows.stream().map(Placed::row).toList());
        return decided;
    }

    /** Decides and appends one case, again and again while others write first. */
    private ImportedCase alone(String number, List<Placed> rows, Source source) {
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var decided = decide(Map.of(number, rows), source).values();
            if (isAppended(decided)) {
                return decided.iterator().next();
            }
        }
        throw new CommandFailure.ConcurrentModification();
    }

    /** Appends all of them or none. */
    private boolean isAppended(Collection<ImportedCase> cases) {
        var messages = cases.stream().flatMap(it -> it.messages().stream()).toList();
        if (messages.isEmpty()) {
            return true;
        }
        try {
            DefaultUnitOfWork.startAndGet(new GenericMessage<>("import")).execute(() -> {
                for (var each : cases) {
                    var number = each.number();
                    if (number != null) {
                        numbers.take(number, each.caseId());
                    }
                }
                store.publish(messages);
            });
            return true;
        } catch (ConcurrencyException | AggregateStreamCreationException | ValueTaken | PersonErased _) {
            // somebody else was there first
            return false;
        }
    }

    private static List<Outcome> outcomes(Map<String, List<Placed>> byCase, Map<String, ImportedCase> cases, int rows) {
        var outcomes = new Outcome[rows];
        byCase.forEach((number, placed) -> {
            var decided = cases.get(number);
            for (var each = 0; each < placed.size() && decided != null; each++) {
                outcomes[placed.get(each).place()] = decided.outcomes().get(each);
            }
        });
        return List.of(outcomes);
    }
}
