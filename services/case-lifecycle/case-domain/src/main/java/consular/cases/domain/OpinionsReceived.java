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
import java.util.function.Predicate;

/**
 * What the Department's opinions on an applicant forbid. That an opinion binds for ever keeps an officer from acting against it,
 * and not the Department from changing its mind (R-SUP-14, R-AO-04): on each provision a favourable one takes an earlier adverse
 * one back, and an adverse one opens the refusal that an earlier favourable one forbade. Of two adverse ones neither takes the
 * other back. What each speaks of, and which later ones speak of the same, {@link OpinionEvolution} keeps with it.
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

    private boolean hasAWordOn(String ground, AdvisoryOpinion opinion) {
        return received(opinion).isAdverse()
                ? Lists.any(received(opinion).meant(), provision -> provision.concerns(ground))
                : Lists.any(opinion.named(), named -> speaksFor(named, ground))
                        || (received(opinion).ground() == null
                                && !isForbidden(provision -> provision.concerns(ground)));
    }

    /** What is within a ground does not speak for it while another opinion that names the ground forbids the visa on it. */
    private boolean speaksFor(String named, String ground) {
        return ground.startsWith(named)
                || (named.startsWith(ground)
                        && !isForbidden(provision ->
                                !provision.name().equals(WHATEVER_IS_FOUND) && ground.startsWith(provision.name())));
    }

    /** Whether an adverse opinion stands in the way of a visa on such a provision. */
    private boolean isForbidden(Predicate<Provision> onSuch) {
        return Lists.any(
                lastFirst,
                opinion -> binds(opinion)
                        && Lists.any(
                                received(opinion).meant(),
                                provision -> onSuch.test(provision) && stands(provision, opinion)));
    }

    /** Whether the Department found the applicant ineligible and that still stands in the way of a visa. */
    boolean forbidIssuing() {
        return isForbidden(_ -> true);
    }

    /** The last finding, one that an adverse opinion was asked on, or one on a provision that it speaks of. */
    boolean forbidOvercoming(Set<FindingId> closing) {
        var isLast = OvercomingDecisions.nothingStandsBut(closing, applicant);
        return Lists.any(
                lastFirst,
                opinion -> binds(opinion)
                        && Lists.any(
                                received(opinion).meant(),
                                provision -> stands(provision, opinion)
                                        && (isLast
                                                || OpinionDecisions.closes(closing, opinion)
                                                || speaksOf(closing, provision))));
    }

    private boolean speaksOf(Set<FindingId> closing, Provision provision) {
        return !provision.name().equals(WHATEVER_IS_FOUND)
                && applicant.hasFinding(finding -> closing.contains(finding.findingId())
                        && provision.concerns(finding.entered().ground()));
    }

    private static boolean binds(AdvisoryOpinion opinion) {
        return received(opinion).isAdverse() && received(opinion).stillBinds();
    }

    /** Until a later opinion is favourable on the provision, or what was found on it is waived. */
    private boolean stands(Provision provision, AdvisoryOpinion opinion) {
        return !isPutAside(provision, opinion)
                && !applicant.hasFinding(finding -> opinion.isWaivedSinceAsked(finding) && provision.isWithin(finding));
    }

    /** A ruling on the law is not put aside by a view of the facts that was itself put again; a view of the facts stays so. */
    private boolean isPutAside(Provision provision, AdvisoryOpinion opinion) {
        return Lists.any(
                lastFirst,
                later -> provision.answeredBy().contains(later.advisoryOpinionId())
                        && (received(later).stillBinds() || !received(opinion).bindingLegalRuling()));
    }
}
