package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.*;
import static consular.cases.domain.law.Rule.*;

import consular.cases.domain.CaseCommand.Refuse221g;
import consular.cases.domain.CaseCommand.RefuseIneligible;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.ineligibility.AnnotationParser;
import consular.cases.domain.ineligibility.GroundKind;
import consular.cases.domain.ineligibility.Grounds;
import consular.cases.domain.ineligibility.ParsedAnnotation;
import consular.cases.domain.ineligibility.ParsedAnnotation.Recognised;
import consular.cases.domain.ineligibility.RefusalReason;
import consular.cases.domain.law.Rule;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.refusals.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refusing an applicant under 221(g), or as ineligible under 212(a) or 212(e). */
final class RefusalDecisions {
    private RefusalDecisions() {}

    static Decision refuse221g(Refuse221g command, Act act) {
        var applicant = act.file().applicant(command.applicantId()).orElseThrow();
        var reasons = command.reasons() == null ? List.<ReasonGiven>of() : command.reasons();
        return notRefusable(applicant, act)
                .or(() -> NonimmigrantDecisions.endedBy214b(applicant))
                .or(() -> badReasons(reasons, act.file()))
                .or(() -> ineligible(applicant))
                .orElseGet(() -> {
                    var before = act.file();
                    RefusalEntry.of(act, applicant, isStraightforward(command.straightforward()))
                            .reasons(reasons)
                            .record(REFUSAL_RESTS_ON_A_GROUND, STATUTORY_BASE_OF_221G, ONE_FINDING_PER_REASON);
                    FollowingRefusals.afterRefusalOf(applicant, before, act);
                    return act.accepted();
                });
    }

    /** Whether a 212(a) ineligibility stands, beside which 221(g) is not used. */
    static Optional<Decision> ineligible(Applicant applicant) {
        return applicant.hasActiveFinding(Finding::is212a)
                ? Optional.of(Act.reject(G221_WITH_212A, "221(g) is not used while a 212(a) ineligibility stands"))
                : Optional.empty();
    }

    static Decision refuseIneligible(RefuseIneligible command, Act act) {
        var applicant = act.file().applicant(command.applicantId()).orElseThrow();
        var grounds = command.grounds() == null ? List.<GroundGiven>of() : command.grounds();
        return notRefusable(applicant, act)
                .or(() -> badGrounds(grounds, act.file()))
                .or(() -> opinionAgainst(applicant, grounds, act))
                .or(() -> MissingDocuments.objection(command.missingDocuments()))
                .orElseGet(() -> {
                    var before = act.file();
                    var entry = RefusalEntry.of(act, applicant, isStraightforward(command.straightforward()));
                    SupersededFindings.record(
                            applicant, Lists.map(grounds, GroundGiven::ground), entry.refusalId(), act);
                    entry.grounds(grounds)
                            .missing(command.missingDocuments())
                            .record(ineligibilityRules(act, applicant, grounds));
                    FollowingRefusals.afterRefusalOf(applicant, before, act);
                    return act.accepted();
                });
    }

    private static Rule[] ineligibilityRules(Act act, Applicant applicant, List<GroundGiven> grounds) {
        var rules =
                new ArrayList<>(List.of(REFUSAL_RESTS_ON_A_GROUND, GROUND_IS_SET_OUT_IN_LAW, REFUSAL_GOES_TO_CLASS));
        if (act.file().hasOpinionOn(applicant.applicantId(), opinion -> opinion.received() != null)) {
            rules.add(ADVERSE_OPINION_IS_A_NEW_REFUSAL);
        }
        if (act.file().isNonimmigrant()) {
            rules.add(GROUNDS_FOR_NONIMMIGRANTS);
        }
        if (rests(grounds, "212(e)")) {
            rules.add(TWO_YEARS_ABROAD_FIRST);
        }
        if (rests(grounds, "222(g)")) {
            rules.add(OVERSTAYER_APPLIES_AT_HOME);
        }
        return rules.toArray(Rule[]::new);
    }

    private static boolean rests(List<GroundGiven> grounds, String provision) {
        return Lists.any(grounds, it -> it.ground().strip().equals(provision));
    }

    private static boolean isStraightforward(@Nullable Boolean given) {
        return given == null || given;
    }

    /** Whether the applicant can be refused at all. */
    static Optional<Decision> notRefusable(Applicant applicant, Act act) {
        if (applicant.executedOn() == null) {
            return Optional.of(notExecuted(act.file()));
        }
        if (applicant.state() == ApplicationState.ISSUED) {
            return Optional.of(Act.reject(BAD_STATE, "the visa is issued already"));
        }
        return Responsibility.objection(applicant, act);
    }

