package consular.cases.domain;

import static consular.cases.domain.Deadline.Because.event;
import static consular.cases.domain.Deadline.Because.rule;
import static consular.cases.domain.law.Rule.DOCUMENTS_KEPT_FOR_A_YEAR_WITH_CONSENT;
import static consular.cases.domain.law.Rule.DOCUMENTS_STAY_WHILE_AN_OPINION_IS_AWAITED;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Cause;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.opinions.ReceivedOpinion;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long the documents of an applicant may be kept whose refusal evidence may overcome: a year, or until consent is
 * refused; but while an advisory opinion is awaited they stay.
 *
 * @param lastDay the last day of the custody
 * @param cause what set the clock going: the refusal, or the record that consent was refused
 * @param begun what that was, in words
 */
record CustodyClock(Refusal refusal, LocalDate lastDay, Cause cause, String begun) {

    /**
     * The clock of a refusal; empty where nothing is kept for it: evidence cannot overcome it, or nothing is asked of the
     * applicant, as while the post processes or the family is awaited. An advisory opinion on it keeps what there is.
     */
    static Optional<Deadline> of(CaseFile file, Refusal refusal) {
        return mayBeOvercome(refusal) || isAboutAnOpinion(file, refusal)
                ? yearOf(refusal).map(year -> clock(refusal, year)).map(clock -> clock.deadline(file))
                : Optional.empty();
    }

    /** Whether an advisory opinion on the applicant of a refusal is awaited. */
    static boolean isOpinionAwaited(CaseFile file, ApplicantId applicantId) {
        return file.hasOpinionOn(applicantId, AdvisoryOpinion::isOpen);
    }

    private static boolean mayBeOvercome(Refusal refusal) {
        return refusal.findings().stream().anyMatch(it -> it.kind().asksOfTheApplicant())
                || refusal.findings().stream()
                        .allMatch(it -> !it.kind().is221g() && it.entered().curableByEvidence());
    }

    private static boolean isAboutAnOpinion(CaseFile file, Refusal refusal) {
        return refusal.findings().stream().anyMatch(it -> it.kind().is221g())
                && file.hasOpinionOn(refusal.applicantId(), _ -> true);
    }

    /** The last day of the year from the refusal, as the findings have it: it is that of the fee window. */
    private static Optional<LocalDate> yearOf(Refusal refusal) {
        return refusal.findings().stream()
                .filter(Finding::hasFeeWindow)
                .map(finding -> finding.entered().feeWindowEnd())
                .max(Comparator.naturalOrder());
    }

    private static CustodyClock clock(Refusal refusal, LocalDate year) {
        var refusedConsentOn = refusal.custody().consentRefusedOn();
        var cause = refusal.custody().consentRefusal();
        return refusedConsentOn != null && cause != null && refusedConsentOn.isBefore(year)
                ? new CustodyClock(refusal, refusedConsentOn, cause, "consent was refused on " + refusedConsentOn)
                : new CustodyClock(refusal, year, refusal.cause(), "refused on " + refusal.refusedOn());
    }

    private Deadline deadline(CaseFile file) {
        var because = new ArrayList<>(List.of(
                event(cause.sequence(), begun),
                rule(
                        DOCUMENTS_KEPT_FOR_A_YEAR_WITH_CONSENT,
                        "with consent all documents may be kept for a year; then the unrelated go back")));
        var state = state(file);
        if (state == DeadlineState.SUSPENDED && isOpinionAwaited(file, refusal.applicantId())) {
            because.add(rule(DOCUMENTS_STAY_WHILE_AN_OPINION_IS_AWAITED, "an advisory opinion is awaited"));
        }
        because.addAll(LateEntry.reason(state, DOCUMENTS_KEPT_FOR_A_YEAR_WITH_CONSENT, cause, lastDay, file));
        return new Deadline(
                DeadlineKind.DOCUMENT_RETURN,
                refusal.refusalId().value(),
                lastDay,
                LateEntry.comesAbout(
                        lastDay.plusDays(1), cause, answered(file.opinionsOn(refusal.applicantId())), file),
                state,
                cause.zone(),
                because);
    }

    /** By the days on which things came about: what was in time stays in time, though it was entered after the return was due. */
    private DeadlineState state(CaseFile file) {
        var custody = refusal.custody();
        var returnedAt = custody.returnedAt();
        if (returnedAt != null) {
            return custody.returnDue() && isLate(returnedAt, file) && !hadEndedInTime(file)
                    ? DeadlineState.PASSED
                    : DeadlineState.MET;
        }
        if (!refusal.hasActiveFinding() || hasEnded(file)) {
            return custody.returnDue() && !hadEndedInTime(file) ? DeadlineState.PASSED : DeadlineState.STOPPED;
        }
        if (isOpinionAwaited(file, refusal.applicantId())) {
            return DeadlineState.SUSPENDED;
        }
        return custody.returnDue() ? DeadlineState.PASSED : LateEntry.state(cause, lastDay, file);
    }

    private boolean isLate(Instant at, CaseFile file) {
        return cause.dayOf(at).isAfter(lastDayHeld(file));
    }

    /** The last day in time: that of the custody, or on which an opinion was answered that had been asked for by then. */
    private LocalDate lastDayHeld(CaseFile file) {
        var answered = answered(file.opinionsOn(refusal.applicantId())
                .filter(opinion -> !opinion.requestedOn().isAfter(lastDay)));
        return answered == null || answered.isBefore(lastDay) ? lastDay : answered;
    }

    /** Whether all that it rested on had ceased to stand in time, or the application was withdrawn. */
    private boolean hadEndedInTime(CaseFile file) {
        return wasClosedInTime(file)
                || file.applicant(refusal.applicantId())
                        .filter(applicant -> applicant.hadWithdrawnBy(lastDayHeld(file), cause))
                        .isPresent();
    }

    private boolean wasClosedInTime(CaseFile file) {
        return refusal.findings().stream()
                .map(Finding::closing)
                .allMatch(closing -> closing != null && !isLate(closing.at(), file));
    }

    private boolean hasEnded(CaseFile file) {
        return file.applicant(refusal.applicantId())
                .filter(applicant -> switch (applicant.state()) {
                    case ISSUED, LAPSED, WITHDRAWN -> true;
                    case REGISTERED, UNDECIDED, REFUSED, REOPENED, DISCONTINUED -> false;
                })
                .isPresent();
    }

    /** The latest day on which one of the opinions was answered, which had held the documents. */
    private @Nullable LocalDate answered(Stream<AdvisoryOpinion> opinions) {
        return opinions.map(AdvisoryOpinion::received)
                .filter(Objects::nonNull)
                .map(ReceivedOpinion::receivedAt)
                .map(cause::dayOf)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
