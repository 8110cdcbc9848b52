package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.Families.*;
import static consular.cases.domain.Petitions.*;
import static consular.cases.domain.opinions.OpinionOutcome.INELIGIBLE;

import consular.cases.domain.CaseCommand.RecordReviewDiscussion;
import consular.cases.domain.Histories.Step;
import consular.cases.domain.refusals.ProposedAction;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.visas.VisaCategory;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/** The families of histories: a case to begin with, and the steps of which every sequence is taken. */
enum HistoryFamily {
    DECIDED(
            "what is decided on an immigrant, and what time does",
            () -> CaseScenario.applied("2022-03-01"),
            Step.of("officer-a", refuse221g("BC")),
            Step.of("officer-b", refuse221g("SAO")),
            Step.of("officer-a", refuseIneligible("212(a)(4)")),
            Step.of("officer-a", evidence("F1")),
            Step.of("officer-b", overcome("F1")),
            Step.of("officer-a", processed("F2")),
            Step.of("officer-a", waive("F1")),
            Step.of("officer-a", issue()),
            Step.of("officer-b", issue(VisaAnnotation.OVERCOME)),
            Step.of("officer-a", apply()),
            Step.of("officer-a", reinstate()),
            Step.passing(366),
            Step.passing(40)),

    REVIEWED(
            "what an officer, a supervisor and the Department make of a refusal",
            () -> CaseScenario.applied("2022-03-01"),
            Step.of("officer-a", refuseIneligible("212(a)(4)")),
            Step.of("officer-a", refuse221g("SAO")),
            Step.of("supervisor-a", discuss("R1", ProposedAction.REVERSE)),
            Step.of("supervisor-a", reverse("R1")),
            Step.of("supervisor-a", discuss("R1", ProposedAction.REFER)),
            Step.of("supervisor-a", refer("R1")),
            Step.of("supervisor-a", concur("R1")),
            Step.of("officer-a", reverseOwn("R1")),
            Step.of("officer-a", ask("F1")),
            Step.of("officer-b", adverse("AO1", "212(a)(4)")),
            Step.of("officer-b", issue(VisaAnnotation.OVERCOME)),
            Step.of("supervisor-a", issue(VisaAnnotation.OVERCOME)),
            Step.passing(35)),

    ADVISED(
            "what is decided after a ruling of the Department that names no provision",
            () -> CaseScenario.applied("2022-03-01")
                    .given("officer-a", refuse221g("SAO"))
                    .given("officer-a", ask("F1"))
                    .given("visa-office", binding("AO1", INELIGIBLE, null)),
            Step.of("officer-a", refuseIneligible("212(a)(3)(A)(ii)")),
            Step.of("officer-b", refuseIneligible("212(a)(4)")),
            Step.of("officer-a", waive("F2")),
            Step.of("officer-a", waive("F3")),
            Step.of("officer-a", reverseOwn("R2")),
            Step.of("officer-a", ask("F1")),
            Step.of("officer-b", favourable("AO2", null)),
            Step.of("officer-b", favourable("AO2", "212(a)(4)")),
            Step.of("officer-b", adverse("AO2", "212(a)(3)(A)(ii)")),
            Step.of("officer-a", resubmit("AO2")),
            Step.of("officer-a", processed("F1")),
            Step.of("officer-a", issue()),
            Step.of("officer-b", issue(VisaAnnotation.WAIVER))),

    REVERSED(
            "who may review a refusal that stands, in which order, and who is told of a reversal",
            () -> CaseScenario.applied("2022-03-01").given("officer-a", refuseIneligible("212(a)(4)")),
            Step.of("supervisor-a", discussUninformed("R1", ProposedAction.REVERSE)),
            Step.of("supervisor-a", discuss("R1", ProposedAction.REVERSE)),
            Step.of("supervisor-a", reverse("R1")),
            Step.of("supervisor-x", reverse("R1")),
            Step.of("supervisor-a", discuss("R1", ProposedAction.REFER)),
            Step.of("supervisor-a", refer("R1")),
            Step.of("officer-a", concur("R1")),
            Step.of("supervisor-a", concur("R1")),
            Step.of("supervisor-a", select("R1")),
            Step.of("officer-a", reverseOwn("R1")),
            Step.of("supervisor-a", adviseOfficer("R1")),
            Step.of("supervisor-a", notifyOfReversal("R1")),
            Step.of("supervisor-a", handBack()),
            Step.of("officer-b", issue(VisaAnnotation.OVERCOME)),
            Step.passing(31)),

    TOGETHER(
            "what becomes of a family that waits, or travels apart",
            // the child executes an application when it is his or her turn, if ever
            () -> Families.registered("2022-03-01").given("intake", apply()).given("intake", apply(A2)),
            Step.of("officer-a", refuse221g("SAO")),
            Step.of("officer-a", refuse221g("BC")),
            Step.of("officer-a", refuseIneligible(A2, "212(a)(4)")),
            Step.of("officer-b", waitFor(A2, A1, A3)),
            Step.of("officer-b", waitFor(A1, A2)),
            Step.of("officer-b", travelWithout(A2, A1)),
            Step.of("officer-a", apply(A3)),
            Step.of("officer-b", processed("F1")),
            Step.of("officer-a", reverseOwn("R1")),
            Step.of("officer-a", defer(A1, "F1", "2023-04-30")),
            Step.of("officer-a", issue()),
            Step.of("officer-b", issue(A2, null)),
            Step.passing(366),
            Step.passing(60)),

