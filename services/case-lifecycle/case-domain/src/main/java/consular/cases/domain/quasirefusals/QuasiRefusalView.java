package consular.cases.domain.quasirefusals;

import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.refusals.ClassEntryState;
import consular.cases.domain.visas.VisaCategory;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A quasi-refusal as clients see it. The components are the members of the JSON document, in its order.
 *
 * @param version the number of events
 * @param category the visa that was asked about; null when that was left open
 * @param applicant the person's place in a registered case, as far as it was said
 * @param lookout whether a lookout was decided on
 * @param classEntry whether CLASS has it
 * @param application the application that followed; null when none did
 */
public record QuasiRefusalView(
        QuasiRefusalId quasiRefusalId,
        PostCode post,
        @Nullable VisaCategory category,
        long version,
        QuasiRefusalStage state,
        Inquirer person,
        @Nullable ApplicantOfCase applicant,
        @Nullable String ground,
        @Nullable String explanation,
        @Nullable OfficerId officer,
        LocalDate receivedOn,
        boolean lookout,
        @Nullable LocalDate lookoutEnteredOn,
        LookoutInClass classEntry,
        @Nullable LinkedApplication application) {

    /** The entry of the lookout in CLASS, which is of kind QUASI. */
    public record LookoutInClass(ClassEntryState state) {}

    /** The application that followed, with the post-local day on which it was executed. */
    public record LinkedApplication(CaseId caseId, ApplicantId applicantId, LocalDate executedOn) {}

    /** What the record says, as a client may read it. */
    public static QuasiRefusalView of(QuasiRefusal inquiry) {
        var received = inquiry.received();
        var explained = inquiry.explained();
        var recorded = inquiry.recorded();
        var lookout = inquiry.lookout();
        var linked = inquiry.linked();
        return new QuasiRefusalView(
                received.quasiRefusalId(),
                received.post(),
                received.category(),
                inquiry.version(),
                inquiry.stage(),
                received.person(),
                received.applicant(),
                explained == null ? null : explained.ground(),
                explained == null ? null : explained.explanation(),
                recorded == null ? null : recorded.officer(),
                received.receivedOn(),
                lookout != null,
                lookout == null ? null : lookout.enteredOn(),
                new LookoutInClass(inquiry.classEntry()),
                linked == null
                        ? null
                        : new LinkedApplication(linked.caseId(), linked.applicantId(), linked.executedOn()));
    }
}
