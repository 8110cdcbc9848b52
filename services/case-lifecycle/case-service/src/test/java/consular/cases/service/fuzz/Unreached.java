package consular.cases.service.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Operations of which a run of two minutes may end without a success, and why. All others have to succeed. */
enum Unreached {
    /** The law wants other acts before it, and a case of one kind, in an order that chance rarely finds. */
    BEHIND_OTHER_ACTS(
            "AdviseRefusingOfficer",
            "DeferCase",
            "DeferMedically",
            "ElectFamilyToWait",
            "ElectToTravelSeparately",
            "HandBackResponsibility",
            "IssueVisa",
            "IssueWrittenNotice",
            "NotifyApplicantOfReversal",
            "OvercomeRefusal",
            "ReceiveAdvisoryOpinion",
            "RecordFollowUpAnswer",
            "RecordMedicalResult",
            "RecordReviewConsultation",
            "RecordWaiver",
            "Refuse214b",
            "RequestClassDeletion",
            "ResubmitToDepartment",
            "ReverseOwnRefusal",
            "SendAdvisoryOpinionFollowUp",
            "SupervisorRefer",
            "SupervisorReverse",
            "readLetter"),

    /** A year and more has to pass in one story. */
    BEHIND_A_YEAR("ReinstateRegistration"),

    /** It wants the id of what was made in the same story by one of a hundred other operations. */
    OF_WHAT_WAS_MADE(
            "EraseInquirersData",
            "LinkApplication",
            "deleteSubscription",
            "discardHeldCase",
            "pauseSubscription",
            "readHeldCases",
            "readImportReport",
            "readQuasiRefusal",
            "replaySubscription",
            "resumeSubscription",
            "retryHeldCase",
            "rotateSubscriptionSecret"),

    /** Nothing is a dead letter there. */
    NOT_THERE("evictDeadLetters", "retryDeadLetters"),

    /** There are slashes in its path, which a request made from the description encodes. */
    NOT_A_PATH("readTile"),

    /** There are more than 256,000 events in no run. */
    OF_A_LONG_LOG("readFullTileBehindThousands", "readPartialTileBehindThousands"),

    /** It takes as long as the log is, so it is asked for once in a while, and not always by an administrator. */
    COSTLY("read-reports-rule-set-effects", "rebuildReadModels", "rotateKeys");

    @SuppressWarnings("ImmutableEnumChecker") // List.of can't be changed
    private final List<String> operations;

    Unreached(String... operations) {
        this.operations = List.of(operations);
    }

    /** All of them, by their ids. */
    static Set<String> ids() {
        return Arrays.stream(values())
                .flatMap(reason -> reason.operations.stream())
                .collect(Collectors.toSet());
    }
}
