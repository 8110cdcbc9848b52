package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.AO_BINDING;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.ReceiveAdvisoryOpinion;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.opinions.OpinionOutcome;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.ProposedAction;
import consular.cases.domain.refusals.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Whatever the Department answers while the officer refuses, has waived, overcomes, reverses, puts again and is referred:
 * what the {@link OpinionOracle} forbids is AO_BINDING, and nothing else is. Holds R-SUP-14, R-AO-04, R-IV-09.
 */
class ActingOnTheDepartmentTest {
    private static final List<String> GROUNDS =
            List.of("212(a)(3)(A)(i)", "212(a)(3)(A)(ii)", "212(a)(3)(A)", "212(a)(3)(B)", "212(a)(4)");
    /** No answer ever names it. */
    private static final String UNTOLD = "212(a)(2)(A)";

    private static final int STORIES = 500;

    private Random lot = new Random();
    private CaseScenario story = CaseScenario.registered("2024-01-22");
    private OpinionOracle department = new OpinionOracle();

    @BeforeEach
    void seed(RepetitionInfo repetition) {
        lot = new Random(repetition.getCurrentRepetition());
    }

    @RepeatedTest(4)
    void r_sup_14_nothing_is_done_against_an_opinion_that_binds_and_nothing_is_held_up_by_another() {
        var forbidden = 0;
        var open = 0;
        for (var count = 0; count < STORIES; count++) {
            begin();
            for (var answers = 1 + lot.nextInt(3); answers > 0; answers--) {
                var askedOn = 1 + lot.nextInt(2);
                story.given("officer-a", ask("F" + askedOn));
                answered(askedOn, List.of());
            }
            for (var acts = 8; acts > 0 && applicant().issuance() == null; acts--) {
                act();
                issueIfOpen();
                forbidden += department.forbidsIssuing() ? 1 : 0;
                open += department.forbidsIssuing() ? 0 : 1;
            }
        }
        assertThat(forbidden).isGreaterThan(STORIES);
        assertThat(open).isGreaterThan(STORIES / 2);
    }

    private void begin() {
        department = new OpinionOracle();
        story = CaseScenario.applied("2024-01-22")
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", refuse221g("FPU"));
    }

    private void act() {
        switch (lot.nextInt(6)) {
            case 0, 1 -> refuse();
            case 2 -> one(Finding::isActive).ifPresentOrElse(this::waiveOrOvercome, this::putAgain);
            case 3 -> putAgain();
            case 4 -> reverseOne();
            default -> referOne();
        }
    }

    /** Whether the visa could be issued or not, the Department bars it where the oracle says so; and some decision is open. */
    private void issueIfOpen() {
        for (var annotation : new @Nullable VisaAnnotation[] {null, VisaAnnotation.WAIVER, VisaAnnotation.OVERCOME}) {
            if (applicant().issuance() == null) {
                story.when("officer-a", issue(annotation));
                assertThat(isAgainstTheDepartment()).as(department::toString).isEqualTo(department.forbidsIssuing());
            }
        }
        if (department.forbidsIssuing()) {
            assertThat(Lists.and(GROUNDS, UNTOLD)).as(department::toString).anyMatch(this::mayRefuseOn);
        }
    }

    private boolean mayRefuseOn(String ground) {
        var command = refuseIneligible(ground);
        return CaseDecider.decide(command, story.state(), story.context(TestActors.named("officer-a"), null, null))
                instanceof Decision.Accepted;
    }

    private void refuse() {
        var first = GROUNDS.get(lot.nextInt(GROUNDS.size()));
        var second = GROUNDS.get(lot.nextInt(GROUNDS.size()));
        var grounds = first.equals(second) ? List.of(first) : List.of(first, second);
        var before = applicant();
        var isForbidden = grounds.stream().anyMatch(department::forbidsRefusing);
        story.when("officer-a", refuseIneligible(grounds.toArray(String[]::new)));
        assertThat(isAgainstTheDepartment())
                .as(() -> grounds + " after " + department)
                .isEqualTo(isForbidden);
        if (isAccepted()) {
            var refusal = number(applicant().refusals().getLast());
            before.activeFindings()
                    .filter(finding -> grounds.contains(finding.entered().ground()))
                    .forEach(finding -> department.foundAnew(
                            number(before.refusalOf(finding)), finding.entered().ground(), refusal));
            department.refused(refusal, grounds);
        }
    }

    private void waiveOrOvercome(Finding finding) {
        var findingId = finding.findingId().value();
        if (finding.kind().is221g()) {
            return;
        }
        if (lot.nextBoolean()) {
            story.given("intake", waive(findingId));
            department.waived(finding.entered().ground());
            return;
        }
        var isLast = applicant().activeFindings().count() == 1;
        story.given("intake", evidence(findingId)).when("officer-a", overcome(findingId));
        assertThat(isAgainstTheDepartment())
                .as(() -> findingId + " of " + department)
                .isEqualTo(department.forbidsOvercoming(finding.entered().ground(), isLast));
    }

    private void putAgain() {
        var at = lot.nextInt(department.answers.size());
        story.when("officer-a", resubmit("AO" + (at + 1)));
        if (isAccepted()) {
            department.answers.get(at).isPutAgain = true;
        }
    }

    private void reverseOne() {
        one(finding -> finding.isActive() && !finding.kind().is221g()).ifPresent(finding -> {
            var refusal = applicant().refusalOf(finding);
            var wrong = refusal.findings().stream()
                    .filter(Finding::isActive)
                    .map(it -> it.entered().ground())
                    .collect(Collectors.toSet());
            story.given("officer-a", reverseOwn(refusal.refusalId().value()));
            department.reversed(number(refusal), wrong);
        });
    }

    private void referOne() {
        var refusals = applicant().refusals();
        var refusal = refusals.get(lot.nextInt(refusals.size()));
        var refusalId = refusal.refusalId().value();
        story.when("supervisor-a", discuss(refusalId, ProposedAction.REFER));
        story.when("supervisor-a", refer(refusalId));
        if (isAccepted()) {
            answered(
                    number(refusal),
                    refusal.findings().stream()
                            .filter(finding ->
                                    finding.isActive() && !finding.kind().is221g())
                            .map(finding -> finding.entered().ground())
                            .toList());
        }
    }

    private void answered(int refusal, List<String> referred) {
        var ground = lot.nextInt(4) == 0 ? "212(a)(3)" : GROUNDS.get(lot.nextInt(GROUNDS.size()));
        var answer = new ReceiveAdvisoryOpinion(
                new AdvisoryOpinionId("AO" + (department.answers.size() + 1)),
                OpinionOutcome.values()[lot.nextInt(2)],
                lot.nextInt(3) == 0 ? null : ground,
                lot.nextBoolean());
        story.given("visa-office", answer);
        department.answered(refusal, referred, answer);
    }

    private Optional<Finding> one(Predicate<Finding> isWanted) {
        var wanted = applicant().findings().filter(isWanted).toList();
        return wanted.isEmpty() ? Optional.empty() : Optional.of(wanted.get(lot.nextInt(wanted.size())));
    }

    private static int number(Refusal refusal) {
        return Integer.parseInt(refusal.refusalId().value().substring(1));
    }

    private Applicant applicant() {
        return ((CaseFile) story.state()).applicants().getFirst();
    }

    private boolean isAccepted() {
        return story.lastDecision() instanceof Decision.Accepted;
    }

    private boolean isAgainstTheDepartment() {
        return story.lastDecision() instanceof Decision.Rejected rejected
                && rejected.rejection().code() == AO_BINDING;
    }
}
