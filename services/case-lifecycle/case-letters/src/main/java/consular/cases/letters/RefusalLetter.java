package consular.cases.letters;

import consular.cases.domain.ineligibility.Ground;
import consular.cases.domain.ineligibility.GroundKind;
import consular.cases.domain.notices.FixedSentence;
import consular.cases.letters.document.Language;
import consular.cases.letters.document.Letter;
import consular.cases.letters.document.LetterKind;
import consular.cases.letters.facts.LetterFacts.Refusal;
import consular.cases.letters.facts.LetterFinding;
import consular.cases.letters.facts.LetterFinding.FollowsFamily;
import consular.cases.letters.facts.LetterFinding.Ineligible;
import consular.cases.letters.facts.LetterFinding.Missing;
import consular.cases.letters.facts.LetterFinding.Processing;
import consular.cases.letters.wording.RefusalWording;
import consular.cases.letters.wording.Wording;
import java.util.LinkedHashSet;
import java.util.stream.Stream;

/** The letter on a refusal: five sections in the order of 9 FAM 504.11-3(A)(1)b(1)-(5), each where it may be told. */
final class RefusalLetter {
    private final Refusal refusal;
    private final RefusalWording words;
    private final LetterBuilder letter;

    private RefusalLetter(Refusal refusal) {
        var wording = Wording.in(refusal.head().language());
        this.refusal = refusal;
        this.words = wording.refusal();
        this.letter = LetterBuilder.byThePost(
                refusal.head(), LetterKind.REFUSAL, wording.frame().refusalTitle(refusal.category()));
    }

    static Letter write(Refusal refusal) {
        var page = new RefusalLetter(refusal);
        var own = refusal.ownWording();
        if (own != null) {
            OwnText.paragraphs(own).forEach(paragraph -> OwnText.add(page.letter, paragraph));
            return page.letter.sign();
        }
        page.provision();
        page.facts();
        page.documents();
        page.steps();
        page.relief();
        return page.letter.sign();
    }

    private void provision() {
        var citations =
                refusal.grounds().stream().map(this::citation).distinct().toList();
        letter.heading(words.provisionHeading())
                .paragraph(words.refusedUnder(refusal.visaClass(), refusal.refusedOn(), citations.size()))
                .items(citations.stream()
                        .map(citation -> "INA\u00a0" + citation)
                        .toList());
        refusal.grounds().stream().map(words::meaning).distinct().forEach(letter::paragraph);
        sentence(FixedSentence.ESTA);
    }

    /** In the order of the findings; what the officer wrote stays in the officer's language. */
    private void facts() {
        var told = new LinkedHashSet<String>();
        var written = new LinkedHashSet<String>();
        for (var finding : refusal.findings()) {
            switch (finding) {
                case Missing missing -> told.add(words.somethingIsMissing());
                case Processing processing -> told.add(words.processingIsOpen());
                case FollowsFamily follows -> told.add(words.familyIsAwaited());
                case Ineligible ineligible -> {
                    if (mayTellFacts(ineligible)) {
                        var basis = ineligible.factualBasis();
                        if (basis != null) {
                            written.addAll(OwnText.paragraphs(basis));
                        } else if (is214b(ineligible)) {
                            told.add(words.entitlementNotShown());
                        }
                    }
                }
            }
        }
        if (told.isEmpty() && written.isEmpty()) {
            return;
        }
        letter.heading(words.factsHeading());
        told.forEach(letter::paragraph);
        if (!written.isEmpty()) {
            letter.paragraph(words.factsOfTheOfficer());
            written.forEach(paragraph -> letter.paragraph(Language.ENGLISH, paragraph));
        }
    }

