package consular.cases.domain;

import static consular.cases.domain.law.Rule.DOCUMENTS_STAY_WHILE_AN_OPINION_IS_AWAITED;
import static consular.cases.domain.law.Rule.MEDICAL_DEFERRAL_NEEDS_A_REFUSAL;
import static consular.cases.domain.law.Rule.NO_RESOLUTION_BEFORE_THE_OPINION;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.CaseTransferred;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.EventByTime.PetitionRevokedAutomatically;
import consular.cases.domain.EventByTime.TerminationNoticeIssued;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.law.Rule;
import consular.cases.domain.posts.Post;
import consular.cases.domain.refusals.FindingId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** No clock of a case moves but by an event that may move it, whose clock it is, under a rule that the two of them cite. */
final class ClockInvariants {
    private static final Set<DeadlineKind> EVERYBODYS = Set.of(DeadlineKind.DECISION, DeadlineKind.MEDICAL_DEFERRAL);
    /** By which a clock waits for something else than an act. */
    private static final Set<Rule> HOLDING = Set.of(
            NO_RESOLUTION_BEFORE_THE_OPINION,
            DOCUMENTS_STAY_WHILE_AN_OPINION_IS_AWAITED,
            MEDICAL_DEFERRAL_NEEDS_A_REFUSAL);

    private ClockInvariants() {}

    /** Two warnings of a case may be of one kind and subject; they stay in their order. */
    private record Clock(DeadlineKind kind, String subject, int place) {}

    /** Where a clock stands, without what it says of itself; one that has ended fires no more. */
    private record Hands(LocalDate due, @Nullable LocalDate firesOn, DeadlineState state) {
        static @Nullable Hands of(@Nullable Deadline clock) {
            return clock == null ? null : new Hands(clock.due(), goesOn(clock) ? clock.firesOn() : null, clock.state());
        }

        private static boolean goesOn(Deadline clock) {
            return switch (clock.state()) {
                case RUNNING, SUSPENDED -> true;
                case MET, STOPPED, PASSED -> false;
            };
        }
    }

    /** Looks at each event of a decision, and at the clocks before and after it. */
    static void hold(CaseFile before, List<RecordedEvent> decision, Function<CaseFile, Post> posts, Alarms alarms) {
        var file = before;
        var clocks = CaseDeadlines.of(file, posts.apply(file), alarms);
        for (var line : decision) {
            if (line.event() instanceof EventByTime event) {
                thenItsClockWasDue(event, line.stamp(), clocks);
            }
            file = (CaseFile) CaseDecider.evolve(file, line.event(), line.stamp());
            var moved = CaseDeadlines.of(file, posts.apply(file), alarms);
            if (!moved.equals(clocks)) {
                thenEachMovesByARule(line, clocks, moved, file);
            }
            clocks = moved;
        }
    }

    /** A transfer moves no last day: it changes at most when the service comes to act on it. */
    static void holdInATransfer(
            CaseFile before, List<RecordedEvent> decision, Function<CaseFile, Post> posts, Alarms alarms) {
        var file = before;
        for (var line : decision) {
            var after = (CaseFile) CaseDecider.evolve(file, line.event(), line.stamp());
            if (line.event() instanceof CaseTransferred) {
                assertThat(lastDays(after, posts, alarms)).isEqualTo(lastDays(file, posts, alarms));
            }
            file = after;
        }
    }

    private static List<String> lastDays(CaseFile file, Function<CaseFile, Post> posts, Alarms alarms) {
        return CaseDeadlines.of(file, posts.apply(file), alarms).stream()
                .map(it -> it.kind() + " of " + it.subject() + ": " + it.due())
                .toList();
    }

    /** Time brings about nothing but what a clock says, when it says it, and what follows from a termination. */
    private static void thenItsClockWasDue(EventByTime event, Stamp stamp, List<Deadline> clocks) {
        if (event instanceof TerminationNoticeIssued || event instanceof PetitionRevokedAutomatically) {
            return;
        }
        assertThat(clocks)
                .as("the clock that brings about %s", event)
                .anyMatch(clock -> !ClocksMoved.rules(event, clock.kind()).isEmpty()
                        && clock.isDueBy(stamp.recordedAt())
                        && clock.firesAt().equals(stamp.effectiveAt()));
    }

