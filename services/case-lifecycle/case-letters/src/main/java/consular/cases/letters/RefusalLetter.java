package consular.cases.letters;

import consular.cases.domain.ineligibility.Ground;
import consular.cases.domain.ineligibility.GroundKind;
import consular.cases.domain.notices.FixedSentence;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.letters.document.Language;
import consular.cases.letters.document.Letter;
import consular.cases.letters.document.LetterKind;
import consular.cases.letters.facts.FindingThen;
import consular.cases.letters.facts.LetterFacts.Refusal;
import consular.cases.letters.facts.LetterFinding;
import consular.cases.letters.facts.LetterFinding.FollowsFamily;
import consular.cases.letters.facts.LetterFinding.Ineligible;
import consular.cases.letters.facts.LetterFinding.Missing;
import consular.cases.letters.facts.LetterFinding.Processing;
import consular.cases.letters.wording.RefusalWording;
import consular.cases.letters.wording.RegistrationWording;
import consular.cases.letters.wording.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The letter on a refusal: five sections in the order of 9 FAM 504.11-3(A)(1)b(1)-(5), each where it may be told. */
final class RefusalLetter {
    private final Refusal refusal;
    private final RefusalWording words;
    private final RegistrationWording registration;
    private final LetterBuilder letter;

    private RefusalLetter(Refusal refusal) {
        var wording = Wording.in(refusal.head().language());
        this.refusal = refusal;
        this.words = wording.refusal();
        this.registration = wording.registration();
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

    /**
     * As they were on the day of the decision, in the order of the findings; what the officer wrote stays in the officer's
     * language. What the next section does not name any more is named here.
     */
    private void facts() {
        var lacked = only(Missing.class).toList();
        var isAllOpen = refusal.open().containsAll(lacked);
        var told = new LinkedHashSet<String>();
        var written = new LinkedHashSet<String>();
        for (var then : refusal.findings()) {
            switch (then.finding()) {
                case Missing missing -> {
                    if (isAllOpen) {
                        told.add(words.somethingIsMissing());
                    }
                }
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
        if (told.isEmpty() && written.isEmpty() && isAllOpen) {
            return;
        }
        letter.heading(words.factsHeading());
        if (!isAllOpen) {
            letter.paragraph(words.lacked())
                    .items(lacked.stream().map(words::item).distinct().toList());
        }
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
        if (refusal.isEndUntold()) {
            return;
        }
        letter.heading(words.documentsHeading());
        if (refusal.open().isEmpty()) {
            letter.paragraph(words.nothingRequestedAnyMore());
            return;
        }
        var isLimited = only(Ineligible.class).anyMatch(this::isLimited);
        var missing = Stream.concat(open(Missing.class), isLimited ? Stream.empty() : refusal.missingBesides().stream())
                .map(words::item)
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            letter.paragraph(words.missing()).items(missing);
            if (open(Ineligible.class).findAny().isPresent()) {
                letter.paragraph(words.otherEvidenceIsConsidered());
            }
        } else if (isLimited) {
            var evidence = words.evidenceOfEligibilityIsConsidered();
            letter.paragraph(refusal.missingBesides().isEmpty() ? words.nothingRequested() + " " + evidence : evidence);
        } else if (open(Ineligible.class).anyMatch(finding -> !is214b(finding))) {
            letter.paragraph(words.evidenceIsConsidered());
        } else {
            letter.paragraph(words.nothingRequested());
        }
    }

    private void steps() {
        var steps = new LinkedHashSet<String>(whatItBecame());
        for (var finding : refusal.open()) {
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
        if (steps.isEmpty() && !refusal.isEndUntold()) {
            steps.add(words.decisionStands());
        }
        if (!steps.isEmpty() || belongs(FixedSentence.TERMINATION_OF_THE_PETITION)) {
            letter.heading(words.stepsHeading());
        }
        steps.forEach(letter::paragraph);
        sentence(FixedSentence.TERMINATION_OF_THE_PETITION);
    }

    /** Nothing while all of it stands and evidence on it is taken. */
    private List<String> whatItBecame() {
        var became = new ArrayList<String>();
        if (!refusal.isEndUntold()) {
            refusal.findings().stream()
                    .collect(Collectors.groupingBy(
                            then -> citation(then.finding().ground()), LinkedHashMap::new, Collectors.toList()))
                    .forEach((citation, findings) -> became.addAll(whatBecame(citation, findings)));
        }
        if (refusal.open().isEmpty()) {
            registration.application(refusal.then()).ifPresent(became::add);
        }
        return became;
    }

    /** Under a limited citation a waiver would give the ground away (R-LTR-05). */
    private List<String> whatBecame(String citation, List<FindingThen> findings) {
        var statuses = findings.stream().map(FindingThen::status).distinct().toList();
        return statuses.stream()
                .filter(Objects::nonNull)
                .filter(status -> status != FindingStatus.WAIVED
                        || !isLimited(findings.getFirst().finding()))
                .flatMap(status -> words.became(status, citation, statuses.size() == 1).stream())
                .toList();
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
        if (belongs(sentence)) {
            letter.sentence(sentence);
        }
    }

    private boolean belongs(FixedSentence sentence) {
        return sentence.belongsTo(refusal.noticeFacts());
    }

    /** Whoever waits for the Government or for the family has nothing to present. */
    private boolean mayPresentEvidence() {
        return refusal.open().stream().anyMatch(finding -> finding instanceof Missing || finding instanceof Ineligible);
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
        return refusal.findings().stream()
                .map(FindingThen::finding)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private <T extends LetterFinding> Stream<T> open(Class<T> type) {
        return refusal.open().stream().filter(type::isInstance).map(type::cast);
    }
}
