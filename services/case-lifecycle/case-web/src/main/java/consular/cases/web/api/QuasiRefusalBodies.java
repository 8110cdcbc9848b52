package consular.cases.web.api;

import consular.cases.domain.inquiries.OneLine;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.AtMost;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.privacy.ErasureLevel;
import consular.cases.domain.quasirefusals.ApplicantOfCase;
import consular.cases.domain.quasirefusals.Inquirer;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.ErasePersonalData;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.LinkApplication;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.RecordQuasiRefusal;
import consular.cases.domain.visas.VisaCategory;
import consular.cases.web.json.Shape;
import consular.cases.web.json.Shapes;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.Fault;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The bodies of commands on quasi-refusals: the members of the command, and the two that every command takes. */
public final class QuasiRefusalBodies {
    public static final Shape.Members RECORD = Shapes.of(RecordBody.class);
    public static final Shape.Members LINK = Shapes.of(LinkBody.class);
    public static final Shape.Members ERASE = Shapes.of(EraseBody.class);

    private QuasiRefusalBodies() {}

    /** An applicant of a case as clients write it. */
    public record ApplicantBody(String caseId, ApplicantId applicantId) {}

    /** The body that records a quasi-refusal. */
    public record RecordBody(
            PostCode post,
            Inquirer person,
            String ground,
            String explanation,
            Boolean lookout,
            @Nullable VisaCategory category,
            @Nullable ApplicantBody applicant,
            @Nullable Instant effectiveAt,
            @Nullable String lateEntryReason) {

        RecordQuasiRefusal command() {
            return new RecordQuasiRefusal(
                    post,
                    person,
                    ground,
                    explanation,
                    lookout,
                    category,
                    applicant == null
                            ? null
                            : new ApplicantOfCase(
                                    idOf("/applicant/caseId", applicant.caseId()), applicant.applicantId()));
        }
    }

    /** The body that links the application that followed. */
    public record LinkBody(
            String caseId,
            ApplicantId applicantId,
            @Nullable Instant effectiveAt,
            @Nullable String lateEntryReason) {

        LinkApplication command() {
            return new LinkApplication(idOf("/caseId", caseId), applicantId);
        }
    }

    /** The body that has the data of the person erased. */
    public record EraseBody(
            ErasureLevel level,
            @AtMost(OneLine.GREATEST_LENGTH) String authority,
            @Nullable Instant effectiveAt,
            @Nullable String lateEntryReason) {

        ErasePersonalData command() {
            return new ErasePersonalData(level, authority);
        }
    }

    private static CaseId idOf(String pointer, String text) {
        return CaseIds.parse(text).orElseThrow(() -> noSuchCase(pointer));
    }

    static ApiException noSuchCase(String pointer) {
        return ApiException.malformed(Fault.ofMember(pointer, pointer + " names no case"));
    }
}
