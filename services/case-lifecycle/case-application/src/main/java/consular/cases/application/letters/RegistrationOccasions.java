package consular.cases.application.letters;

import consular.cases.domain.CaseEvent;
import consular.cases.domain.CaseEvent.RegistrationReinstated;
import consular.cases.domain.CaseEvent.RegistrationTerminated;
import consular.cases.domain.CaseEvent.TerminationWarningSent;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.TerminationClock;
import consular.cases.domain.registration.NoticeIssuer;
import consular.cases.letters.document.LetterKind;
import consular.cases.letters.facts.LetterFacts;
import consular.cases.letters.facts.LetterHead;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
        return latest(history, TerminationWarningSent.class).map(line -> {
            var event = line.event();
            var year = YearsToAct.of(event.kind(), event.anchor(), line.then());
            return occasion(
                    "termination-warning",
                    LetterKind.TERMINATION_WARNING,
                    line,
                    warnedOn(line),
                    head -> new LetterFacts.TerminationWarning(
                            head, year, event.terminateFrom().minusDays(1)));
        });
    }

    /** The clock, and with it the day of its warning, keeps the days of the post at which it began. */
    private static LocalDate warnedOn(Folds.Line<TerminationWarningSent> line) {
        return TerminationClock.of(line.then()).stream()
                .filter(clock -> clock.kind() == line.event().kind())
                .map(clock -> clock.cause().dayOf(line.effectiveAt()))
                .findFirst()
                .orElseGet(line::on);
    }

    private Optional<Occasion> termination() {
        return latest(history, RegistrationTerminated.class).map(line -> {
            var event = line.event();
            var year = YearsToAct.of(event.kind(), event.anchor(), line.then());
            return occasion(
                    "termination",
                    LetterKind.TERMINATION,
                    line,
                    event.terminatedOn(),
                    head -> new LetterFacts.Termination(
                            head,
                            NoticeIssuer.of(event.kind()),
                            year,
                            event.terminatedOn(),
                            event.reinstateBy(),
                            event.statutoryReinstateBy(),
                            file.isPetitionBased()));
        });
    }

    private Optional<Occasion> reinstatement() {
        return latest(history, RegistrationReinstated.class).flatMap(line -> {
            var event = line.event();
            return latest(history.subList(0, line.index()), RegistrationTerminated.class)
                    .map(terminated -> occasion(
                            "reinstatement",
                            LetterKind.REINSTATEMENT,
                            line,
                            event.reinstatedOn(),
                            head -> new LetterFacts.Reinstatement(
                                    head,
                                    event.kind(),
                                    terminated.event().terminatedOn(),
                                    event.reinstatedOn(),
                                    event.terminateFrom().minusDays(1))));
        });
    }

    private static <E extends CaseEvent> Optional<Folds.Line<E>> latest(List<RecordedEvent> history, Class<E> type) {
        return Folds.latest(history, type, _ -> true);
    }

    private Occasion occasion(
            String letterId,
            LetterKind kind,
            Folds.Line<?> line,
            LocalDate date,
            Function<LetterHead, LetterFacts> facts) {
        var letter = new CaseLetter(letterId, kind, null, file.principal().applicantId(), date);
        return new Occasion(letter, line.post(), facts);
    }
}
