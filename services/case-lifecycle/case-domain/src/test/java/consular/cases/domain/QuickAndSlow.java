package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.REGISTRATION_TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.ActOnDeadlines;
import consular.cases.domain.CaseCommand.PresentEvidence;
import consular.cases.domain.CaseEvent.EvidencePresented;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.Histories.Step;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.people.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every history twice: with a service that acts on each deadline the moment that it fires, and with one that never comes, so
 * that only what people do brings to the record what time has brought about.
 */
final class QuickAndSlow {
    private QuickAndSlow() {}

    /** Where the two have come to on a day. */
    private record Place(CaseState quick, CaseState slow, LocalDate today) {}

    /** Whatever anybody does comes to the same on both, and the slow one, when it comes at last, to the same case. */
    static void compare(HistoryFamily family) {
        var start = family.start().state();
        var places = Set.of(new Place(start, start, family.day()));
        for (var taken = 0; taken < Histories.LENGTH; taken++) {
            var next = new HashSet<Place>();
            places.forEach(place -> family.steps().forEach(step -> next.add(go(step, place))));
            places = next;
        }
        assertThat(places).hasSizeGreaterThan(family.steps().size());
    }

    private static Place go(Step step, Place place) {
        var today = place.today().plusDays(step.days());
        var command = step.command();
        var after = command == null
                ? new Place(passing(place.quick(), today), place.slow(), today)
                : given(command, step.who(), place);
        assertThat(seen(actedOn(after.slow(), today)))
                .as("after %s on %s", step, today)
                .isEqualTo(seen(after.quick()));
        return after;
    }

    private static Place given(CaseCommand command, String who, Place place) {
        var context = Histories.context(TestActors.named(who), command, place.today(), place.quick());
        var quick = CaseDecider.decide(command, place.quick(), context);
        var slow = CaseDecider.decide(command, place.slow(), context);
        return switch (quick) {
            case Decision.Accepted(var lines) -> {
                var all = ((Decision.Accepted) slow).events();
                assertThat(all.subList(all.size() - lines.size(), all.size())).isEqualTo(lines);
                // an act may let go what was held back, and that may be due at once
                var after = passing(followed(place.quick(), lines), place.today());
                yield new Place(after, followed(place.slow(), all), place.today());
            }
            case Decision.Rejected _, Decision.Malformed _, Decision.Stale _ ->
                isTakenLate(command, quick, slow)
                        ? takenLate(place, (Decision.Accepted) slow)
                        : turnedDown(place, quick, slow);
        };
    }

    private static Place turnedDown(Place place, Decision quick, Decision slow) {
        assertThat(slow).isEqualTo(quick);
        return place;
    }

    /** Evidence that comes after the year and before the service: taken, and the registration ends all the same (G-10). */
    private static boolean isTakenLate(CaseCommand command, Decision quick, Decision slow) {
        return command instanceof PresentEvidence
                && slow instanceof Decision.Accepted
                && quick instanceof Decision.Rejected(var rejection)
                && rejection.code() == REGISTRATION_TERMINATED;
    }

    private static Place takenLate(Place place, Decision.Accepted slow) {
        assertThat(((EvidencePresented) slow.events().getLast().event()).findings())
                .noneMatch(FindingEvidence::timely);
        var ended = actedOn(followed(place.slow(), slow.events()), place.today());
        assertThat(CaseView.of((CaseFile) ended).registration())
                .isEqualTo(CaseView.of((CaseFile) place.quick()).registration());
        return new Place(place.quick(), place.quick(), place.today());
    }

    /** Time passes, and each deadline is acted on at the very instant at which it fires. */
    private static CaseState passing(CaseState state, LocalDate until) {
        var end = Histories.context(Actor.SERVICE, until, state).recordedAt();
        var passed = state;
        for (var next = next(passed, end); next.isPresent(); next = next(passed, end)) {
            passed = actedOn(
                    passed, Histories.context(Actor.SERVICE, until, passed).at(null, next.get()));
        }
        return passed;
    }

    private static Optional<Instant> next(CaseState state, Instant end) {
        var file = (CaseFile) state;
        return DeadlineDecisions.next(file, Histories.post(file), Alarms.RECOMMENDED, Instant.MIN, end);
    }

    private static CaseState actedOn(CaseState state, LocalDate today) {
        return actedOn(state, Histories.context(Actor.SERVICE, today, state));
    }

    private static CaseState actedOn(CaseState state, CommandContext context) {
        return followed(state, ((Decision.Accepted) CaseDecider.decide(new ActOnDeadlines(), state, context)).events());
    }

    private static CaseState followed(CaseState state, List<RecordedEvent> lines) {
        var after = state;
        for (var line : lines) {
            after = CaseDecider.evolve(after, line.event(), line.stamp());
        }
        return after;
    }

    /** All that anybody can see of a case, but for when the service came to write it down. */
    private record Seen(CaseView view, List<Deadline> deadlines, CaseProgress progress) {}

    private static Seen seen(CaseState state) {
        var file = (CaseFile) state;
        return new Seen(
                CaseView.of(file), CaseDeadlines.of(file, Histories.post(file), Alarms.RECOMMENDED), file.progress());
    }
}
