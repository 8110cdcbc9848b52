package consular.cases.domain;

import consular.cases.domain.law.Cause;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Person;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.FindingKind;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.Review;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One applicant of a case and the application.
 *
 * @param executedOn the post-local day on which the application was first executed
 * @param decision the limit for deciding it; null before execution
 * @param issuance the visa issued, and its review; null while none is
 * @param responsible the supervisor who reversed a refusal and has to decide; null otherwise
 */
public record Applicant(
        Person person,
        ApplicationState state,
        @Nullable LocalDate executedOn,
        @Nullable DecisionClock decision,
        FeeRecord fee,
        @Nullable Issuance issuance,
        @Nullable OfficerId responsible,
        List<Refusal> refusals) {

    public Applicant {
        refusals = List.copyOf(refusals);
    }

    static Applicant registered(Person person) {
        return new Applicant(person, ApplicationState.REGISTERED, null, null, FeeRecord.NEW, null, null, List.of());
    }

    public ApplicantId applicantId() {
        return person.applicantId();
    }

    public boolean isPrincipal() {
        return person.role() == FamilyRole.PRINCIPAL;
    }

    /** Every finding ever made, oldest first. */
    public Stream<Finding> findings() {
        return refusals.stream().flatMap(refusal -> refusal.findings().stream());
    }

    public Stream<Finding> activeFindings() {
        return findings().filter(Finding::isActive);
    }

    /** The refusal that made a finding of this applicant. */
    public Refusal refusalOf(Finding finding) {
        return Lists.first(refusals, refusal -> refusal.made(finding.findingId()))
                .orElseThrow();
    }

    public boolean hasActiveFinding() {
        return Lists.any(refusals, Refusal::hasActiveFinding);
    }

    /** Whether a finding of that kind stands. */
    boolean hasActiveFinding(Predicate<Finding> isWanted) {
        return hasFinding(finding -> finding.isActive() && isWanted.test(finding));
    }

    /** Whether a finding of that kind was ever made. */
    boolean hasFinding(Predicate<Finding> isWanted) {
        return Lists.any(refusals, refusal -> Lists.any(refusal.findings(), isWanted));
    }

    /** Whether evidence that stops the year of a registration or of a nonimmigrant's application is in on whatever stands. */
    public boolean hasEvidenceOnWhatStands() {
        return hasEvidenceOnWhatStands((_, _) -> false);
    }

    /**
     * The same, but also on days that were told.
     *
     * @param wasTold whether a warning named the day, or a later one, as the last in time
     */
    boolean hasEvidenceOnWhatStands(BiPredicate<LocalDate, Cause> wasTold) {
        return hasActiveFinding(finding -> hasEvidenceOn(finding, wasTold));
    }

    /** Evidence counts within the year of its own finding, and on any finding while one was deferred, as the warning tells. */
    boolean hasEvidenceOn(Finding finding, BiPredicate<LocalDate, Cause> wasTold) {
        var clock = TerminationClock.causeOf(finding, this);
        return finding.hasEvidenceAgainstTermination(
                day -> wasTold.test(day, clock) || hasFinding(it -> it.wasDeferredOn(day, clock)));
    }

    /** A finding of this applicant. */
    Optional<Finding> finding(FindingId findingId) {
        for (var refusal : refusals) {
            var finding = refusal.finding(findingId);
            if (finding.isPresent()) {
                return finding;
            }
        }
        return Optional.empty();
    }

    /** Whether a finding took the place of one on the same ground, so that it found nothing that did not stand already. */
    public boolean isFoundAnew(Finding finding) {
        return FoundAnew.is(finding, this);
    }

    /**
     * The annotation that a visa would need now: a waiver if any ineligibility was waived, else
     * overcome if a 212(a) finding was overcome or reversed (9 FAM 504.11-4(D)); empty if neither.
     */
    public Optional<VisaAnnotation> annotationRequired() {
        if (hasFinding(finding -> finding.status() == FindingStatus.WAIVED)) {
            return Optional.of(VisaAnnotation.WAIVER);
        }
        return hasFinding(Applicant::clearedButInClass) ? Optional.of(VisaAnnotation.OVERCOME) : Optional.empty();
    }

    /** A 221(g) refusal is not in CLASS, so it leaves nothing to annotate (R-ANN-03). */
    private static boolean clearedButInClass(Finding finding) {
        return finding.is212a()
                && (finding.status() == FindingStatus.OVERCOME || finding.status() == FindingStatus.REVERSED);
    }

    /** The finding with the latest fee window among those that stand; empty when none counts. */
    public Optional<Finding> latestFeeFinding() {
        return latestOf(feeFindings());
    }

    private Optional<Finding> latestOf(List<Finding> findings) {
        return findings.size() < 2
                ? Lists.first(findings, _ -> true)
                : findings.stream().max(Comparator.comparing(this::feeWindowClosesAt));
    }

    /** The first instant after a finding's fee window. */
    Instant feeWindowClosesAt(Finding finding) {
        return feeYearOf(finding).startOf(finding.feeWindowEnd().plusDays(1));
    }

    /** What set going the year to avoid a new fee, on whose days it is reckoned. */
    Cause feeYearOf(Finding finding) {
        return FeeWindowClock.causeOf(finding, refusalOf(finding));
    }

    /** The findings whose fee windows count: active, and not settled by a later application. */
    public List<Finding> feeFindings() {
        var counting = new ArrayList<Finding>();
        for (var i = 0; i < refusals.size() && state != ApplicationState.WITHDRAWN; i++) {
            var findings = refusals.get(i).findings();
            for (var j = 0; j < findings.size(); j++) {
                if (findings.get(j).countsForTheFee()) {
                    counting.add(findings.get(j));
                }
            }
        }
        return counting;
    }

    /** Whether the fee still serves at an instant; empty before execution. */
    public Optional<FeeStatus> feeStatus(Instant at) {
        return executedOn == null
                ? Optional.empty()
                : Optional.of(hasLapsedFee() ? FeeStatus.LAPSED : feeStatusByWindows(at));
    }

    private FeeStatus feeStatusByWindows(Instant at) {
        var counting = feeFindings();
        var latest = latestOf(counting);
        if (latest.isEmpty()) {
            return FeeStatus.PAID;
        }
        if (isCovered(counting, latest.get())) {
            return FeeStatus.COVERED;
        }
        return isPast(latest.get(), at) ? FeeStatus.LAPSED : FeeStatus.OPEN;
    }

    private boolean isPast(Finding finding, Instant at) {
        return feeYearOf(finding).dayOf(at).isAfter(finding.feeWindowEnd());
    }

    /**
     * Whether evidence that came in time covers the fee: on what stands, or on what still stood when the last window of that
     * ended. Whatever is closed first, the fee comes to the same.
     */
    boolean hasCoveredFee() {
        var counting = feeFindings();
        return latestOf(counting).filter(latest -> isCovered(counting, latest)).isPresent();
    }

    private boolean isCovered(List<Finding> counting, Finding latest) {
        return Lists.any(counting, Finding::hasTimelyEvidence)
                || hasFinding(finding -> finding.hasTimelyEvidence() && stoodAtTheEndOf(latest, finding));
    }

    /** Whether a finding that was closed, and by no new application and fee, still stood when the window of another ended. */
    private boolean stoodAtTheEndOf(Finding latest, Finding closed) {
        var closing = closed.closing();
        return closing != null && !closed.feeSettled() && isPast(latest, closing.at());
    }

    /**
     * Whether the fee had lapsed, before a finding was closed or made, on one that was not reversed: a refusal that was wrong
     * costs nobody a fee. No window of a later refusal avoids the new application and fee then.
     */
    public boolean hasLapsedFee() {
        return fee.isRefunded() || (!fee.lapsedOn().isEmpty() && hasFinding(this::hasLapsedFeeOn));
    }

    /** Whether the fee had lapsed on a finding, as {@link #hasLapsedFee}. */
    boolean hasLapsedFeeOn(Finding finding) {
        return fee.lapsedOn().contains(finding.findingId()) && !isReversed(finding);
    }

    /** Whether a finding was reversed; if it was found anew on its ground, what took its place. */
    private boolean isReversed(Finding finding) {
        return switch (finding.status()) {
            case REVERSED -> true;
            case SUPERSEDED ->
                finding.kind() == FindingKind.SUBSTANTIVE
                        && FoundAnew.after(finding, this)
                                .filter(this::isReversed)
                                .isPresent();
            case ACTIVE, OVERCOME, WAIVED -> false;
        };
    }

    /** Keeps the fee lapsed, if it has, whatever becomes of the findings or joins them; until a new application and fee. */
    Applicant lapseFee(Instant at) {
        var counting = feeFindings();
        return latestOf(counting)
                .filter(latest -> isPast(latest, at) && !isCovered(counting, latest))
                .map(_ -> withFee(fee.lapse(Lists.map(counting, Finding::findingId))))
                .orElse(this);
    }

    Applicant with(ApplicationState next, @Nullable DecisionClock clock) {
        return new Applicant(person, next, executedOn, clock, fee, issuance, responsible, refusals);
    }

    Applicant execute(LocalDate on, Fee presented, DecisionClock clock) {
        return new Applicant(
                person, ApplicationState.UNDECIDED, on, clock, fee.apply(presented), issuance, responsible, refusals);
    }

    /** A new application and fee: the windows of what still stands no longer count. */
    Applicant applyAnew(Fee presented, @Nullable DecisionClock clock) {
        return with(state, clock == null ? decision : clock)
                .withFee(fee.apply(presented))
                .mapRefusals(
                        refusal -> refusal.mapFindings(finding -> finding.isActive() ? finding.settleFee() : finding));
    }

    Applicant issue(OfficerId officer, Instant at, PostCode post, ZoneId zone) {
        return decide(ApplicationState.ISSUED, at, post, zone).withIssuance(Issuance.by(officer, at, post, zone));
    }

    Applicant refuse(Refusal refusal, Instant at) {
        return decide(
                        ApplicationState.REFUSED,
                        at,
                        refusal.post(),
                        refusal.cause().zone())
                .withRefusals(Lists.and(refusals, refusal));
    }

    /** A decision ends the clock, and the responsibility that a supervisor had assumed. */
    private Applicant decide(ApplicationState next, Instant at, PostCode post, ZoneId zone) {
        return with(next, decision == null ? null : decision.decide(at, post, zone))
                .withResponsible(null);
    }

    /** The application ends, and with it the responsibility that a supervisor had assumed. */
    Applicant end(ApplicationState ended) {
        return with(ended, decision).withResponsible(null);
    }

    Applicant mapRefusals(UnaryOperator<Refusal> change) {
        var changed = Lists.changed(refusals, change);
        return isSame(changed) ? this : withRefusals(changed);
    }

    @SuppressWarnings("ReferenceEquality") // Lists.changed gives the list itself where nothing changed
    private boolean isSame(List<Refusal> others) {
        return others == refusals;
    }

    Applicant withFee(FeeRecord next) {
        return new Applicant(person, state, executedOn, decision, next, issuance, responsible, refusals);
    }

    /** What becomes of the review of the visa; nothing while none is issued. */
    Applicant reviewIssuance(UnaryOperator<Review> change) {
        return issuance == null ? this : withIssuance(issuance.review(change));
    }

    private Applicant withIssuance(Issuance issued) {
        return new Applicant(person, state, executedOn, decision, fee, issued, responsible, refusals);
    }

    Applicant withResponsible(@Nullable OfficerId supervisor) {
        return new Applicant(person, state, executedOn, decision, fee, issuance, supervisor, refusals);
    }

    private Applicant withRefusals(List<Refusal> next) {
        return new Applicant(person, state, executedOn, decision, fee, issuance, responsible, next);
    }
}
