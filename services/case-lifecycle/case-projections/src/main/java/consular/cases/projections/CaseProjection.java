package consular.cases.projections;

import consular.cases.application.TriedAgain;
import consular.cases.domain.CaseEvent;
import consular.cases.domain.people.CaseId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Notes which cases a batch of events touches and has them written once, before the batch commits. It never asks for the
 * payload, which the log's reader then need not decode: the case is folded from its history.
 */
final class CaseProjection {
    private final CaseIntake intake;
    private final Arrivals arrivals;
    private final String touchedCases;

    CaseProjection(Generation generation, CaseIntake intake, Arrivals arrivals) {
        this.intake = intake;
        this.arrivals = arrivals;
        this.touchedCases = CaseProjection.class.getName() + "." + generation;
    }

    @EventHandler(payloadType = CaseEvent.class)
    void on(DomainEventMessage<?> event, UnitOfWork<?> unitOfWork) {
        touchedIn(unitOfWork.root())
                .computeIfAbsent(CaseId.of(event.getAggregateIdentifier()), _ -> new ArrayList<>())
                .add(event);
    }

    private Map<CaseId, List<DomainEventMessage<?>>> touchedIn(UnitOfWork<?> batch) {
        return batch.getOrComputeResource(touchedCases, _ -> {
            Map<CaseId, List<DomainEventMessage<?>>> touched = new HashMap<>();
            batch.onPrepareCommit(_ -> TriedAgain.after(() -> intake.take(touched)));
            batch.afterCommit(_ -> arrivals.arrived(touched.keySet()));
            return touched;
        });
    }
}
