package consular.cases.domain.opinions;

import static consular.cases.domain.opinions.Provision.WHATEVER_IS_FOUND;

import consular.cases.domain.lists.Lists;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.RefusalId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The Department's answer.
 *
 * @param receivedAt when it came; each clock that it had held back has its own days
 * @param sequence the place of its event in the case: of two opinions the one received later has the higher
 * @param ground the provision that it names, or one that holds several; null where it names none
 * @param bindingLegalRuling whether it rules on the interpretation of law, against which no officer can put the case again
 * @param resubmitted whether the officer has put the case again with reasons (22 CFR 42.81(d))
 * @param provisions what it speaks of, never empty: in its own words, until a refusal on an adverse one says what was found;
 *     with what was reversed of that, while something else of it is left
 */
public record ReceivedOpinion(
        LocalDate receivedOn,
        Instant receivedAt,
        long sequence,
        OpinionOutcome outcome,
        @Nullable String ground,
        boolean bindingLegalRuling,
        boolean resubmitted,
        List<Provision> provisions) {

    public ReceivedOpinion {
        provisions = List.copyOf(provisions);
    }

    /** As it is when it has just come. */
    public static ReceivedOpinion received(
            LocalDate receivedOn,
            Instant receivedAt,
            long sequence,
            OpinionOutcome outcome,
            @Nullable String ground,
            boolean bindingLegalRuling) {
        return new ReceivedOpinion(
                receivedOn,
                receivedAt,
                sequence,
                outcome,
                ground,
                bindingLegalRuling,
                false,
                List.of(inOwnWords(ground)));
    }

    /** Whether the officer may not act against it as matters stand. */
    public boolean stillBinds() {
        return bindingLegalRuling || !resubmitted;
    }

    /** What it speaks of as matters stand. */
    public List<Provision> meant() {
        return Lists.any(provisions, Provision::isReversed)
                ? provisions.stream()
                        .filter(provision -> !provision.isReversed())
                        .toList()
                : provisions;
    }

    public boolean isAdverse() {
        return outcome == OpinionOutcome.INELIGIBLE;
    }

    /** An adverse opinion means those within its own words that a refusal rests on; one that has been found stays so. */
    ReceivedOpinion found(Refusal refusal, Predicate<Finding> counts) {
        return isAdverse()
                ? with(provisions.stream()
                        .flatMap(provision -> found(provision, refusal, counts).stream())
                        .toList())
                : this;
    }

    private static List<Provision> found(Provision provision, Refusal refusal, Predicate<Finding> counts) {
        var within = refusal.findings().stream()
                .filter(finding ->
                        finding.isIneligibility() && finding.status() != FindingStatus.REVERSED && counts.test(finding))
                .map(finding -> finding.entered().ground())
                .filter(ground -> provision.foundIn() == null && ground.startsWith(provision.name()))
                .map(ground -> provision.found(ground, refusal.refusalId()))
                .toList();
        return within.isEmpty() ? List.of(provision) : within;
    }

    /** What is superseded on its own ground is found in the refusal that supersedes it. */
    ReceivedOpinion foundAnew(Refusal refusal, List<FindingId> superseded, RefusalId anew) {
        return with(Lists.map(
                provisions,
                provision -> refusal.refusalId().equals(provision.foundIn())
                                && Lists.any(
                                        refusal.findings(),
                                        finding -> superseded.contains(finding.findingId())
                                                && finding.entered().ground().equals(provision.name()))
                        ? provision.found(provision.name(), anew)
                        : provision));
    }

    /**
     * A refusal that was wrong does not say what is meant. With nothing else found, that is in the opinion's own words again,
     * unless the Department has since answered all that had been found: then that was it, also if an answer was put again.
     */
    ReceivedOpinion reversed(Refusal refusal) {
        var found = Lists.map(provisions, it -> isReversed(it, refusal) ? it.reversed(true) : it);
        if (!found.stream().allMatch(Provision::isReversed)) {
            return with(found);
        }
        return with(
                Lists.any(found, it -> it.answeredBy().isEmpty())
                        ? List.of(inOwnWords(ground))
                        : Lists.map(found, it -> it.reversed(false)));
    }

    private static Provision inOwnWords(@Nullable String ground) {
        return Provision.inOwnWords(ground == null ? WHATEVER_IS_FOUND : ground);
    }

    private static boolean isReversed(Provision provision, Refusal refusal) {
        return refusal.refusalId().equals(provision.foundIn())
                && Lists.any(
                        refusal.findings(),
                        finding -> finding.status() == FindingStatus.REVERSED
                                && finding.entered().ground().equals(provision.name()));
    }

    ReceivedOpinion answered(AdvisoryOpinionId later, Predicate<Provision> speaksOf) {
        return with(Lists.map(provisions, it -> speaksOf.test(it) ? it.alsoAnsweredBy(later) : it));
    }

    ReceivedOpinion resubmit() {
        return new ReceivedOpinion(
                receivedOn, receivedAt, sequence, outcome, ground, bindingLegalRuling, true, provisions);
    }

    private ReceivedOpinion with(List<Provision> next) {
        return new ReceivedOpinion(
                receivedOn, receivedAt, sequence, outcome, ground, bindingLegalRuling, resubmitted, next);
    }
}
