package consular.cases.domain.inquiries;

import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.NoticeState;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.ReviewState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A refusal as a reply tells it: one paragraph for each provision, however many findings rest on it. */
final class RefusalInWords {
    private static final String REFUSED = "The application was refused";
    private static final String ALSO_REFUSED = "The application was also refused";

    private final Refusal refusal;
    private final InquiryFacts facts;

    private RefusalInWords(ToldRefusal told, InquiryFacts facts) {
        this.refusal = told.refusal();
        this.facts = facts;
    }

    static List<String> of(ToldRefusal told, InquiryFacts facts) {
        var words = new RefusalInWords(told, facts);
        var refusal = told.refusal();
        var byProvision = new LinkedHashMap<String, List<Finding>>();
        for (var finding : told.findings()) {
            byProvision
                    .computeIfAbsent(words.provision(finding), _ -> new ArrayList<>())
                    .add(finding);
        }
        var paragraphs = new ArrayList<String>();
        byProvision.forEach((provision, findings) -> paragraphs.add(words.paragraph(provision, findings)));
        if (words.mayTellMissingDocuments()) {
            paragraphs.add(
                    "Documents on record as missing besides: " + String.join("; ", refusal.missingDocuments()) + ".");
        }
        if (refusal.review().state() == ReviewState.CONCURRED) {
            paragraphs.add(InquiryReply.CONCURRENCE);
        }
        return paragraphs;
    }

    /** The same paragraph after one that told of a refusal. */
    static String asAFurtherOne(String paragraph) {
        return paragraph.startsWith(REFUSED) ? ALSO_REFUSED + paragraph.substring(REFUSED.length()) : paragraph;
    }

    private String paragraph(String provision, List<Finding> findings) {
        var sentences = new LinkedHashSet<String>();
        var when = facts.mayTell(Disclosure.DATE) ? " on " + refusal.refusedOn() : "";
        sentences.add(REFUSED + when + " under INA " + provision + ".");
        findings.forEach(finding -> sentences.add(words(finding).law()));
        if (facts.evidenceIsTaken()) {
            addEvidence(findings, sentences);
        }
        addReasons(findings, sentences);
        findings.stream().filter(this::mayTellFacts).forEach(finding -> sentences.add(basis(finding)));
        addOutcome(findings, sentences);
        return String.join(" ", sentences);
    }

    private void addEvidence(List<Finding> findings, Collection<String> sentences) {
        findings.stream()
                .filter(Finding::isActive)
                .map(finding -> words(finding).evidence())
                .filter(evidence -> !evidence.isEmpty())
                .forEach(sentences::add);
    }

    /** Those that ask something of the applicant: whose processing is awaited, the letters do not name either (R-LTR-02). */
    private void addReasons(List<Finding> findings, Collection<String> sentences) {
        var reasons = findings.stream()
                .filter(finding -> finding.isActive() && finding.kind().asksOfTheApplicant())
                .map(finding -> finding.entered().annotation())
                .filter(Objects::nonNull)
                .toList();
        if (!reasons.isEmpty() && facts.mayTell(Disclosure.WHAT_IS_ASKED_FOR)) {
            sentences.add((reasons.size() == 1 ? "The reason on record is: " : "The reasons on record are: ")
                    + String.join("; ", reasons) + ".");
        }
    }

    private static String basis(Finding finding) {
        return "The consular officer found: "
                + OneLine.quoted(Objects.requireNonNull(finding.entered().factualBasis())) + ".";
    }

    /**
     * What became of all of them; where they went different ways, or not all are told of, of each part. Under a limited
     * citation a waiver would give the ground away (R-LTR-05), and the ineligibility stands all the same (R-OVC-08).
     */
    private void addOutcome(List<Finding> findings, Collection<String> sentences) {
        var outcomes = findings.stream().map(Finding::status).collect(Collectors.toCollection(LinkedHashSet::new));
        var isWhole = outcomes.size() == 1 && isAllOfTheGround(findings);
        for (var outcome : outcomes) {
            var part = isWhole ? "The refusal on this ground" : "Part of the refusal on this ground";
            switch (outcome) {
                case ACTIVE -> {}
                case OVERCOME -> sentences.add(part + " has since been overcome.");
                case WAIVED -> {
                    if (findings.stream().noneMatch(this::isHidden)) {
                        sentences.add(part + " has since been waived.");
                    }
                }
                case REVERSED -> sentences.add(part + " has since been reversed.");
                case SUPERSEDED -> sentences.add(part + " has since been replaced by a later refusal.");
            }
        }
    }

    private boolean isAllOfTheGround(List<Finding> findings) {
        var ground = provision(findings.getFirst());
        return refusal.findings().stream()
                .allMatch(it -> findings.contains(it) || !provision(it).equals(ground));
    }

    private String provision(Finding finding) {
        return isHidden(finding) ? "212(a)" : finding.entered().ground();
    }

    private GroundInWords words(Finding finding) {
        return isHidden(finding) ? GroundInWords.limited() : GroundInWords.of(finding);
    }

    private boolean mayTellFacts(Finding finding) {
        return finding.entered().factualBasis() != null
                && !finding.entered().classified()
                && !isHidden(finding)
                && facts.mayTell(Disclosure.FACTS);
    }

    /** They belong to the refusal and to none of its findings; beside a limited ground they would give it away (R-LTR-05). */
    private boolean mayTellMissingDocuments() {
        return !refusal.missingDocuments().isEmpty()
                && facts.mayTell(Disclosure.WHAT_IS_ASKED_FOR)
                && refusal.findings().stream().anyMatch(Finding::isActive)
                && refusal.findings().stream().noneMatch(this::isHidden);
    }

    private boolean isHidden(Finding finding) {
        return refusal.notice().state() == NoticeState.LIMITED && finding.is212a();
    }
}