    private static void thenEachMovesByARule(
            RecordedEvent line, List<Deadline> before, List<Deadline> after, CaseFile file) {
        var from = byClock(before);
        var to = byClock(after);
        var clocks = new LinkedHashSet<>(from.keySet());
        clocks.addAll(to.keySet());
        for (var clock : clocks) {
            var was = from.get(clock);
            var is = to.get(clock);
            if (!Objects.equals(Hands.of(was), Hands.of(is)) && !isReleased(line, was, is)) {
                thenItMayMove(line, clock, was, is);
                thenItIsItsOwn(line.event(), clock, file);
            }
        }
    }

    /** What was past already when it was entered late goes on with the next act of anybody. Nothing else need be said then. */
    private static boolean isReleased(RecordedEvent line, @Nullable Deadline was, @Nullable Deadline is) {
        return line.event() instanceof CaseEvent.ByPerson
                && was != null
                && is != null
                && was.state() == DeadlineState.SUSPENDED
                && is.state() == DeadlineState.RUNNING
                && was.due().equals(is.due())
                && was.due().isBefore(LocalDate.ofInstant(line.stamp().recordedAt(), was.zone()))
                && Collections.disjoint(rulesOf(was), HOLDING);
    }

    private static void thenItMayMove(RecordedEvent line, Clock clock, @Nullable Deadline was, @Nullable Deadline is) {
        var cited = new HashSet<>(line.stamp().rules());
        cited.addAll(rulesOf(was));
        cited.addAll(rulesOf(is));
        var rules = ClocksMoved.rules(line.event(), clock.kind());
        assertThat(Collections.disjoint(rules, cited))
                .as("%s moves %s%nfrom %s%nto %s%nby one of %s, of which none is cited", line, clock, was, is, rules)
                .isFalse();
    }

    private static List<Rule> rulesOf(@Nullable Deadline clock) {
        return Stream.ofNullable(clock)
                .flatMap(it -> it.because().stream())
                .map(Deadline.Because::rule)
                .filter(Objects::nonNull)
                .toList();
    }

    /** An event about an applicant, a refusal or an opinion moves no clock of another; any other is about the registration. */
    private static void thenItIsItsOwn(CaseEvent event, Clock clock, CaseFile file) {
        var named = NamedIn.event(event);
        file.opinions().stream()
                .filter(it -> named.contains(it.advisoryOpinionId().value()))
                .forEach(it -> named.add(it.applicantId().value()));
        if (EVERYBODYS.contains(clock.kind()) && isAboutTheRegistration(event)) {
            return; // on which every decision of the case depends, and what is awaited for it
        }
        var own = named.isEmpty() ? Set.of(file.principal().applicantId().value()) : named;
        assertThat(Collections.disjoint(own, owners(clock, file)))
                .as("%s moves %s, which is not its own", event, clock)
                .isFalse();
    }

    private static boolean isAboutTheRegistration(CaseEvent event) {
        return event instanceof EventByTime.RegistrationTerminated || event instanceof CaseEvent.RegistrationReinstated;
    }

    private static Set<String> owners(Clock clock, CaseFile file) {
        return switch (clock.kind()) {
            case DECISION, FEE_WINDOW, NIV_LAPSE, REVIEW, NOTICE -> Set.of(clock.subject());
            case DOCUMENT_RETURN ->
                file.refusals()
                        .filter(it -> it.refusalId().value().equals(clock.subject()))
                        .map(it -> Set.of(clock.subject(), it.applicantId().value()))
                        .findFirst()
                        .orElseThrow();
            case MEDICAL_DEFERRAL ->
                Set.of(
                        clock.subject(),
                        file.applicantOf(new FindingId(clock.subject()))
                                .orElseThrow()
                                .applicantId()
                                .value());
            case AO_FOLLOW_UP ->
                file.opinions().stream()
                        .filter(it -> it.advisoryOpinionId().value().equals(clock.subject()))
                        .map(it -> Set.of(clock.subject(), it.applicantId().value()))
                        .findFirst()
                        .orElseThrow();
            case TERM_WARNING, TERM_A, TERM_B, REINSTATEMENT ->
                Set.of(file.principal().applicantId().value());
        };
    }

    private static Map<Clock, Deadline> byClock(List<Deadline> deadlines) {
        var clocks = new LinkedHashMap<Clock, Deadline>();
        for (var deadline : deadlines) {
            var place = 0;
            while (clocks.putIfAbsent(new Clock(deadline.kind(), deadline.subject(), place), deadline) != null) {
                place++;
            }
        }
        return clocks;
    }
}
