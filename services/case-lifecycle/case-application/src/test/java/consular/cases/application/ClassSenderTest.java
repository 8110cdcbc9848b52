package consular.cases.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import consular.cases.application.posts.ReferencePosts;
import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseCommand.ApplyForVisa;
import consular.cases.domain.CaseCommand.ErasePersonalData;
import consular.cases.domain.CaseCommand.OvercomeRefusal;
import consular.cases.domain.CaseCommand.PresentEvidence;
import consular.cases.domain.CaseCommand.RefuseIneligible;
import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.CaseCommand.RequestClassDeletion;
import consular.cases.domain.CaseCommand.TransferCase;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.CommandContext;
import consular.cases.domain.Decision;
import consular.cases.domain.Fee;
import consular.cases.domain.GroundGiven;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Person;
import consular.cases.domain.people.Role;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.posts.Posts;
import consular.cases.domain.privacy.ErasedText;
import consular.cases.domain.privacy.ErasureLevel;
import consular.cases.domain.refusals.ClassEntryState;
import consular.cases.domain.refusals.ClassMessage;
import consular.cases.domain.refusals.Document;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.OvercomeBasis;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.visas.VisaCategory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What waits for CLASS is sent, and then recorded as sent. */
class ClassSenderTest {
    private static final ApplicantId A1 = new ApplicantId("a1");
    private static final RefusalId R1 = new RefusalId("R1");
    private static final FindingId F1 = new FindingId("F1");

    private final OneCase cases = new OneCase();
    private final List<ClassRecord> sent = new ArrayList<>();

    @Test
    void an_entry_is_sent_and_its_acknowledgement_recorded() {
        cases.refused();
        cases.transferred();
        sender(sent::add).sendWaiting();
        assertThat(sent).singleElement().isInstanceOfSatisfying(ClassRecord.OfRefusal.class, it -> {
            assertThat(it.entryId()).isEqualTo(EventSamples.CASE + "-R1-ENTRY");
            assertThat(it.post()).as("the post that refused").isEqualTo(new PostCode("MNL"));
            assertThat(it.kind()).isEqualTo(ClassRecord.Kind.HARD);
            assertThat(it.grounds()).containsExactly("212(a)(4)");
            assertThat(it.familyName()).isEqualTo("Santos");
        });
        assertThat(cases.entry()).isEqualTo(ClassEntryState.SENT);
        sender(sent::add).sendWaiting();
        assertThat(sent).hasSize(1);
    }

