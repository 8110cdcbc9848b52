package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.opinions.OpinionOrigin;
import consular.cases.domain.opinions.ReceivedOpinion;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.FindingStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the Department's opinions on an applicant forbid. On each provision the one received last counts: that an opinion
 * binds for ever keeps an officer from acting against it, and not the Department from changing its mind (R-SUP-14, R-AO-04).
 * But one that names no provision answers what it was asked on and nothing else, and a view of the facts leaves an adverse
 * ruling on the law as it was, unless it is favourable.
 */
final class OpinionsReceived {
    private final Applicant applicant;
    private final List<AdvisoryOpinion> lastFirst;

    private OpinionsReceived(Applicant applicant, List<AdvisoryOpinion> lastFirst) {
        this.applicant = applicant;
        this.lastFirst = lastFirst;
    }

    static OpinionsReceived on(Applicant applicant, CaseFile file) {
        return new OpinionsReceived(
                applicant,
                file.opinionsOn(applicant.applicantId())
                        .filter(opinion -> opinion.received() != null)
                        .sorted(Comparator.comparingLong((AdvisoryOpinion opinion) ->
                                        received(opinion).sequence())
                                .reversed())
                        .toList());
    }

    private static ReceivedOpinion received(AdvisoryOpinion opinion) {
        return Objects.requireNonNull(opinion.received());
    }

    /** Whether the last word on one of the grounds is that there is no ineligibility. */
    boolean forbidRefusing(List<String> grounds) {
        return Lists.any(
                grounds,
                ground -> Lists.first(lastFirst, opinion -> hasAWordOn(ground, opinion))
                        .map(OpinionsReceived::received)
                        .filter(last -> !last.isAdverse() && last.stillBinds())
                        .isPresent());
    }

    /** One that names no provision does not speak for a ground on which another, asked on something else, forbids the visa. */
    private boolean hasAWordOn(String ground, AdvisoryOpinion opinion) {
        var received = received(opinion);
        return received.concerns(ground)
                && (received.isAdverse()
                        || !received.provisions().isEmpty()
                        || !Lists.any(
                                lastFirst,
                                other -> stands(other) && received(other).concerns(ground)));
    }

    /** Whether the Department found the applicant ineligible and that still stands in the way of a visa. */
    boolean forbidIssuing() {
        return Lists.any(lastFirst, this::stands);
    }

    boolean forbidOvercoming(Set<FindingId> closing) {
        var isLast = OvercomingDecisions.nothingStandsBut(closing, applicant);
        return Lists.any(
                lastFirst,
                opinion -> stands(opinion)
                        && (isLast || OpinionDecisions.closes(closing, opinion) || speaksOf(closing, opinion)));
    }

    private boolean speaksOf(Set<FindingId> closing, AdvisoryOpinion opinion) {
        return Lists.any(
                received(opinion).provisions(),
                provision -> standsOn(provision, opinion)
                        && applicant.hasFinding(
                                finding -> closing.contains(finding.findingId()) && concerns(provision, finding)));
    }

    private boolean stands(AdvisoryOpinion opinion) {
        var received = received(opinion);
        return received.isAdverse()
                && received.stillBinds()
                && (received.provisions().isEmpty()
                        ? standsOnWhatIsFound(opinion)
                        : Lists.any(received.provisions(), provision -> standsOn(provision, opinion)));
    }

    /** Until a later opinion speaks of the provision, or what was found on it is waived. */
    private boolean standsOn(String provision, AdvisoryOpinion opinion) {
        return !isPutAside(
                        opinion,
                        later -> received(later).names(provision)
                                || speaksOfTheSame(later, opinion, finding -> provision.startsWith(ground(finding))))
                && !applicant.hasFinding(finding -> isWaived(finding) && concerns(provision, finding));
    }

    /** An opinion that names no provision speaks of what the officer then finds. */
    private boolean standsOnWhatIsFound(AdvisoryOpinion opinion) {
        return !isPutAside(opinion, later -> speaksOfTheSame(later, opinion, finding -> isFoundSince(finding, opinion)))
                && !applicant.hasFinding(finding -> isWaived(finding) && isFoundSince(finding, opinion));
    }

    private static boolean isFoundSince(Finding finding, AdvisoryOpinion opinion) {
        return !finding.refusedOn().isBefore(received(opinion).receivedOn());
    }

    /** A ruling on the law gives way to a favourable opinion or to another ruling. */
    private boolean isPutAside(AdvisoryOpinion opinion, Predicate<AdvisoryOpinion> speaksOfAsMuch) {
        var isRuling = received(opinion).bindingLegalRuling();
        return lastFirst.stream()
                .takeWhile(later -> !later.equals(opinion))
                .filter(later -> !isRuling
                        || !received(later).isAdverse()
                        || received(later).bindingLegalRuling())
                .anyMatch(speaksOfAsMuch);
    }

    /** Whether one that names no provision was asked on the same, or on a refusal for what was found on the earlier. */
    private boolean speaksOfTheSame(AdvisoryOpinion later, AdvisoryOpinion earlier, Predicate<Finding> isFoundOnIt) {
        return received(later).provisions().isEmpty()
                && (later.isAskedOnTheSameAs(earlier)
                        || (later.origin() == OpinionOrigin.REVIEW
                                && applicant.hasFinding(
                                        finding -> !finding.kind().is221g()
                                                && applicant
                                                        .refusalOf(finding)
                                                        .refusalId()
                                                        .equals(later.refusalId())
                                                && isFoundOnIt.test(finding))));
    }

    private static boolean isWaived(Finding finding) {
        return finding.status() == FindingStatus.WAIVED;
    }

    private static String ground(Finding finding) {
        return finding.entered().ground();
    }

    private static boolean concerns(String provision, Finding finding) {
        var ground = ground(finding);
        return ground.startsWith(provision) || provision.startsWith(ground);
    }
}
