package consular.cases.application;

import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.privacy.ErasureLevel;
import consular.cases.domain.quasirefusals.ApplicantOfCase;
import consular.cases.domain.quasirefusals.Inquirer;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.*;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import consular.cases.domain.visas.VisaCategory;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** One event of every type of an inquiry without a formal application, with every member filled. */
final class QuasiRefusalSamples {
    private static final QuasiRefusalId ID = QuasiRefusalId.of("00000000-0000-4000-8000-000000000007");
    private static final PostCode POST = new PostCode("MNL");
    private static final ApplicantId A1 = new ApplicantId("a1");
    private static final Inquirer PERSON = new Inquirer("Reyes", "Ana", LocalDate.of(1990, 1, 2), "PH");
    private static final LocalDate DAY = LocalDate.of(2023, 10, 16);

    private QuasiRefusalSamples() {}

    static List<QuasiRefusalEvent> all() {
        return List.of(
                new InquiryReceived(
                        ID,
                        POST,
                        ZoneId.of("Asia/Manila"),
                        PERSON,
                        VisaCategory.IMMIGRANT,
                        new ApplicantOfCase(EventSamples.CASE, A1),
                        DAY),
                new ApparentIneligibilityExplained(ID, POST, "212(a)(6)(E)", "told of the provision"),
                new QuasiRefusalRecorded(ID, POST, "212(a)(6)(E)", new OfficerId("officer-a"), DAY),
                new LookoutEntered(ID, POST, PERSON, "212(a)(6)(E)", DAY),
                new LookoutAcknowledged(ID, POST),
                new InquirerDataErased(ID, POST, ErasureLevel.KEY, "DAA-0059-2020-0003"),
                new FormalApplicationLinked(ID, POST, EventSamples.CASE, A1, DAY));
    }
}
