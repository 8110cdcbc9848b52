package consular.cases.projections;

import consular.cases.domain.CaseEvent;
import consular.cases.domain.people.CaseId;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Notes which cases a batch of events touches and has them written once, before the batch commits. It never asks for the
 * payload, which the log's reader then need not decode: the case is folded from its history.
 */
final class CaseProjection {
    private final Generation generation;
    private final ReadModelWriter writer;
    private final Arrivals arrivals;
    private final String touchedCases;

    CaseProjection(Generation generation, ReadModelWriter writer, Arrivals arrivals) {
        this.generation = generation;
        this.writer = writer;
        this.arrivals = arrivals;
        this.touchedCases = CaseProjection.class.getName() + "." + generation;
    }

    @EventHandler(payloadType = CaseEvent.class)
    void on(DomainEventMessage<?> event, UnitOfWork<?> unitOfWork) {
        touchedIn(unitOfWork.root())
                .merge(CaseId.of(event.getAggregateIdentifier()), event.getSequenceNumber() + 1, Math::max);
    }

    private Map<CaseId, Long> touchedIn(UnitOfWork<?> batch) {
        return batch.getOrComputeResource(touchedCases, _ -> {
            Map<CaseId, Long> touched = new HashMap<>();
            batch.onPrepareCommit(_ -> writer.write(touched, generation));
            batch.afterCommit(_ -> arrivals.arrived(touched.keySet()));
            return touched;
        });
    }
}
