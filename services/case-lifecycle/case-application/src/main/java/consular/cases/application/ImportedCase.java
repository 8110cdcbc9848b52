package consular.cases.application;

import consular.cases.application.CaseImports.Outcome;
import consular.cases.application.CaseImports.Row;
import consular.cases.application.CaseImports.Source;
import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseCommand.AcknowledgeClassEntry;
import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.CaseCommand.TransferCase;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseEvent.VisaRefused;
import consular.cases.domain.CaseState;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.CommandContext;
import consular.cases.domain.Decision;
import consular.cases.domain.EventSubjects;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.law.Policy;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.Posts;
import consular.cases.domain.refusals.ClassEntryState;
import consular.cases.domain.refusals.ClassMessage;
import consular.cases.domain.refusals.RefusalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * One case of an import: its rows decided one after the other, and what is to be appended. Nothing is stored here, so it can be
 * made anew when somebody else wrote first.
 */
final class ImportedCase {
    private static final String TYPE = "case";

    private final CaseId caseId;
    private final Source source;
    private final Posts posts;
    private final Policy policy;
    private final CaseBudget budget;
    private final Instant recordedAt;

    /** The version after each row that is in the record. */
    private final Map<String, Long> known = new HashMap<>();

    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<DomainEventMessage<?>> messages = new ArrayList<>();
    private final Set<RefusalId> refusals = new HashSet<>();
    private CaseState state = CaseDecider.initialState();
    private @Nullable String number;

    /** @param history the case as the log has it; empty for one that is to be registered */
    ImportedCase(
            CaseId caseId,
            List<StoredEvent> history,
            Source source,
            Posts posts,
            Policy policy,
            CaseBudget budget,
            Instant recordedAt) {
        this.caseId = caseId;
        this.source = source;
        this.posts = posts;
        this.policy = policy;
        this.budget = budget;
        this.recordedAt = recordedAt;
        for (var event : history) {
            state = CaseDecider.evolve(state, event.event(), event.stamp());
            var mark = event.imported();
            if (mark != null) {
                known.put(mark.row(), event.stamp().sequence() + 1);
            }
        }
    }

    /** What is to be appended; empty if no row adds anything. */
    List<DomainEventMessage<?>> messages() {
        return messages;
    }

    /** The number that its registration takes; null if it is registered. */
    @Nullable
    String number() {
        return number;
    }

    CaseId caseId() {
        return caseId;
    }

    /** What became of the rows so far, in their order. */
    List<Outcome> outcomes() {
        return outcomes;
    }

    void decide(List<Row> rows) {
        rows.forEach(row -> outcomes.add(decide(row)));
        if (source.toldClass()) {
            acknowledgeEntries();
        }
    }

    private Outcome decide(Row row) {
        var version = known.get(row.key());
        if (version != null) {
            return new Outcome.Accepted(caseId, version, true);
        }
        if (state instanceof CaseState.NotRegistered && !(row.command() instanceof RegisterCase)) {
            return new Outcome.NoSuchCase();
        }
        // whoever has the number already is another case to a registration
        var before = row.command() instanceof RegisterCase ? CaseDecider.initialState() : state;
        return switch (CaseDecider.decide(row.command(), before, context(row))) {
            case Decision.Accepted(var _)
            when !budget.hasRoom(row.command(), version(), 0) ->
                new Outcome.Malformed("/caseNumber", "the case has as many events as it may have");
            case Decision.Accepted(var events) -> {
                if (row.command() instanceof RegisterCase register) {
                    number = register.caseNumber();
                }
                append(events, new ImportMark(source.importId(), row.key(), source.by()));
                known.put(row.key(), version());
                yield new Outcome.Accepted(caseId, version(), false);
            }
            case Decision.Rejected(var rejection) -> new Outcome.Rejected(rejection);
            case Decision.Malformed(var pointer, var detail) -> new Outcome.Malformed(pointer, detail);
            case Decision.Stale stale -> throw new IllegalStateException("no row expects a version: " + stale);
        };
    }

    private long version() {
        return state instanceof CaseFile file ? file.version() : 0;
    }

    private CommandContext context(Row row) {
        return new CommandContext(
                caseId,
                row.actor(),
                post(row.command()),
                row.effectiveAt(),
                recordedAt,
                row.lateEntryReason(),
                null,
                row.command() instanceof TransferCase transfer
                        ? posts.find(transfer.toPost()).orElse(null)
                        : null,
                state instanceof CaseFile,
                policy,
                null);
    }

    private @Nullable Post post(CaseCommand command) {
        if (command instanceof RegisterCase register) {
            return posts.find(register.post()).orElse(null);
        }
        return state instanceof CaseFile file ? posts.find(file.post()).orElseThrow() : null;
    }

    private void append(List<RecordedEvent> events, ImportMark mark) {
        for (var line : events) {
            var subject = EventSubjects.unnamed(line.event(), state);
            messages.add(new GenericDomainEventMessage<>(
                    TYPE,
                    caseId.toString(),
                    line.stamp().sequence(),
                    line.event(),
                    Stamps.mark(Stamps.write(line.stamp(), subject), mark)));
            state = CaseDecider.evolve(state, line.event(), line.stamp());
            if (line.event() instanceof VisaRefused refused) {
                refusals.add(refused.refusalId());
            }
        }
    }

    /** Of the refusals that these rows brought, and of no other, CLASS knows. */
    private void acknowledgeEntries() {
        if (!(state instanceof CaseFile file)) {
            return;
        }
        file.refusals()
                .filter(refusal -> refusals.contains(refusal.refusalId())
                        && refusal.classEntry().state() == ClassEntryState.QUEUED)
                .forEach(refusal -> acknowledge(file, refusal.refusalId()));
    }

    private void acknowledge(CaseFile file, RefusalId refusalId) {
        var context = new CommandContext(
                caseId,
                Actor.SERVICE,
                posts.find(file.post()).orElseThrow(),
                null,
                recordedAt,
                null,
                null,
                null,
                false,
                policy,
                null);
        var command = new AcknowledgeClassEntry(refusalId, ClassMessage.ENTRY);
        if (CaseDecider.decide(command, state, context) instanceof Decision.Accepted(var events)) {
            append(events, new ImportMark(source.importId(), "told-class-" + refusalId, source.by()));
        }
    }
}