    /** Each category has its own rule that only an application which was made is issued or refused. */
    static Decision notExecuted(CaseFile file) {
        return Act.reject(
                NOT_EXECUTED,
                file.isNonimmigrant() ? NIV_ENDS_IN_ISSUE_OR_REFUSAL : NO_REFUSAL_BEFORE_EXECUTION,
                "the applicant has not executed an application");
    }

    private static Decision noGround(CaseFile file, String detail) {
        return Act.reject(
                NO_GROUND, file.isNonimmigrant() ? GROUNDS_FOR_NONIMMIGRANTS : REFUSAL_RESTS_ON_A_GROUND, detail);
    }

    private static Optional<Decision> badReasons(List<ReasonGiven> reasons, CaseFile file) {
        if (reasons.isEmpty()) {
            return Optional.of(noGround(file, "a refusal rests on at least one reason"));
        }
        var parsed = Lists.map(reasons, reason -> AnnotationParser.parse(reason.annotation()));
        if (Lists.any(parsed, ParsedAnnotation.UnknownReason.class::isInstance)) {
            return Optional.of(Act.reject(
                    UNKNOWN_REASON,
                    "an annotation is one of the 31 standard names or abbreviations; local names go to the"
                            + " case notes"));
        }
        if (Lists.any(parsed, ParsedAnnotation.PrefixNotApplicable.class::isInstance)) {
            return Optional.of(
                    Act.reject(PREFIX_NOT_APPLICABLE, "only a document can be original or the petitioner's"));
        }
        var recognised = Lists.map(parsed, Recognised.class::cast);
        if (Lists.distinct(Lists.map(recognised, Recognised::canonical)).size() < recognised.size()) {
            return Optional.of(Act.reject(DUPLICATE_REASON, "each reason is entered once"));
        }
        for (var i = 0; i < reasons.size(); i++) {
            var note = reasons.get(i).note();
            if (recognised.get(i).reason() == RefusalReason.OTHER && (note == null || note.isBlank())) {
                return Optional.of(Act.reject(NOTE_REQUIRED, "the reason Other needs a case note"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Decision> badGrounds(List<GroundGiven> grounds, CaseFile file) {
        if (grounds.isEmpty()) {
            return Optional.of(noGround(file, "a refusal rests on at least one ground"));
        }
        var none = noGroundOfTheCase(Lists.map(grounds, GroundGiven::ground), file);
        if (none.isPresent()) {
            return none;
        }
        return Lists.any(grounds, ground -> isBlank(ground.factualBasis()))
                ? Optional.of(Act.reject(FACTUAL_BASIS_REQUIRED, "state the facts that each ground rests on"))
                : Optional.empty();
    }

    /** Why one of the grounds can't carry a refusal in this case; empty if each can. */
    static Optional<Decision> noGroundOfTheCase(List<String> grounds, CaseFile file) {
        var kinds = Lists.map(grounds, Grounds::classify);
        if (kinds.contains(GroundKind.QUASI)) {
            return Optional.of(Act.reject(QUASI_NOT_A_GROUND, "a quasi-refusal code can't carry a refusal"));
        }
        if (kinds.contains(GroundKind.NIV_ONLY) && !file.isNonimmigrant()) {
            return Optional.of(Act.reject(NIV_ONLY_GROUND, "the ground bars nonimmigrants only"));
        }
        if (kinds.contains(GroundKind.SECTION_221G)) {
            return Optional.of(Act.reject(G221_WITH_212A, "221(g) is refused by its reasons, with Refuse221g"));
        }
        if (kinds.contains(GroundKind.UNKNOWN)) {
            return Optional.of(
                    Act.reject(UNKNOWN_GROUND, "a ground is 212(e) or a provision of 212(a), such as 212(a)(6)(C)(i)"));
        }
        return NonimmigrantDecisions.misplaced(kinds, grounds, file);
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static Optional<Decision> opinionAgainst(Applicant applicant, List<GroundGiven> grounds, Act act) {
        if (OpinionDecisions.isPending(act.file(), applicant.applicantId())) {
            return Optional.of(Act.reject(AO_PENDING, "an advisory opinion is awaited"));
        }
        return OpinionsReceived.on(applicant, act.file())
                        .forbidRefusing(Lists.map(grounds, it -> it.ground().strip()))
                ? Optional.of(OpinionDecisions.binding())
                : Optional.empty();
    }
}
