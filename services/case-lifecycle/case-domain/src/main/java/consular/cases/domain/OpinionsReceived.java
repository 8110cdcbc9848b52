package consular.cases.domain;

import static consular.cases.domain.opinions.Provision.WHATEVER_IS_FOUND;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.opinions.Provision;
import consular.cases.domain.opinions.ReceivedOpinion;
import consular.cases.domain.refusals.FindingId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What the Department's opinions on an applicant forbid. On each provision the one received last counts: that an opinion
 * binds for ever keeps an officer from acting against it, and not the Department from changing its mind (R-SUP-14, R-AO-04).
 * But one that names no provision answers what it was asked on and nothing else; and a view of the facts leaves an adverse
 * ruling on the law as it was, unless it is favourable and has not been put again. What each speaks of, and which later ones
 * speak of the same, {@link OpinionEvolution} keeps with it.
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
        return Lists.any(grounds, this::isFreeOf);
    }

    /** A view of the facts that was put again leaves the ruling on the law before it, and older views of the facts put aside. */
    private boolean isFreeOf(String ground) {
        var words = lastFirst.stream()
                .filter(opinion -> hasAWordOn(ground, opinion))
                .map(OpinionsReceived::received)
                .toList();
        return !words.isEmpty()
                && Lists.first(
                                words,
                                word -> word.bindingLegalRuling()
                                        || (word.stillBinds() && word.equals(words.getFirst())))
                        .filter(word -> !word.isAdverse())
                        .isPresent();
    }

    /** One that names no provision does not speak for a ground on which another, asked on something else, forbids the visa. */
    private boolean hasAWordOn(String ground, AdvisoryOpinion opinion) {
        var received = received(opinion);
        return concerns(ground, opinion)
                && (received.isAdverse()
                        || received.ground() != null
                        || !Lists.any(lastFirst, other -> stands(other) && concerns(ground, other)));
    }

    private static boolean concerns(String ground, AdvisoryOpinion opinion) {
        return Lists.any(received(opinion).provisions(), provision -> provision.concerns(ground));
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
                provision -> !provision.name().equals(WHATEVER_IS_FOUND)
                        && stands(provision, opinion)
                        && applicant.hasFinding(finding -> closing.contains(finding.findingId())
                                && provision.concerns(finding.entered().ground())));
    }

    private boolean stands(AdvisoryOpinion opinion) {
        return received(opinion).isAdverse()
                && received(opinion).stillBinds()
                && Lists.any(received(opinion).provisions(), provision -> stands(provision, opinion));
    }

    /** Until a later opinion speaks of the provision, or what was found on it is waived. */
    private boolean stands(Provision provision, AdvisoryOpinion opinion) {
        return !isPutAside(provision, opinion)
                && !applicant.hasFinding(finding -> opinion.isWaivedSinceAsked(finding) && provision.isWithin(finding));
    }

    /** A ruling on the law is not put aside by a view of the facts that was itself put again. */
    private boolean isPutAside(Provision provision, AdvisoryOpinion opinion) {
        return Lists.any(
                lastFirst,
                later -> provision.answeredBy().contains(later.advisoryOpinionId())
                        && (received(later).stillBinds() || !received(opinion).bindingLegalRuling()));
    }
}
