package consular.cases.application.letters;

import consular.cases.domain.CaseEvent;
import consular.cases.domain.CaseEvent.RegistrationReinstated;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.EventByTime.TerminationWarningSent;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.TerminationClock;
import consular.cases.domain.TerminationDays;
import consular.cases.domain.petitions.PetitionStatus;
import consular.cases.domain.registration.NoticeIssuer;
import consular.cases.letters.document.LetterKind;
import consular.cases.letters.facts.LetterFacts;
import consular.cases.letters.facts.LetterHead;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The letters about the registration, which is the principal's, as they were issued. */
final class RegistrationOccasions {
    private final List<RecordedEvent> history;
    private final CaseFile file;

    private RegistrationOccasions(List<RecordedEvent> history, CaseFile file) {
        this.history = history;
        this.file = file;
    }

    static Stream<Occasion> of(List<RecordedEvent> history, CaseFile file) {
        var occasions = new RegistrationOccasions(history, file);
        return Stream.of(occasions.warnings(), occasions.terminations(), occasions.reinstatements())
                .flatMap(Function.identity());
    }

    private Stream<Occasion> warnings() {
        return occasions(TerminationWarningSent.class, (line, issue) -> {
            var event = line.event();
            var year = YearsToAct.of(event.kind(), event.anchor(), line.then());
            return occasion(
                    "termination-warning",
                    issue,
                    LetterKind.TERMINATION_WARNING,
                    line,
                    TerminationDays.of(event.kind(), line.effectiveAt(), line.then()),
                    head -> new LetterFacts.TerminationWarning(
                            head, year, event.terminateFrom().minusDays(1)));
        });
    }

    private Stream<Occasion> terminations() {
        return occasions(RegistrationTerminated.class, (line, issue) -> {
            var event = line.event();
            var year = YearsToAct.of(event.kind(), event.anchor(), line.then());
            return occasion(
                    "termination",
                    issue,
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
                            line.then().isPetitionBased()));
        });
    }

    private Stream<Occasion> reinstatements() {
        return occasions(RegistrationReinstated.class, (line, issue) -> {
            var event = line.event();
            var terminated = all(history.subList(0, line.index()), RegistrationTerminated.class)
                    .getLast();
            return occasion(
                    "reinstatement",
                    issue,
                    LetterKind.REINSTATEMENT,
                    line,
                    event.reinstatedOn(),
                    head -> new LetterFacts.Reinstatement(
                            head,
                            event.kind(),
                            terminated.event().terminatedOn(),
                            event.reinstatedOn(),
                            TerminationClock.running(line.then())
                                    .map(TerminationClock::lastDay)
                                    .orElse(null),
                            isPetitionInForce(line.then())));
        });
    }

    /** A reinstatement gives back what the termination took, and no more. */
    private static boolean isPetitionInForce(CaseFile then) {
        return then.isPetitionBased()
                && then.petitionFacts()
                        .standing()
                        .filter(fact -> fact.status() != PetitionStatus.REAFFIRMED)
                        .isEmpty();
    }

    private <E extends CaseEvent> Stream<Occasion> occasions(
            Class<E> type, BiFunction<Folds.Line<E>, Integer, Occasion> toOccasion) {
        var lines = all(history, type);
        return IntStream.range(0, lines.size()).mapToObj(at -> toOccasion.apply(lines.get(at), at + 1));
    }

    private static <E extends CaseEvent> List<Folds.Line<E>> all(List<RecordedEvent> history, Class<E> type) {
        return Folds.all(history, type, _ -> true);
    }

    private Occasion occasion(
            String letterId,
            int issue,
            LetterKind kind,
            Folds.Line<?> line,
            LocalDate date,
            Function<LetterHead, LetterFacts> facts) {
        var then = line.then();
        var letter = new CaseLetter(
                letterId,
                issue,
                kind,
                null,
                file.principal().applicantId(),
                then.details().counsel(),
                date);
        return new Occasion(letter, then, line.post(), facts);
    }
}
