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
 * @param provisions what it speaks of, never empty: in its own words, until a refusal on an adverse one says what was found
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
        var provision = Provision.inOwnWords(ground == null ? WHATEVER_IS_FOUND : ground);
        return new ReceivedOpinion(
                receivedOn, receivedAt, sequence, outcome, ground, bindingLegalRuling, false, List.of(provision));
    }

    /** Whether the officer may not act against it as matters stand. */
    public boolean stillBinds() {
        return bindingLegalRuling || !resubmitted;
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
                .map(ground -> new Provision(ground, refusal.refusalId(), provision.answeredBy()))
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
                        ? provision.foundIn(anew)
                        : provision));
    }

    /**
     * A refusal that was wrong does not say what is meant. With nothing else found, that is in the opinion's own words again;
     * but what the Department has since said of all that had been found, it has said of the opinion.
     */
    ReceivedOpinion reversed(Refusal refusal) {
        var wrong = provisions.stream()
                .filter(provision -> refusal.refusalId().equals(provision.foundIn()) && isReversed(provision, refusal))
                .toList();
        if (wrong.isEmpty()) {
            return this;
        }
        var left = provisions.stream().filter(it -> !wrong.contains(it)).toList();
        return with(left.isEmpty() ? List.of(inOwnWordsAgain(wrong)) : left);
    }

    private static boolean isReversed(Provision provision, Refusal refusal) {
        return Lists.any(
                refusal.findings(),
                finding -> finding.status() == FindingStatus.REVERSED
                        && finding.entered().ground().equals(provision.name()));
    }

    private Provision inOwnWordsAgain(List<Provision> wrong) {
        var answers = wrong.getFirst().answeredBy().stream()
                .filter(answer -> wrong.stream().allMatch(it -> it.answeredBy().contains(answer)))
                .toList();
        return new Provision(ground == null ? WHATEVER_IS_FOUND : ground, null, answers);
    }

    ReceivedOpinion answered(AdvisoryOpinionId later, Predicate<Provision> speaksOf) {
        return with(Lists.map(provisions, it -> speaksOf.test(it) ? it.answeredBy(later) : it));
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
