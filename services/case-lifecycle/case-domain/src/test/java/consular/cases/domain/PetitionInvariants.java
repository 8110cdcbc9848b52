package consular.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.PetitionStatusRecorded;
import consular.cases.domain.CaseEvent.VisaIssued;
import consular.cases.domain.petitions.PetitionStatus;
import java.util.List;

/** That no visa is issued on a petition that does not stand (R-TRM-17, R-OVC-06), told anew from the events alone. */
final class PetitionInvariants {
    private PetitionInvariants() {}

    /** Looks at each visa of the last decision: whatever came over the petition by a day, a later day took it back. */
    static void hold(List<RecordedEvent> history, int decided) {
        for (var i = decided; i < history.size(); i++) {
            if (history.get(i).event() instanceof VisaIssued visa) {
                var told = history.subList(0, i).stream()
                        .map(RecordedEvent::event)
                        .filter(PetitionStatusRecorded.class::isInstance)
                        .map(PetitionStatusRecorded.class::cast)
                        .toList();
                assertThat(told)
                        .as("what stands against %s", visa)
                        .noneMatch(it -> it.status() != PetitionStatus.REAFFIRMED
                                && told.stream()
                                        .noneMatch(later -> later.status() == PetitionStatus.REAFFIRMED
                                                && later.on().isAfter(it.on())));
            }
        }
    }
}