    /**
     * What is missing besides would give a limited ground away, as a certificate of the police does (R-LTR-05). The letter is
     * silent about it then: that nothing is requested would be false.
     */
    private void documents() {
        var isLimited = only(Ineligible.class).anyMatch(this::isLimited);
        var missing = Stream.concat(only(Missing.class), isLimited ? Stream.empty() : refusal.missingBesides().stream())
                .map(words::item)
                .distinct()
                .toList();
        letter.heading(words.documentsHeading());
        if (!missing.isEmpty()) {
            letter.paragraph(words.missing()).items(missing);
            if (only(Ineligible.class).findAny().isPresent()) {
                letter.paragraph(words.otherEvidenceIsConsidered());
            }
        } else if (isLimited) {
            var evidence = words.evidenceOfEligibilityIsConsidered();
            letter.paragraph(refusal.missingBesides().isEmpty() ? words.nothingRequested() + " " + evidence : evidence);
        } else if (only(Ineligible.class).anyMatch(finding -> !is214b(finding))) {
            letter.paragraph(words.evidenceIsConsidered());
        } else {
            letter.paragraph(words.nothingRequested());
        }
    }

    private void steps() {
        var steps = new LinkedHashSet<String>();
        for (var finding : refusal.findings()) {
            switch (finding) {
                case Missing missing -> steps.add(words.consideredWhenPresented());
                case Processing processing -> steps.add(words.postCompletesProcessing());
                case FollowsFamily follows -> steps.add(words.familyIsDecidedTogether());
                case Ineligible ineligible -> {}
            }
        }
        var lastDay = refusal.noNewFeeUntil();
        if (lastDay != null && !refusal.feeLapsed() && mayPresentEvidence()) {
            steps.add(words.noNewFeeUntil(lastDay));
        }
        var lapse = refusal.lapsesAfter();
        if (lapse != null) {
            steps.add(words.lapsesAfter(lapse));
        }
        if (refusal.opinionAwaited()) {
            steps.add(words.departmentGivesOpinion());
        }
        if (refusal.supervisoryReview()) {
            steps.add(words.supervisorReviews());
        }
        if (steps.isEmpty()) {
            steps.add(words.decisionStands());
        }
        letter.heading(words.stepsHeading());
        steps.forEach(letter::paragraph);
        sentence(FixedSentence.TERMINATION_OF_THE_PETITION);
    }

    /** A limited citation says nothing of waivers, which would give the ground away (R-LTR-05). */
    private void relief() {
        var relief = Stream.concat(
                        refusal.noticeFacts().is221g() ? Stream.of(words.noWaiverOf221g()) : Stream.empty(),
                        only(Ineligible.class)
                                .filter(finding -> !isLimited(finding))
                                .map(this::waiver))
                .distinct()
                .toList();
        if (!relief.isEmpty()) {
            letter.heading(words.reliefHeading());
            relief.forEach(letter::paragraph);
        }
    }

    private String waiver(Ineligible finding) {
        if (is214b(finding)) {
            return words.newApplicationStandsOnItsOwn();
        }
        return finding.waiverAvailable()
                ? words.waiverAvailable(finding.ground())
                : words.waiverNotAvailable(finding.ground());
    }

    private void sentence(FixedSentence sentence) {
        if (sentence.belongsTo(refusal.noticeFacts())) {
            letter.sentence(sentence);
        }
    }

    /** Whoever waits for the Government or for the family has nothing to present. */
    private boolean mayPresentEvidence() {
        return refusal.findings().stream()
                .anyMatch(finding -> finding instanceof Missing || finding instanceof Ineligible);
    }

    private String citation(Ground ground) {
        return isLimited(ground) ? "212(a)" : ground.citation();
    }

    private boolean mayTellFacts(Ineligible finding) {
        return !finding.classified() && !isLimited(finding);
    }

    private boolean isLimited(LetterFinding finding) {
        return isLimited(finding.ground());
    }

    private boolean isLimited(Ground ground) {
        return refusal.noticeFacts().limitedCitation() && ground.kind() == GroundKind.SECTION_212A;
    }

    private static boolean is214b(Ineligible finding) {
        return finding.ground().citation().equals("214(b)");
    }

    private <T extends LetterFinding> Stream<T> only(Class<T> type) {
        return refusal.findings().stream().filter(type::isInstance).map(type::cast);
    }
}
