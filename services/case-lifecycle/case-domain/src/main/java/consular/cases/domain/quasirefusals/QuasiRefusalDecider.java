package consular.cases.domain.quasirefusals;

import static consular.cases.domain.law.RejectionCode.ALREADY_FORMAL;
import static consular.cases.domain.law.RejectionCode.NIV_ONLY_GROUND;
import static consular.cases.domain.law.RejectionCode.UNKNOWN_GROUND;
import static consular.cases.domain.law.RejectionCode.UNKNOWN_POST;
import static consular.cases.domain.law.Rule.*;

import consular.cases.domain.ineligibility.Ground;
import consular.cases.domain.ineligibility.GroundKind;
import consular.cases.domain.law.Rejection;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.law.Rule;
import consular.cases.domain.law.RuleSet;
import consular.cases.domain.law.TimeOfAct;
import consular.cases.domain.people.Nationalities;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.AcknowledgeLookout;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.ErasePersonalData;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.LinkApplication;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.RecordQuasiRefusal;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Accepted;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Line;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Malformed;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Rejected;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Stale;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.ApparentIneligibilityExplained;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.InquiryReceived;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.LookoutEntered;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.QuasiRefusalRecorded;
import consular.cases.domain.quasirefusals.QuasiRefusalState.NotReceived;
import consular.cases.domain.visas.VisaCategory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An inquiry without a formal application as two pure functions, like a case: nothing else decides. */
public final class QuasiRefusalDecider {
    static final String NO_SUCH_APPLICANT = "there is no such applicant in that case";

    private QuasiRefusalDecider() {}

    /** An inquiry of which nothing is known. */
    public static QuasiRefusalState initialState() {
        return new NotReceived();
    }

    /** Folds one event. Total and without rules. */
    public static QuasiRefusalState evolve(QuasiRefusalState state, QuasiRefusalEvent event, Instant effectiveAt) {
        return QuasiRefusal.evolve(state, event, effectiveAt);
    }

    /** Decides a command; objections come in the same order as those to a command on a case. */
    public static QuasiRefusalDecision decide(
            QuasiRefusalCommand command, QuasiRefusalState state, QuasiRefusalContext context) {
        return switch (state) {
            case NotReceived _ ->
                command instanceof RecordQuasiRefusal record
                        ? record(record, context)
                        : new Malformed("", "there is no such quasi-refusal");
            case QuasiRefusal inquiry ->
                switch (command) {
                    case LinkApplication link -> ActsOnAnInquiry.link(link, inquiry, context);
                    case ErasePersonalData erase -> ActsOnAnInquiry.erase(erase, inquiry, context);
                    case AcknowledgeLookout _ -> ActsOnAnInquiry.acknowledge(inquiry, context);
                    case RecordQuasiRefusal _ -> new Stale(0, inquiry.version());
                };
        };
    }

    private static QuasiRefusalDecision record(RecordQuasiRefusal command, QuasiRefusalContext context) {
        var post = context.post();
        var time = TimeOfAct.settled(context.effectiveAt(), context.recordedAt(), context.lateEntryReason(), null);
        var senseless =
                senseless(command, context).or(() -> outside(time, post == null ? ZoneOffset.UTC : post.zone()));
        if (senseless.isPresent()) {
            return senseless.get();
        }
        var expected = context.expectedVersion();
        if (expected != null && expected != 0) {
            return new Stale(expected, 0);
        }
        var untimely = post == null ? time.future() : time.objection(post.zone(), null);
        if (untimely.isPresent()) {
            return new Rejected(untimely.get());
        }
        if (post == null) {
            return reject(UNKNOWN_POST, "there is no such post; GET /api/v1/posts lists them");
        }
        var day = post.dateOf(time.effectiveAt());
        var application = context.application();
        if (application != null && application.isExecutedBy(day)) {
            return reject(
                    ALREADY_FORMAL,
                    "the person has executed an application; after that a visa is issued or refused, and nothing"
                            + " between");
        }
        return unsuitable(command)
                .<QuasiRefusalDecision>map(Rejected::new)
                .orElseGet(() -> new Accepted(lines(command, context, post.zone(), day), time, RuleSet.inForceOn(day)));
    }

