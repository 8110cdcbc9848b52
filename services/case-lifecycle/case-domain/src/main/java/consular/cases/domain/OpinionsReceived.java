package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.opinions.OpinionOrigin;
import consular.cases.domain.opinions.ReceivedOpinion;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.refusals.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the Department's opinions on an applicant forbid. On each provision the one received last counts: that an opinion
 * binds for ever keeps an officer from acting against it, and not the Department from changing its mind (R-SUP-14, R-AO-04).
 * But one that names no provision answers what it was asked on and nothing else, and a view of the facts leaves an adverse
 * ruling on the law as it was, unless it is favourable. An adverse opinion that names no provision, or one that holds several,
 * speaks of those that the first refusal following it rests on.
 */
final class OpinionsReceived {
    /** The beginning of every provision, and so what an opinion that names none speaks of until something is found on it. */
    private static final String WHATEVER_IS_FOUND = "";

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

    /** A favourable view of the facts that was put again forbids nothing, but leaves the ruling on the law before it. */
    private boolean isFreeOf(String ground) {
        var words = lastFirst.stream()
                .filter(opinion -> hasAWordOn(ground, opinion))
                .map(OpinionsReceived::received)
                .toList();
        return !words.isEmpty()
                && !words.getFirst().isAdverse()
                && (words.getFirst().stillBinds()
                        || Lists.first(words, ReceivedOpinion::bindingLegalRuling)
                                .filter(ruling -> !ruling.isAdverse())
                                .isPresent());
    }

    /** One that names no provision does not speak for a ground on which another, asked on something else, forbids the visa. */
    private boolean hasAWordOn(String ground, AdvisoryOpinion opinion) {
        var received = received(opinion);
        return concerns(ground, opinion)
                && (received.isAdverse()
                        || !received.provisions().isEmpty()
                        || !Lists.any(lastFirst, other -> stands(other) && concerns(ground, other)));
    }

    private boolean concerns(String ground, AdvisoryOpinion opinion) {
        return Lists.any(provisionsOf(opinion), it -> isWithinTheOther(it.provision(), ground));
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
                provisionsOf(opinion),
                it -> !it.provision().equals(WHATEVER_IS_FOUND)
                        && standsOn(it, opinion)
                        && applicant.hasFinding(finding -> closing.contains(finding.findingId())
                                && isWithinTheOther(it.provision(), ground(finding))));
    }

    private boolean stands(AdvisoryOpinion opinion) {
        return received(opinion).isAdverse()
                && received(opinion).stillBinds()
                && Lists.any(provisionsOf(opinion), it -> standsOn(it, opinion));
    }

    /** Until a later opinion speaks of the provision, or what was found on it is waived. */
    private boolean standsOn(Spoken spoken, AdvisoryOpinion opinion) {
        return !isPutAside(spoken, opinion)
                && !applicant.hasFinding(finding -> opinion.isWaivedSinceAsked(finding)
                        && spoken.provision().startsWith(ground(finding)));
    }

    /** A ruling on the law gives way to a favourable opinion or to another ruling. */
    private boolean isPutAside(Spoken spoken, AdvisoryOpinion opinion) {
        var isRuling = received(opinion).bindingLegalRuling();
        return lastFirst.stream()
                .takeWhile(later -> !later.equals(opinion))
                .filter(later -> !isRuling
                        || !received(later).isAdverse()
                        || received(later).bindingLegalRuling())
                .anyMatch(later -> speaksOf(spoken.to(received(later)), opinion, later));
    }

    /** One that names no provision speaks of what it was asked on, and of what a refusal that was referred rests on. */
    private boolean speaksOf(String provision, AdvisoryOpinion earlier, AdvisoryOpinion later) {
        return received(later).names(provision)
                || (received(later).provisions().isEmpty()
                        && (later.isAskedOnTheSameAs(earlier)
                                || applicant.hasFinding(finding -> isReferred(applicant.refusalOf(finding), later)
                                        && !finding.kind().is221g()
                                        && provision.startsWith(ground(finding)))));
    }

    /** What an adverse opinion speaks of in the words of the refusal that follows it; until then, in its own. */
    private List<Spoken> provisionsOf(AdvisoryOpinion opinion) {
        var received = received(opinion);
        var own = received.provisions().isEmpty() ? List.of(WHATEVER_IS_FOUND) : received.provisions();
        return own.stream()
                .flatMap(
                        provision -> found(provision, opinion)
                                .orElse(List.of(new Spoken(provision, provision, received.sequence())))
                                .stream())
                .toList();
    }

    private Optional<List<Spoken>> found(String own, AdvisoryOpinion opinion) {
        var received = received(opinion);
        return applicant.refusals().stream()
                .filter(refusal -> received.isAdverse()
                        && (isReferred(refusal, opinion) || refusal.cause().sequence() > received.sequence()))
                .map(refusal -> Lists.map(
                        groundsWithin(own, refusal),
                        ground -> new Spoken(ground, own, refusal.cause().sequence())))
                .filter(grounds -> !grounds.isEmpty())
                .findFirst();
    }

    private static List<String> groundsWithin(String provision, Refusal refusal) {
        return refusal.findings().stream()
                .filter(finding -> !finding.kind().is221g() && finding.status() != FindingStatus.REVERSED)
                .map(OpinionsReceived::ground)
                .filter(ground -> ground.startsWith(provision))
                .toList();
    }

    private static boolean isReferred(Refusal refusal, AdvisoryOpinion opinion) {
        return opinion.origin() == OpinionOrigin.REVIEW && refusal.refusalId().equals(opinion.refusalId());
    }

    private static String ground(Finding finding) {
        return finding.entered().ground();
    }

    private static boolean isWithinTheOther(String provision, String ground) {
        return ground.startsWith(provision) || provision.startsWith(ground);
    }

    /**
     * A provision that an opinion speaks of.
     *
     * @param own how the opinion itself names it, or {@link #WHATEVER_IS_FOUND}
     * @param since the place in the case of the event from which {@code provision} is meant by it
     */
    private record Spoken(String provision, String own, long since) {
        /** What a later opinion has to speak of: one that came before the refusal knew of the opinion's own words only. */
        String to(ReceivedOpinion later) {
            return later.sequence() > since ? provision : own;
        }
    }
}
