package consular.cases.application;

import static org.axonframework.modelling.command.AggregateCreationPolicy.ALWAYS;
import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseEvent;
import consular.cases.domain.CaseState;
import consular.cases.domain.Decision;
import consular.cases.domain.EventSubjects;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.people.CaseId;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Joins the decider to Axon. It holds no rule: a line here that looks like one belongs in the domain.
 * Every command comes as a {@link Submission}, the first of a case within a {@link Registration}, so there is one way to
 * decide, and the compiler, not a naming convention, sees to it that each command is decided.
 */
@Aggregate(
        type = "case",
        commandTargetResolver = "caseTargetResolver",
        cache = CaseAggregate.CACHE,
        filterEventsByType = false)
class CaseAggregate {
    static final String CACHE = "caseCache";

    @AggregateIdentifier
    private @Nullable CaseId caseId;

    private CaseState state = CaseDecider.initialState();

    /** How much all its events say, in bytes; a node that comes later counts the same. */
    private long size;

    /** What the command at hand has appended so far; replaced by each command, and never shared. */
    private transient List<StoredEvent> appended = new ArrayList<>();

    CaseAggregate() {}

    @CommandHandler
    @CreationPolicy(ALWAYS)
    List<StoredEvent> register(Registration registration, CommandDesk desk) {
        return handle(registration.submission(), desk);
    }

    /** The version is checked by the decider, which Axon leaves out where it may create. */
    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    List<StoredEvent> handle(Submission submission, CommandDesk desk) {
        var current = caseId == null ? null : state;
        return switch (desk.decide(submission, state)) {
            case Decision.Accepted(var events) -> {
                if (events.isEmpty()) {
                    desk.ensureFresh(submission.caseId(), current);
                } else {
                    desk.ensureRoom(submission.command(), state, size);
                }
                desk.claimKey(submission, events);
                yield append(events);
            }
            case Decision.Rejected(var rejection) -> {
                desk.ensureFresh(submission.caseId(), current);
                throw new CommandFailure.Rejected(rejection, false);
            }
            case Decision.Malformed(var pointer, var detail) -> {
                desk.ensureFresh(submission.caseId(), current);
                throw current == null && !submission.isRegistration()
                        ? new CommandFailure.NoSuchCase()
                        : new CommandFailure.Malformed(pointer, detail);
            }
            case Decision.Stale(var expected, var actual) -> {
                desk.ensureFresh(submission.caseId(), current);
                throw new CommandFailure.VersionMismatch(expected, actual);
            }
        };
    }

    private List<StoredEvent> append(List<RecordedEvent> events) {
        appended = new ArrayList<>(events.size());
        for (var line : events) {
            AggregateLifecycle.apply(
                    line.event(), Stamps.write(line.stamp(), EventSubjects.unnamed(line.event(), state)));
        }
        CaseCache.noteSize(size);
        return List.copyOf(appended);
    }

    @EventSourcingHandler
    void on(CaseEvent event, DomainEventMessage<?> message, CommandDesk desk) {
        if (event instanceof CaseEvent.CaseRegistered registered) {
            caseId = registered.caseId();
        }
        var stamp = Stamps.read(message.getSequenceNumber(), message.getMetaData());
        state = CaseDecider.evolve(state, event, stamp);
        size += desk.size(message);
        if (caseId != null && AggregateLifecycle.isLive()) {
            appended.add(new StoredEvent(caseId, message.getIdentifier(), event, stamp, null));
        }
    }
}
