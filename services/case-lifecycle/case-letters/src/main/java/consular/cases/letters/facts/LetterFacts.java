package consular.cases.letters.facts;

import consular.cases.domain.ineligibility.Ground;
import consular.cases.domain.notices.NoticeExtent;
import consular.cases.domain.notices.NoticeFacts;
import consular.cases.domain.notices.Requester;
import consular.cases.domain.registration.NoticeIssuer;
import consular.cases.domain.registration.TerminationKind;
import consular.cases.domain.visas.VisaCategory;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The occasion of a letter, with all that the letter tells of it. */
public sealed interface LetterFacts {
    LetterHead head();

    /**
     * A refusal, of any ground.
     *
     * @param petitionBased whether the case rests on a petition
     * @param findings what it rests on, at least one
     * @param missingBesides documents that are missing and on which it does not rest
     * @param then what is so of the application when the letter is given
     * @param noNewFeeUntil the last day on which evidence avoids a new application fee; null if none is left
     * @param lapsesAfter the last day on which evidence keeps a nonimmigrant application from lapsing that was refused under
     *     221(g) for want of something (R-NIV-10); null if it cannot lapse, or no more by anything that a reader does
     * @param feeLapsed whether a fee had lapsed before, so that no evidence avoids the new one
     * @param supervisoryReview whether a supervisor's review of it is still to come
     * @param opinionAwaited whether the Department has been asked for an opinion
     * @param ownWording the post's own words, which must have passed the check of the domain; null for ours
     */
    record Refusal(
            LetterHead head,
            NoticeExtent extent,
            VisaCategory category,
            String visaClass,
            boolean petitionBased,
            LocalDate refusedOn,
            List<FindingThen> findings,
            List<LetterFinding.Missing> missingBesides,
            ApplicationThen then,
            @Nullable LocalDate noNewFeeUntil,
            @Nullable LocalDate lapsesAfter,
            boolean feeLapsed,
            boolean supervisoryReview,
            boolean opinionAwaited,
            @Nullable String ownWording)
            implements LetterFacts {

        public Refusal {
            findings = List.copyOf(findings);
            missingBesides = List.copyOf(missingBesides);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("a refusal rests on at least one finding");
            }
        }

        /** The provisions, each once, in the order of the findings. */
        public List<Ground> grounds() {
            return findings.stream().map(it -> it.finding().ground()).distinct().toList();
        }

        /** Those that still stand while evidence on them is taken; none once the application or its registration has ended. */
        public List<LetterFinding> open() {
            return then == ApplicationThen.REFUSED
                    ? findings.stream()
                            .filter(FindingThen::stands)
                            .map(FindingThen::finding)
                            .toList()
                    : List.of();
        }

        /** Whether nothing of it stands, and the end of some of it must not be told, so that nothing is told but that it was made. */
        public boolean isEndUntold() {
            return findings.stream().noneMatch(FindingThen::stands)
                    && findings.stream().anyMatch(it -> it.status() == null);
        }

        /** What settles its clauses. */
        public NoticeFacts noticeFacts() {
            return new NoticeFacts(category, petitionBased, grounds(), extent == NoticeExtent.LIMITED_CITATION);
        }
    }

    /**
     * A refusal reversed.
     *
     * @param toldOfRefusal whether the applicant had been told of the refusal, so that this notice is the second
     * @param then what is so of the application when the notice is given
     */
    record Reversal(
            LetterHead head, LocalDate refusedOn, LocalDate reversedOn, boolean toldOfRefusal, ApplicationThen then)
            implements LetterFacts {}

    /**
     * A registration that will be terminated.
     *
     * @param lastDay the last day on which the applicant's act prevents the termination
     */
    record TerminationWarning(LetterHead head, YearToAct year, LocalDate lastDay) implements LetterFacts {}

    /**
     * A registration terminated.
     *
     * @param reinstateBy the last day for reinstatement by 22 CFR 42.83(c)
     * @param statutoryReinstateBy the last day by INA 203(g), where it differs; null otherwise
     */
    record Termination(
            LetterHead head,
            NoticeIssuer issuer,
            YearToAct year,
            LocalDate terminatedOn,
            LocalDate reinstateBy,
            @Nullable LocalDate statutoryReinstateBy,
            boolean petitionBased)
            implements LetterFacts {}

    /**
     * A registration reinstated.
     *
     * @param lastDay the last day in time of the year that begins anew; null if none runs
     * @param petitionReinstated whether the petition is in force again with it; not where there is none, or where anything
     *     else stands in its way
     */
    record Reinstatement(
            LetterHead head,
            TerminationKind kind,
            LocalDate terminatedOn,
            LocalDate reinstatedOn,
            @Nullable LocalDate lastDay,
            boolean petitionReinstated)
            implements LetterFacts {}

    /**
     * An inquiry answered.
     *
     * @param reply the text that the history keeps; paragraphs are parted by an empty line
     */
    record InquiryAnswer(LetterHead head, Requester requester, String reference, String reply) implements LetterFacts {}
}