    PETITIONED(
            "what becomes of a petition, told of days in whatever order, and of the visas that rest on it",
            () -> Families.registered("2022-03-01").given("intake", apply()).given("intake", apply(A2)),
            Step.of("officer-a", suspended("2022-02-01")),
            Step.of("officer-b", returned("2022-02-15")),
            Step.of("officer-a", revoked("2022-02-20")),
            Step.of("officer-b", reaffirmed("2022-02-15")),
            Step.of("officer-a", reaffirmed("2022-03-04")),
            Step.of("officer-a", refuse221g("BC")),
            Step.of("officer-a", reverseOwn("R1")),
            Step.of("officer-a", reinstate()),
            Step.of("officer-a", issue()),
            Step.of("officer-b", issue(A2, null)),
            Step.passing(5),
            Step.passing(366)),

    NONIMMIGRANT(
            "what is decided on a nonimmigrant, and what time does",
            () -> CaseScenario.at("MNL")
                    .clock("2022-03-01T09:00")
                    .given("intake", register("MNL", VisaCategory.NONIMMIGRANT, "B2", principal()))
                    .given("intake", apply()),
            Step.of("officer-a", refuse214b()),
            Step.of("officer-a", refuse221g("BC")),
            Step.of("officer-a", refuseIneligible("222(g)")),
            Step.of("officer-a", evidence("F1")),
            Step.of("officer-a", overcome("F1")),
            Step.of("officer-a", reverseOwn("R1")),
            Step.of("officer-a", issue()),
            Step.of("officer-a", withdraw()),
            Step.of("officer-a", discontinue("243d-1")),
            Step.of("officer-a", lift("243d-1")),
            Step.of("officer-a", apply()),
            Step.passing(366)),

    REGISTERED(
            "what ends a registration and gives it back, where retrogression stops the year",
            "2025-03-03",
            () -> CaseScenario.registered("2025-03-03"),
            Step.of("intake", notifyAvailability("2025-03-03")),
            Step.of("intake", retrogress("2025-05-01")),
            Step.of("intake", restore("2025-09-01")),
            Step.of("intake", missedInterview("2025-06-02")),
            Step.of("intake", apply()),
            Step.of("officer-a", refuse221g("BC")),
            Step.of("officer-a", evidence("F1")),
            Step.of("officer-a", reinstate()),
            Step.of("officer-a", withdraw()),
            Step.passing(182),
            Step.passing(364)),

    FOLLOWED_UP(
            "what follows a notice that nobody answers: packages, answers, a missed interview and an application",
            "2025-03-03",
            () -> CaseScenario.registered("2025-03-03").given("intake", notifyAvailability("2025-03-03")),
            Step.of("intake", followUpPackage("2025-03-03")),
            Step.of("officer-a", followUpPackage("2025-09-01")),
            Step.of("intake", answer("2025-03-03")),
            Step.of("officer-a", answer("2026-08-31")),
            Step.of("intake", missedInterview("2025-09-01")),
            Step.of("intake", notifyAvailability("2026-03-02")),
            Step.of("intake", retrogress("2025-10-01")),
            Step.of("intake", apply()),
            Step.of("officer-a", reinstate()),
            Step.passing(182),
            Step.passing(364)),

    TRANSFERRED(
            "what becomes of a case that is sent to and fro between posts whose working days differ",
            () -> CaseScenario.registered("2022-03-01").given("intake", notifyAvailability("2022-03-01")),
            Step.of("intake", apply()),
            Step.of("officer-a", transfer("RID")),
            Step.of("officer-b", transfer("MNL")),
            Step.of("officer-a", refuse221g("BC")),
            Step.of("officer-a", refuseIneligible("212(a)(4)")),
            Step.of("officer-a", ask("F1")),
            Step.of("officer-a", evidence("F1")),
            Step.of("officer-a", reinstate()),
            Step.passing(31),
            Step.passing(364));

    private final String about;
    private final LocalDate day;
    private final Supplier<CaseScenario> start;
    private final List<Step> steps;

    HistoryFamily(String about, Supplier<CaseScenario> start, Step... steps) {
        this(about, "2022-03-01", start, steps);
    }

    HistoryFamily(String about, String day, Supplier<CaseScenario> start, Step... steps) {
        this.about = about;
        this.day = LocalDate.parse(day);
        this.start = start;
        this.steps = List.of(steps);
    }

    /** What its histories are about, in words. */
    String about() {
        return about;
    }

    /** The day on which its histories begin. */
    LocalDate day() {
        return day;
    }

    /** The case that all its histories begin with. */
    CaseScenario start() {
        return start.get();
    }

    List<Step> steps() {
        return steps;
    }

    private static RecordReviewDiscussion discussUninformed(String refusalId, ProposedAction action) {
        return new RecordReviewDiscussion(new RefusalId(refusalId), "not told what comes of it", action, false);
    }
}