    @Test
    void what_the_other_side_does_not_take_stays_queued_and_is_sent_again() {
        cases.refused();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> sender(message -> {
                            throw new IllegalStateException("away");
                        })
                        .sendWaiting());
        assertThat(cases.entry()).isEqualTo(ClassEntryState.QUEUED);
        sender(sent::add).sendWaiting();
        assertThat(cases.entry()).isEqualTo(ClassEntryState.SENT);
    }

    @Test
    void a_node_that_died_before_recording_sends_the_same_message_again() {
        cases.refused();
        sender(sent::add).sendWaiting();
        cases.forgetLast();
        sender(sent::add).sendWaiting();
        assertThat(sent).hasSize(2);
        assertThat(sent.getFirst()).isEqualTo(sent.getLast());
    }

    @Test
    void a_deletion_follows_its_entry() {
        cases.refused();
        cases.deletionRequested();
        sender(sent::add).sendWaiting();
        sender(sent::add).sendWaiting();
        assertThat(sent).extracting(ClassRecord::message).containsExactly(ClassMessage.ENTRY, ClassMessage.DELETION);
        assertThat(sent).extracting(ClassRecord::entryId).doesNotHaveDuplicates();
    }

    @Test
    void of_an_entry_whose_person_was_erased_class_is_told_to_delete_what_it_may_have() {
        cases.refused();
        cases.erased();
        sender(sent::add).sendWaiting();
        thenDeletedWithoutAName(sent);
    }

    @Test
    void an_entry_whose_acknowledgement_was_lost_before_its_person_was_erased_is_deleted() {
        cases.refused();
        sender(sent::add).sendWaiting();
        cases.forgetLast();
        cases.erased();
        sender(sent::add).sendWaiting();
        assertThat(sent.getFirst().message()).isEqualTo(ClassMessage.ENTRY);
        thenDeletedWithoutAName(sent.subList(1, sent.size()));
    }

    private void thenDeletedWithoutAName(List<ClassRecord> told) {
        assertThat(told).singleElement().isInstanceOfSatisfying(ClassRecord.OfRefusal.class, it -> {
            assertThat(it.message()).isEqualTo(ClassMessage.DELETION);
            assertThat(it.entryId()).isEqualTo(EventSamples.CASE + "-R1-DELETION");
            assertThat(it.refusalId()).isEqualTo(R1);
            assertThat(List.of(it.familyName(), it.givenName(), it.nationality()))
                    .containsOnly(ErasedText.STAND_IN);
            assertThat(it.dateOfBirth()).isNull();
        });
        assertThat(cases.countUnsent()).isZero();
        assertThat(cases.entry()).isEqualTo(ClassEntryState.NONE);
    }

    @Test
    void without_a_way_to_class_nothing_follows_by_itself() {
        cases.refused();
        var sender = new ClassSender(null, cases, cases, cases, new SimpleMeterRegistry(), Duration.ofMillis(1));
        sender.start();
        sender.sendWaiting();
        assertThat(sender.isRunning()).isFalse();
        assertThat(cases.entry()).isEqualTo(ClassEntryState.QUEUED);
    }

    private ClassSender sender(ClassGateway gateway) {
        return new ClassSender(gateway, cases, cases, cases, new SimpleMeterRegistry(), Duration.ofSeconds(1));
    }

    /** A case in memory, which is in the outbox as long as something waits. */
    private static final class OneCase implements CaseCommands, CaseHistory, ClassOutbox {
        private static final Posts POSTS = ReferencePosts.load();
        private final List<RecordedEvent> log = new ArrayList<>();

        void refused() {
            give(new RegisterCase(
                    "MNL1",
                    new PostCode("MNL"),
                    VisaCategory.IMMIGRANT,
                    "IR1",
                    null,
                    List.of(new Person(A1, FamilyRole.PRINCIPAL, "Santos", "Maria", LocalDate.of(1990, 1, 1), "PH")),
                    null));
            give(new ApplyForVisa(A1, "DS-260", new Fee(true, "R-1", Fee.Place.NVC)));
            give(new RefuseIneligible(A1, List.of(new GroundGiven("212(a)(4)", "facts", true, false, false)), null));
        }

        void transferred() {
            give(new TransferCase(new PostCode("CDJ")));
        }

        void deletionRequested() {
            give(new PresentEvidence(A1, List.of(F1), List.of(new Document("any", true, "any", null))));
            give(new OvercomeRefusal(List.of(F1), OvercomeBasis.EVIDENCE));
            give(new RequestClassDeletion(R1));
        }

        void erased() {
            var admin = new Actor(new OfficerId("admin"), Role.ADMIN, false);
            var order = new ErasePersonalData(A1, ErasureLevel.KEY, "an order");
            submit(new Submission(order, EventSamples.CASE, admin, null, null, null, null));
        }

        void forgetLast() {
            log.removeLast();
        }

        ClassEntryState entry() {
            return file().refusal(R1).orElseThrow().classEntry().state();
        }

        private void give(CaseCommand command) {
            var officer = new Actor(new OfficerId("officer-a"), Role.ADJUDICATOR, false);
            submit(new Submission(command, EventSamples.CASE, officer, null, null, null, null));
        }

        private CaseFile file() {
            return (CaseFile) CaseDecider.fold(log);
        }

        @Override
        public CommandAnswer submit(Submission submission) {
            CaseState state = CaseDecider.fold(log);
            var decision = CaseDecider.decide(
                    submission.command(),
                    state,
                    new CommandContext(
                                    submission.caseId(),
                                    submission.actor(),
                                    POSTS.find(new PostCode("MNL")).orElseThrow(),
                                    submission.effectiveAt(),
                                    Instant.parse("2024-03-05T02:00:00Z"),
                                    null,
                                    null,
                                    false)
                            .sendingTo(POSTS.find(new PostCode("CDJ")).orElseThrow()));
            log.addAll(((Decision.Accepted) decision).events());
            return new CommandAnswer(submission.caseId(), log.size(), null, List.of(), false);
        }

        @Override
        public CommandAnswer dryRun(Submission submission) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<StoredEvent> of(CaseId caseId) {
            return log.stream()
                    .map(line -> new StoredEvent(caseId, "any", line.event(), line.stamp(), null))
                    .toList();
        }

        @Override
        public int takeUnsent(int limit, Consumer<CaseId> send) {
            var waiting = countUnsent();
            if (waiting > 0) {
                send.accept(EventSamples.CASE);
            }
            return (int) waiting;
        }

        @Override
        public long countUnsent() {
            return file().refusals().anyMatch(it -> it.classEntry().unsent().isPresent()) ? 1 : 0;
        }
    }
}
