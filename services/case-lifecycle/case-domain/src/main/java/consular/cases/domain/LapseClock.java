package consular.cases.domain;

import static consular.cases.domain.Deadline.Because.event;
import static consular.cases.domain.Deadline.Because.rule;
import static consular.cases.domain.law.Rule.MEDICAL_DEFERRAL_NEEDS_A_REFUSAL;
import static consular.cases.domain.law.Rule.NIV_DOCUMENTS_WITHIN_A_YEAR;
import static consular.cases.domain.law.Rule.NO_RESOLUTION_BEFORE_THE_OPINION;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.refusals.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The year after which a nonimmigrant application lapses that was refused under 221(g) for want of something from the
 * applicant. It stands in the place of the termination of a registration, which nonimmigrants have not, and is reckoned
 * like it: from the latest such refusal that stands, stopped by evidence in time on whatever stands.
 */
public final class LapseClock {
    private LapseClock() {}

    static Stream<Deadline> of(CaseFile file) {
        return file.isNonimmigrant() ? file.applicants().stream().flatMap(it -> of(file, it).stream()) : Stream.empty();
    }

    /**
     * The last day on which evidence keeps an application from lapsing, as its clock reckons the days: that of the year, or of a
     * medical deferral that outlasts it. Empty where none can lapse, or evidence has come in time already.
     *
     * @param applicant one of {@code file}
     */
    public static Optional<LocalDate> lastDay(CaseFile file, Applicant applicant) {
        if (!file.isNonimmigrant()) {
            return Optional.empty();
        }
        var active = active(applicant);
        return active.stream()
                .max(TerminationClock.latestOf(applicant))
                .filter(anchor -> switch (state(file, applicant, active, anchor)) {
                    case RUNNING, SUSPENDED -> true;
                    case MET, PASSED, STOPPED -> false;
                })
                .map(anchor -> lastDay(applicant, anchor));
    }

    private static LocalDate lastDay(Applicant applicant, Finding anchor) {
        var cause = applicant.refusalOf(anchor).cause();
        return applicant
                .activeFindings()
                .filter(finding -> finding.isDeferredOn(fires(anchor), cause))
                .map(finding -> Objects.requireNonNull(finding.deferral()).lastDayBy(cause))
                .max(Comparator.naturalOrder())
                .orElseGet(anchor::feeWindowEnd);
    }

    private static List<Finding> active(Applicant applicant) {
        return applicant.activeFindings().filter(LapseClock::asksOfTheApplicant).toList();
    }

    private static Optional<Deadline> of(CaseFile file, Applicant applicant) {
        var active = active(applicant);
        var candidates = active.isEmpty()
                ? applicant.findings().filter(LapseClock::asksOfTheApplicant).toList()
                : active;
        return candidates.stream()
                .max(TerminationClock.latestOf(applicant))
                .map(anchor -> deadline(file, applicant, active, anchor));
    }

    private static boolean asksOfTheApplicant(Finding finding) {
        return finding.kind().startsTerminationClock();
    }

    private static Deadline deadline(CaseFile file, Applicant applicant, List<Finding> active, Finding anchor) {
        var cause = applicant.refusalOf(anchor).cause();
        var due = anchor.feeWindowEnd();
        var state = state(file, applicant, active, anchor);
        var because = new ArrayList<>(List.of(
                event(cause.sequence(), "refused on " + anchor.refusedOn() + ", the latest that stands"),
                rule(NIV_DOCUMENTS_WITHIN_A_YEAR, "a year to file what was asked for; then the application lapses")));
        if (state == DeadlineState.SUSPENDED && isOpinionAwaited(file, applicant)) {
            because.add(rule(NO_RESOLUTION_BEFORE_THE_OPINION, "an advisory opinion is awaited"));
        }
        var deferred = state == DeadlineState.SUSPENDED && TerminationClock.isDeferred(applicant, fires(anchor), cause);
        if (deferred) {
            because.add(rule(MEDICAL_DEFERRAL_NEEDS_A_REFUSAL, "a medical deferral outlasts the year"));
        }
        because.addAll(LateEntry.reason(state, NIV_DOCUMENTS_WITHIN_A_YEAR, cause, due, file));
        return new Deadline(
                DeadlineKind.NIV_LAPSE,
                applicant.applicantId().value(),
                due,
                LateEntry.comesAbout(fires(anchor), cause, heldUntil(file, applicant, anchor), file),
                state,
                cause.zone(),
                null,
                deferred && !isOpinionAwaited(file, applicant),
                because);
    }

    private static DeadlineState state(CaseFile file, Applicant applicant, List<Finding> active, Finding anchor) {
        return switch (applicant.state()) {
            case LAPSED -> DeadlineState.PASSED;
            case WITHDRAWN -> DeadlineState.STOPPED;
            case REGISTERED, UNDECIDED, REFUSED, REOPENED, ISSUED, DISCONTINUED -> {
                if (active.isEmpty()) {
                    yield applicant.hadEvidenceOnWhatStoodLast(LapseClock::asksOfTheApplicant, (_, _) -> false)
                            ? DeadlineState.MET
                            : DeadlineState.STOPPED;
                }
                if (applicant.hasEvidenceOnWhatStands()) {
                    yield DeadlineState.MET;
                }
                var cause = applicant.refusalOf(anchor).cause();
                yield isOpinionAwaited(file, applicant) || TerminationClock.isDeferred(applicant, fires(anchor), cause)
                        ? DeadlineState.SUSPENDED
                        : LateEntry.state(cause, anchor.feeWindowEnd(), file);
            }
        };
    }

    private static boolean isOpinionAwaited(CaseFile file, Applicant applicant) {
        return file.hasOpinionOn(applicant.applicantId(), AdvisoryOpinion::isOpen);
    }

    private static @Nullable LocalDate heldUntil(CaseFile file, Applicant applicant, Finding anchor) {
        return ClockHolds.endedOn(file, applicant, anchor, fires(anchor), LapseClock::asksOfTheApplicant);
    }

    private static LocalDate fires(Finding anchor) {
        return anchor.feeWindowEnd().plusDays(1);
    }
}
