package consular.cases.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import consular.cases.application.posts.ReferencePosts;
import consular.cases.domain.Stamp;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Role;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.privacy.ErasureLevel;
import consular.cases.domain.quasirefusals.Inquirer;
import consular.cases.domain.quasirefusals.QuasiRefusal;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.ErasePersonalData;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.RecordQuasiRefusal;
import consular.cases.domain.quasirefusals.QuasiRefusalContext;
import consular.cases.domain.quasirefusals.QuasiRefusalDecider;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Accepted;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.InquirerDataErased;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.LookoutAcknowledged;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import consular.cases.domain.refusals.ClassEntryState;
import consular.cases.domain.refusals.ClassMessage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lookout of a quasi-refusal is sent to CLASS as what it is, and then recorded as sent. */
class LookoutSenderTest {
    private static final QuasiRefusalId ID = new QuasiRefusalId(new UUID(0, 7));

    private final OneInquiry inquiry = new OneInquiry();
    private final List<ClassRecord> sent = new ArrayList<>();

    @Test
    void a_lookout_is_sent_as_no_hard_entry_and_its_acknowledgement_recorded() {
        inquiry.recorded(true);
        sender(sent::add).sendWaiting();
        assertThat(sent)
                .containsExactly(new ClassRecord.OfQuasiRefusal(
                        ID + "-ENTRY",
                        ClassMessage.ENTRY,
                        ClassRecord.Kind.QUASI,
                        ID,
                        new PostCode("MNL"),
                        LocalDate.of(2024, 3, 5),
                        List.of("212(a)(6)(E)"),
                        "Reyes",
                        "Ana",
                        LocalDate.of(1990, 1, 2),
                        "PH"));
        assertThat(inquiry.log.getLast().event()).isInstanceOf(LookoutAcknowledged.class);
        assertThat(inquiry.log.getLast().stamp().actor()).isEqualTo(Actor.SERVICE);
        assertThat(inquiry.entry()).isEqualTo(ClassEntryState.SENT);
        sender(sent::add).sendWaiting();
        assertThat(sent).hasSize(1);
    }

