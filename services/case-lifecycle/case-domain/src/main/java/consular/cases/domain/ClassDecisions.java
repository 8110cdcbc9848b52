package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static consular.cases.domain.law.Rule.DELETION_KEEPS_THE_ANNOTATION;
import static consular.cases.domain.law.Rule.HARD_ENTRY_NEEDS_A_FORMAL_REFUSAL;
import static consular.cases.domain.law.Rule.REFUSAL_GOES_TO_CLASS;

import consular.cases.domain.CaseCommand.AcknowledgeClassEntry;
import consular.cases.domain.CaseCommand.RequestClassDeletion;
import consular.cases.domain.CaseEvent.ClassDeletionRequested;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.EventByAnotherSystem.ClassEntryAcknowledged;
import consular.cases.domain.refusals.ClassEntryState;
import consular.cases.domain.refusals.ClassMessage;
import consular.cases.domain.refusals.Finding;

/** The entry of a refusal in CLASS: what its endpoint has taken, and asking for its deletion. */
final class ClassDecisions {
    private ClassDecisions() {}

    /** Records an acknowledgement; one that nobody waits for any more changes nothing. */
    static Decision acknowledge(AcknowledgeClassEntry command, CaseFile file, CommandContext context) {
        var post = context.post();
        if (post == null) {
            throw new IllegalArgumentException("the post of a registered case is known");
        }
        var act = new Act(file, context, post.inZone(file.zone()));
        return file.refusal(command.refusalId())
                        .filter(refusal -> refusal.classEntry().awaits(command.message()))
                        .isPresent()
                ? act.record(
                                new ClassEntryAcknowledged(command.refusalId(), command.message()),
                                REFUSAL_GOES_TO_CLASS,
                                command.message() == ClassMessage.ENTRY
                                        ? HARD_ENTRY_NEEDS_A_FORMAL_REFUSAL
                                        : DELETION_KEEPS_THE_ANNOTATION)
                        .accepted()
                : act.accepted();
    }

    static Decision requestDeletion(RequestClassDeletion command, Act act) {
        var refusal = act.file().refusal(command.refusalId()).orElseThrow();
        if (refusal.classEntry().deletion() != null) {
            return Act.reject(BAD_STATE, "the deletion has been asked for");
        }
        if (refusal.classEntry().state() == ClassEntryState.NONE) {
            return Act.reject(BAD_STATE, "the refusal has no entry in CLASS");
        }
        var applicant = act.file().applicant(refusal.applicantId()).orElseThrow();
        return refusal.findings().stream().filter(Finding::is212a).allMatch(finding -> isCleared(finding, applicant))
                ? act.record(new ClassDeletionRequested(refusal.refusalId()), DELETION_KEEPS_THE_ANNOTATION)
                        .accepted()
                : Act.reject(BAD_STATE, "an ineligibility of the refusal stands, or was waived and not overcome");
    }

    /** An ineligibility that was found anew is cleared when it is cleared where it was found last. */
    private static boolean isCleared(Finding finding, Applicant applicant) {
        return switch (finding.status()) {
            case OVERCOME, REVERSED -> true;
            case ACTIVE, WAIVED -> false;
            case SUPERSEDED ->
                FoundAnew.after(finding, applicant)
                        .filter(it -> isCleared(it, applicant))
                        .isPresent();
        };
    }
}
