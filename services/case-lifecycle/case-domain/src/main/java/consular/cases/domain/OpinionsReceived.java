package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.opinions.ReceivedOpinion;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.FindingStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What the Department's opinions on an applicant forbid. On each provision the one received last counts: that an opinion
 * binds for ever keeps an officer from acting against it, and not the Department from changing its mind (R-SUP-14, R-AO-04).
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
                ground -> Lists.first(lastFirst, opinion -> received(opinion).concerns(ground))
                        .map(OpinionsReceived::received)
                        .filter(last -> !last.isAdverse() && last.stillBinds())
                        .isPresent());
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
                        ? isLast(opinion) && !isWaivedSince(received)
                        : Lists.any(received.provisions(), provision -> standsOn(provision, opinion)));
    }

    /** Until a later opinion speaks of the provision, or what was found on it is waived. */
    private boolean standsOn(String provision, AdvisoryOpinion opinion) {
        var lastWord = Lists.first(
                        lastFirst, it -> it.equals(opinion) || received(it).covers(provision))
                .orElseThrow();
        return lastWord.equals(opinion)
                && !applicant.hasFinding(finding -> isWaived(finding) && concerns(provision, finding));
    }

    private boolean isLast(AdvisoryOpinion opinion) {
        return lastFirst.getFirst().equals(opinion);
    }

    /** An opinion that names no provision speaks of what the officer then finds. */
    private boolean isWaivedSince(ReceivedOpinion received) {
        return applicant.hasFinding(
                finding -> isWaived(finding) && !finding.refusedOn().isBefore(received.receivedOn()));
    }

    private static boolean isWaived(Finding finding) {
        return finding.status() == FindingStatus.WAIVED;
    }

    private static boolean concerns(String provision, Finding finding) {
        var ground = finding.entered().ground();
        return ground.startsWith(provision) || provision.startsWith(ground);
    }
}
