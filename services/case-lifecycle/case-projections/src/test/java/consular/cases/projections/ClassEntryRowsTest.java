package consular.cases.projections;

import static consular.cases.projections.Cases.APPLICANT;
import static consular.cases.projections.Cases.OFFICER;
import static consular.cases.projections.TestPosts.BOGOTA;
import static consular.cases.projections.TestPosts.MANILA;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.AcknowledgeClassEntry;
import consular.cases.domain.CaseCommand.RefuseIneligible;
import consular.cases.domain.CaseCommand.RequestClassDeletion;
import consular.cases.domain.CaseCommand.ReverseOwnRefusal;
import consular.cases.domain.CaseCommand.TransferCase;
import consular.cases.domain.GroundGiven;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.refusals.ClassEntryState;
import consular.cases.domain.refusals.ClassMessage;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.projections.classentries.EntryKind;
import consular.cases.projections.classentries.RefusalInClass;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One row for each refusal that goes to CLASS. */
class ClassEntryRowsTest {
    private static final RefusalId REFUSAL = new RefusalId("R1");

    private ReadSide side;
    private Cases cases;

    @BeforeEach
    void start() {
        side = ReadSide.started();
        cases = side.cases;
        cases.itIs("2024-03-05", MANILA);
    }

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void a_refusal_on_212a_is_queued_then_sent_and_stays_when_its_deletion_is_asked_for() {
        var caseId = cases.refusedFraud(MANILA, true);
        thenListed(caseId, ClassEntryState.QUEUED, false, "212(a)(6)(C)(i)");

        cases.give(caseId, Actor.SERVICE, new AcknowledgeClassEntry(REFUSAL, ClassMessage.ENTRY));
        thenListed(caseId, ClassEntryState.SENT, false, "212(a)(6)(C)(i)");

        cases.give(caseId, OFFICER, new ReverseOwnRefusal(REFUSAL, "the wrong person"));
        cases.give(caseId, OFFICER, new RequestClassDeletion(REFUSAL));
        thenListed(caseId, ClassEntryState.SENT, true, "212(a)(6)(C)(i)");

        cases.give(caseId, Actor.SERVICE, new AcknowledgeClassEntry(REFUSAL, ClassMessage.DELETION));
        thenListed(caseId, ClassEntryState.SENT, true, "212(a)(6)(C)(i)");
    }

    @Test
    void a_refusal_on_several_grounds_is_one_entry_and_221g_is_none() {
        var several = cases.applied(MANILA);
        cases.give(
                several,
                OFFICER,
                new RefuseIneligible(APPLICANT, List.of(ground("212(a)(4)"), ground("212(a)(6)(C)(i)")), true));
        thenListed(several, ClassEntryState.QUEUED, false, "212(a)(4)", "212(a)(6)(C)(i)");

        side.hasSeen(cases.refused221g(MANILA));
        assertThat(all(Map.of())).hasSize(1);
    }

    @Test
    void the_oldest_stands_in_front_and_a_state_can_be_asked_for() {
        cases.itIs("2024-03-07", MANILA);
        var young = cases.refusedFraud(MANILA, true);
        cases.itIs("2024-03-05", MANILA);
        var old = cases.refusedFraud(MANILA, true);
        cases.give(old, Actor.SERVICE, new AcknowledgeClassEntry(REFUSAL, ClassMessage.ENTRY));
        List.of(young, old).forEach(side::hasSeen);

        assertThat(all(Map.of())).extracting(RefusalInClass::caseId).containsExactly(old.value(), young.value());
        assertThat(all(Map.of("state", "QUEUED")))
                .extracting(RefusalInClass::caseId)
                .containsExactly(young.value());
        assertThat(all(Map.of("state", "SENT")))
                .extracting(RefusalInClass::caseId)
                .containsExactly(old.value());
    }

    @Test
    void it_follows_the_case_to_another_post() {
        var caseId = cases.refusedFraud(MANILA, true);
        cases.give(caseId, OFFICER, new TransferCase(BOGOTA.code()));
        side.hasSeen(caseId);

        assertThat(all(Map.of())).singleElement().returns("BGT", RefusalInClass::post);
    }

    private static GroundGiven ground(String ground) {
        return new GroundGiven(ground, "the facts", true, true, false);
    }

    private void thenListed(CaseId caseId, ClassEntryState state, boolean deletionRequested, String... grounds) {
        assertThat(side.rows(ReadModelName.CLASS_ENTRIES, RefusalInClass.class, caseId))
                .containsExactly(new RefusalInClass(
                        caseId.value(),
                        cases.file(caseId).caseNumber(),
                        "MNL",
                        "a1",
                        "R1",
                        LocalDate.parse("2024-03-05"),
                        EntryKind.HARD,
                        List.of(grounds),
                        state,
                        deletionRequested));
    }

    private List<RefusalInClass> all(Map<String, String> filters) {
        return side.all(ReadModelName.CLASS_ENTRIES, filters).stream()
                .map(RefusalInClass.class::cast)
                .toList();
    }
}
