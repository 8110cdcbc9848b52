package consular.cases.application;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import consular.cases.domain.quasirefusals.QuasiRefusalDecider;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Accepted;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Malformed;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Rejected;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Stale;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent;
import consular.cases.domain.quasirefusals.QuasiRefusalState;
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

/** Joins the decider of inquiries without a formal application to Axon, as {@link CaseAggregate} does that of cases. */
@Aggregate(type = "inquiry", commandTargetResolver = "caseTargetResolver", filterEventsByType = false)
class QuasiRefusalAggregate {
    @AggregateIdentifier
    private @Nullable String streamId;

    private QuasiRefusalState state = QuasiRefusalDecider.initialState();

    private transient List<StoredQuasiRefusalEvent> appended = new ArrayList<>();

    QuasiRefusalAggregate() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    List<StoredQuasiRefusalEvent> handle(QuasiRefusalSubmission submission, QuasiRefusalDesk desk) {
        return switch (desk.decide(submission, state)) {
            case Accepted accepted -> {
                var lines = desk.stamped(submission, state, accepted);
                desk.claimKey(submission, lines);
                yield append(lines);
            }
            case Rejected(var rejection) -> throw new CommandFailure.Rejected(rejection, false);
            case Malformed(var pointer, var detail) -> throw new CommandFailure.Malformed(pointer, detail);
            case Stale(var expected, var actual) -> throw new CommandFailure.VersionMismatch(expected, actual);
        };
    }

    private List<StoredQuasiRefusalEvent> append(List<QuasiRefusalDesk.Stamped> lines) {
        appended = new ArrayList<>(lines.size());
        for (var stamped : lines) {
            AggregateLifecycle.apply(stamped.line().event(), Stamps.write(stamped.stamp()));
        }
        return List.copyOf(appended);
    }

    @EventSourcingHandler
    void on(QuasiRefusalEvent event, DomainEventMessage<?> message) {
        if (event instanceof QuasiRefusalEvent.InquiryReceived) {
            streamId = QuasiRefusalStreams.of(event.quasiRefusalId());
        }
        var stamp = Stamps.read(message.getSequenceNumber(), message.getMetaData());
        state = QuasiRefusalDecider.evolve(state, event, stamp.effectiveAt());
        if (streamId != null && AggregateLifecycle.isLive()) {
            appended.add(
                    new StoredQuasiRefusalEvent(event.quasiRefusalId(), message.getIdentifier(), event, stamp, null));
        }
    }
}