    private static Optional<QuasiRefusalDecision> senseless(RecordQuasiRefusal command, QuasiRefusalContext context) {
        if (!Nationalities.isCode(command.person().nationality())) {
            return Optional.of(new Malformed("/person/nationality", Nationalities.FORM));
        }
        return command.applicant() != null && context.application() == null
                ? Optional.of(new Malformed("/applicant", NO_SUCH_APPLICANT))
                : Optional.empty();
    }

    static Optional<QuasiRefusalDecision> outside(TimeOfAct time, ZoneId zone) {
        return TimeOfAct.isCovered(time.effectiveAt().atZone(zone).toLocalDate())
                ? Optional.empty()
                : Optional.of(new Malformed("/effectiveAt", TimeOfAct.OUTSIDE));
    }

    private static Optional<Rejection> unsuitable(RecordQuasiRefusal command) {
        return switch (new Ground(command.ground()).kind()) {
            case SECTION_212A, SECTION_212E -> Optional.empty();
            case NIV_ONLY ->
                command.category() == VisaCategory.IMMIGRANT
                        ? Optional.of(new Rejection(
                                NIV_ONLY_GROUND,
                                "the provision bars nonimmigrants only, and an immigrant visa was asked about"))
                        : Optional.empty();
            case SECTION_221G ->
                Optional.of(new Rejection(
                        UNKNOWN_GROUND,
                        "221(g) refuses an application; name the provision that would make the person ineligible"));
            case QUASI ->
                Optional.of(new Rejection(
                        UNKNOWN_GROUND,
                        "name the provision itself, such as 212(a)(6)(C)(i), and not the code under which"
                                + " CLASS keeps it"));
            case UNKNOWN ->
                Optional.of(new Rejection(
                        UNKNOWN_GROUND,
                        "no provision is cited so; write it as the statute does, such as 212(a)(6)(E)"));
        };
    }

    private static List<Line> lines(
            RecordQuasiRefusal command, QuasiRefusalContext context, ZoneId zone, LocalDate day) {
        var id = context.quasiRefusalId();
        var ground = new Ground(command.ground());
        var told = isNonimmigrant(command, ground)
                ? List.of(APPARENT_INELIGIBILITY_IS_EXPLAINED, NONIMMIGRANT_IS_TOLD_OF_THE_PROVISION)
                : List.of(APPARENT_INELIGIBILITY_IS_EXPLAINED);
        var lines = new ArrayList<Line>();
        lines.add(new Line(
                new InquiryReceived(
                        id, command.post(), zone, command.person(), command.category(), command.applicant(), day),
                told));
        lines.add(new Line(
                new ApparentIneligibilityExplained(id, command.post(), ground.citation(), command.explanation()),
                told));
        lines.add(line(
                new QuasiRefusalRecorded(
                        id, command.post(), ground.citation(), context.actor().officer(), day),
                QUASI_REFUSAL_IS_NOT_REPORTED));
        if (command.lookout()) {
            lines.add(line(
                    new LookoutEntered(id, command.post(), command.person(), ground.citation(), day),
                    QUASI_REFUSAL_IS_NOT_REPORTED,
                    HARD_ENTRY_NEEDS_A_FORMAL_REFUSAL));
        }
        return lines;
    }

    private static boolean isNonimmigrant(RecordQuasiRefusal command, Ground ground) {
        return command.category() == VisaCategory.NONIMMIGRANT || ground.kind() == GroundKind.NIV_ONLY;
    }

    static Line line(QuasiRefusalEvent event, Rule... rules) {
        return new Line(event, List.of(rules));
    }

    static Rejected reject(RejectionCode code, String detail) {
        return new Rejected(new Rejection(code, detail));
    }
}
