package consular.cases.application;

import consular.cases.domain.CaseEvent.PersonalDataErased;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.privacy.ErasureLevel;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.InquirerDataErased;
import consular.ledger.postgres.secrets.Erasures;
import consular.ledger.postgres.secrets.Erasures.Level;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log, and carries out what was decided: an erasure takes effect after it is on record, and is done again from the
 * beginning when it was interrupted.
 */
@ProcessingGroup(ErasureKeeper.PROCESSOR)
class ErasureKeeper {
    static final String PROCESSOR = "erasures";

    private final Erasures erasures;
    private final List<PersonalDataPurge> purges;

    ErasureKeeper(Erasures erasures, List<PersonalDataPurge> purges) {
        this.erasures = erasures;
        this.purges = List.copyOf(purges);
    }

    @EventHandler
    void on(PersonalDataErased event, DomainEventMessage<?> message, TrackingToken token) {
        var caseId = CaseId.of(message.getAggregateIdentifier());
        var position = token.position().orElseThrow();
        erasures.erase(person(caseId, event.applicantId()), level(event.level()), position);
        erasures.forgetSnapshots(message.getAggregateIdentifier());
        for (var purge : purges) {
            purge.purge(caseId, event.applicantId());
        }
    }

    @EventHandler
    void on(InquirerDataErased event, TrackingToken token) {
        var stream = QuasiRefusalStreams.of(event.quasiRefusalId());
        erasures.erase(
                Persons.theInquirer(stream),
                level(event.level()),
                token.position().orElseThrow());
        erasures.forgetSnapshots(stream);
        for (var purge : purges) {
            purge.purge(event.quasiRefusalId());
        }
    }

    private static java.util.UUID person(CaseId caseId, @Nullable ApplicantId applicantId) {
        return applicantId == null ? Persons.theCase(caseId.toString()) : Persons.applicant(caseId, applicantId);
    }

    private static Level level(ErasureLevel level) {
        return switch (level) {
            case KEY -> Level.KEY;
            case CONTENT -> Level.CIPHERTEXT;
        };
    }
}
