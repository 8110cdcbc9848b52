package consular.cases.application.letters;

import consular.cases.domain.CaseEvent;
import consular.cases.domain.CaseEvent.RegistrationReinstated;
import consular.cases.domain.CaseEvent.RegistrationTerminated;
import consular.cases.domain.CaseEvent.TerminationWarningSent;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.registration.NoticeIssuer;
import consular.cases.letters.document.LetterKind;
import consular.cases.letters.facts.LetterFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The letters about the registration, which is the principal's: the latest of each kind. */
final class RegistrationOccasions {
    private final List<RecordedEvent> history;
    private final CaseFile file;

    private RegistrationOccasions(List<RecordedEvent> history, CaseFile file) {
        this.history = history;
        this.file = file;
    }

    static Stream<Occasion> of(List<RecordedEvent> history, CaseFile file) {
        var occasions = new RegistrationOccasions(history, file);
        return Stream.of(occasions.warning(), occasions.termination(), occasions.reinstatement())
                .flatMap(Optional::stream);
    }

    private Optional<Occasion> warning() {
        return latest(TerminationWarningSent.class).map(line -> {
            var event = line.event();
            return new Occasion(
                    letter("termination-warning", LetterKind.TERMINATION_WARNING, line.on()),
                    head -> new LetterFacts.TerminationWarning(
                            head,
                            event.kind(),
                            event.anchor(),
                            event.terminateFrom().minusDays(1)));
        });
    }

    private Optional<Occasion> termination() {
        return latest(RegistrationTerminated.class).map(line -> {
            var event = line.event();
            return new Occasion(
                    letter("termination", LetterKind.TERMINATION, line.on()),
                    head -> new LetterFacts.Termination(
                            head,
                            event.kind(),
                            NoticeIssuer.of(event.kind()),
                            event.anchor(),
                            event.terminatedOn(),
                            event.reinstateBy(),
                            event.statutoryReinstateBy(),
                            file.isPetitionBased()));
        });
    }

    private Optional<Occasion> reinstatement() {
        return latest(RegistrationReinstated.class).flatMap(line -> {
            var event = line.event();
            return Folds.latest(history.subList(0, line.index()), RegistrationTerminated.class, _ -> true, file)
                    .map(terminated -> new Occasion(
                            letter("reinstatement", LetterKind.REINSTATEMENT, line.on()),
                            head -> new LetterFacts.Reinstatement(
                                    head,
                                    event.kind(),
                                    terminated.event().terminatedOn(),
                                    event.reinstatedOn(),
                                    event.terminateFrom().minusDays(1))));
        });
    }

    private <E extends CaseEvent> Optional<Folds.Line<E>> latest(Class<E> type) {
        return Folds.latest(history, type, _ -> true, file);
    }

    private CaseLetter letter(String letterId, LetterKind kind, LocalDate date) {
        return new CaseLetter(letterId, kind, null, file.principal().applicantId(), date);
    }
}
