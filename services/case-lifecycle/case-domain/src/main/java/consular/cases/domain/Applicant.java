package consular.cases.domain;

import consular.cases.domain.law.Cause;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Person;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.refusals.Closing;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.Review;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
 * @param withdrawnAt when the applicant withdrew the application; null while it is not withdrawn
 */
public record Applicant(
        Person person,
        ApplicationState state,
        @Nullable LocalDate executedOn,
        @Nullable DecisionClock decision,
        FeeRecord fee,
        @Nullable Issuance issuance,
        @Nullable OfficerId responsible,
        @Nullable Instant withdrawnAt,
        List<Refusal> refusals) {

    public Applicant {
        refusals = List.copyOf(refusals);
    }

    static Applicant registered(Person person) {
        return new Applicant(
                person, ApplicationState.REGISTERED, null, null, FeeRecord.NEW, null, null, null, List.of());
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

    /**
     * Once nothing stands any more that sets a year going: whether such evidence was in on what stood last. What met the year
     * until then met it for good.
     *
     * @param startsYear which findings set it going
     * @param wasTold as {@link #hasEvidenceOnWhatStands(BiPredicate)} has it
     */
    boolean hadEvidenceOnWhatStoodLast(Predicate<Finding> startsYear, BiPredicate<LocalDate, Cause> wasTold) {
        var end = findings()
                .filter(startsYear)
                .flatMap(finding -> Stream.ofNullable(finding.closing()))
                .mapToLong(Closing::decision)
                .max();
        return end.isPresent()
                && hasFinding(finding ->
                        stoodUntil(end.getAsLong(), finding) && hasEvidenceOn(finding, end.getAsLong(), wasTold));
    }

    private static boolean stoodUntil(long decision, Finding finding) {
        var closing = finding.closing();
        return closing == null || closing.decision() >= decision;
    }

    /** Evidence counts within the year of its own finding, and on any finding while one was deferred, as the warning tells. */
    boolean hasEvidenceOn(Finding finding, BiPredicate<LocalDate, Cause> wasTold) {
        return hasEvidenceOn(finding, Long.MAX_VALUE, wasTold);
    }

    private boolean hasEvidenceOn(Finding finding, long before, BiPredicate<LocalDate, Cause> wasTold) {
        var clock = TerminationClock.causeOf(finding, this);
        return finding.hasEvidenceAgainstTermination(
                before, day -> wasTold.test(day, clock) || hasFinding(it -> it.wasDeferredOn(day, clock)));
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

    /** Whether a new application and fee are asked of this applicant. */
    public FeeWindows feeWindows() {
        return new FeeWindows(this);
    }

    /** Keeps the fee lapsed, if it has, whatever becomes of the findings or joins them; until a new application and fee. */
    Applicant lapseFee(Instant at) {
        var lapsing = feeWindows().lapsingAt(at);
        return lapsing.isEmpty() ? this : withFee(fee.lapse(lapsing));
    }

    Applicant with(ApplicationState next, @Nullable DecisionClock clock) {
        return new Applicant(person, next, executedOn, clock, fee, issuance, responsible, withdrawnAt, refusals);
    }

    Applicant execute(LocalDate on, Fee presented, DecisionClock clock) {
        return new Applicant(
                person,
                ApplicationState.UNDECIDED,
                on,
                clock,
                fee.apply(presented),
                issuance,
                responsible,
                withdrawnAt,
                refusals);
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

    /** The year to file what was asked for has passed; with the application ends the responsibility that a supervisor had assumed. */
    Applicant lapse() {
        return with(ApplicationState.LAPSED, decision).withResponsible(null);
    }

    /**
     * The applicant withdraws; with the application ends the responsibility that a supervisor had assumed.
     *
     * @param mayDecide whether somebody might have decided until then
     */
    Applicant withdraw(Instant at, boolean mayDecide) {
        return lapseFee(at).withdrawn(at, undecided(at, mayDecide));
    }

    private Applicant withdrawn(Instant at, @Nullable DecisionClock clock) {
        return new Applicant(person, ApplicationState.WITHDRAWN, executedOn, clock, fee, issuance, null, at, refusals);
    }

    /** The application is discontinued under an order. */
    Applicant discontinue(Instant at) {
        return with(ApplicationState.DISCONTINUED, undecided(at, true));
    }

    private @Nullable DecisionClock undecided(Instant at, boolean mayDecide) {
        return decision == null || !state.awaitsDecision() ? decision : decision.cease(at, mayDecide);
    }

    /** Whether the application was withdrawn on a day, or before it, as a clock reckons the days. */
    boolean hadWithdrawnBy(LocalDate day, Cause clock) {
        return withdrawnAt != null && !clock.dayOf(withdrawnAt).isAfter(day);
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
        return new Applicant(person, state, executedOn, decision, next, issuance, responsible, withdrawnAt, refusals);
    }

    /** What becomes of the review of the visa; nothing while none is issued. */
    Applicant reviewIssuance(UnaryOperator<Review> change) {
        return issuance == null ? this : withIssuance(issuance.review(change));
    }

    private Applicant withIssuance(Issuance issued) {
        return new Applicant(person, state, executedOn, decision, fee, issued, responsible, withdrawnAt, refusals);
    }

    Applicant withResponsible(@Nullable OfficerId supervisor) {
        return new Applicant(person, state, executedOn, decision, fee, issuance, supervisor, withdrawnAt, refusals);
    }

    private Applicant withRefusals(List<Refusal> next) {
        return new Applicant(person, state, executedOn, decision, fee, issuance, responsible, withdrawnAt, next);
    }
}