    @Test
    void what_the_other_side_does_not_take_stays_queued_and_is_sent_again() {
        inquiry.recorded(true);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> sender(_ -> {
                            throw new IllegalStateException("away");
                        })
                        .sendWaiting());
        assertThat(inquiry.entry()).isEqualTo(ClassEntryState.QUEUED);
        sender(sent::add).sendWaiting();
        assertThat(inquiry.entry()).isEqualTo(ClassEntryState.SENT);
    }

    @Test
    void a_node_that_died_before_recording_sends_the_same_message_again() {
        inquiry.recorded(true);
        sender(sent::add).sendWaiting();
        inquiry.log.removeLast();
        sender(sent::add).sendWaiting();
        assertThat(sent).hasSize(2);
        assertThat(sent.getFirst()).isEqualTo(sent.getLast());
    }

    @Test
    void what_another_node_has_recorded_meanwhile_is_not_sent() {
        inquiry.recorded(true);
        sender(sent::add).sendWaiting();
        inquiry.alwaysHandedOut = true;
        sender(sent::add).sendWaiting();
        assertThat(sent).hasSize(1);
    }

    @Test
    void a_lookout_of_whoever_was_erased_before_is_not_sent() {
        inquiry.recorded(true);
        inquiry.erased();
        inquiry.alwaysHandedOut = true;
        sender(sent::add).sendWaiting();
        assertThat(sent).isEmpty();
        assertThat(inquiry.log.getLast().event()).isInstanceOf(InquirerDataErased.class);
    }

    @Test
    void without_a_way_to_class_nothing_is_sent() {
        inquiry.recorded(true);
        var sender = sender(null);
        sender.start();
        sender.sendWaiting();
        assertThat(sender.isRunning()).isFalse();
        assertThat(inquiry.entry()).isEqualTo(ClassEntryState.QUEUED);
    }

    @Test
    void in_the_folder_it_is_one_file(@TempDir Path folder) throws Exception {
        inquiry.recorded(true);
        sender(new FileDropClassGateway(folder)).sendWaiting();
        var json = CaseJson.mapper().readTree(Files.readString(folder.resolve(ID + "-ENTRY.json")));
        assertThat(json.get("kind").asString()).isEqualTo("QUASI");
        assertThat(json.get("quasiRefusalId").asString()).isEqualTo(ID.toString());
        assertThat(json.has("refusalId")).isFalse();
    }

    private LookoutSender sender(@Nullable ClassGateway gateway) {
        return new LookoutSender(gateway, inquiry, inquiry, inquiry, new SimpleMeterRegistry(), Duration.ofSeconds(1));
    }

    /** A quasi-refusal in memory, which is in the outbox as long as its lookout waits. */
    private static final class OneInquiry implements QuasiRefusalCommands, QuasiRefusalHistory, LookoutOutbox {
        private final List<StoredQuasiRefusalEvent> log = new ArrayList<>();
        private boolean alwaysHandedOut;

        void recorded(boolean lookout) {
            submit(new QuasiRefusalSubmission(
                    new RecordQuasiRefusal(
                            new PostCode("MNL"),
                            new Inquirer("Reyes", "Ana", LocalDate.of(1990, 1, 2), "PH"),
                            "212(a)(6)(E)",
                            "told of the provision",
                            lookout,
                            null,
                            null),
                    ID,
                    new Actor(new OfficerId("officer-a"), Role.ADJUDICATOR, false),
                    null,
                    null,
                    null,
                    null));
        }

        void erased() {
            submit(new QuasiRefusalSubmission(
                    new ErasePersonalData(ErasureLevel.KEY, "an order"),
                    ID,
                    new Actor(new OfficerId("admin"), Role.ADMIN, false),
                    null,
                    null,
                    null,
                    null));
        }

        ClassEntryState entry() {
            return ((QuasiRefusal) StoredQuasiRefusalEvent.fold(log)).classEntry();
        }

        @Override
        public QuasiRefusalAnswer submit(QuasiRefusalSubmission submission) {
            var accepted = (Accepted) QuasiRefusalDecider.decide(
                    submission.command(),
                    StoredQuasiRefusalEvent.fold(log),
                    new QuasiRefusalContext(
                            ID,
                            submission.actor(),
                            ReferencePosts.load().find(new PostCode("MNL")).orElseThrow(),
                            null,
                            Instant.parse("2024-03-05T02:00:00Z"),
                            null,
                            null,
                            null));
            for (var line : accepted.lines()) {
                var time = accepted.time();
                var stamp = new Stamp(
                        log.size(),
                        log.size(),
                        submission.actor(),
                        time.effectiveAt(),
                        time.recordedAt(),
                        null,
                        accepted.law(),
                        line.rules());
                log.add(new StoredQuasiRefusalEvent(ID, "any", line.event(), stamp, null));
            }
            return new QuasiRefusalAnswer(ID, log.size(), null, log, false);
        }

        @Override
        public QuasiRefusalAnswer dryRun(QuasiRefusalSubmission submission) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<StoredQuasiRefusalEvent> of(QuasiRefusalId quasiRefusalId) {
            return List.copyOf(log);
        }

        @Override
        public void add(QuasiRefusalId quasiRefusalId, LocalDate enteredOn) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(QuasiRefusalId quasiRefusalId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int takeUnsent(int limit, Consumer<QuasiRefusalId> send) {
            var waiting = alwaysHandedOut ? 1 : (int) countUnsent();
            if (waiting > 0) {
                send.accept(ID);
            }
            return waiting;
        }

        @Override
        public long countUnsent() {
            return entry() == ClassEntryState.QUEUED ? 1 : 0;
        }
    }
}
