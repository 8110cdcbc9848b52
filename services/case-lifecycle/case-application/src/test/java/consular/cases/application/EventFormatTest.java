package consular.cases.application;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.AvailabilityRestored;
import consular.cases.domain.CaseEvent.CaseRegistered;
import consular.cases.domain.CaseEvent.CaseTransferred;
import consular.cases.domain.CaseEvent.InterviewMissed;
import consular.cases.domain.CaseEvent.RegistrationReinstated;
import consular.cases.domain.CaseEvent.RetrogressionRecorded;
import consular.cases.domain.CaseEvent.VisaAvailabilityNotified;
import consular.cases.domain.CaseEvent.VisaRefused;
import consular.cases.domain.EventByTime.TerminationWarningSent;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.CfrTrigger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The log outlives the code: one checked-in file for every event in its present revision, and one for
 * every past revision. A file that has to change is a decision; a past one never does.
 */
class EventFormatTest {
    private final CaseEventSerializer serializer = new CaseEventSerializer();
    private final JsonMapper json = CaseJson.mapper();

    static Stream<Object> events() {
        return Stream.concat(EventSamples.all().stream(), QuasiRefusalSamples.all().stream());
    }

    @Test
    void every_event_has_a_sample() {
        assertThat(events().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.<Class<?>>concat(CaseRevisions.eventTypes(), CaseRevisions.quasiRefusalEventTypes())
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("events")
    void is_stored_under_its_plain_name_in_the_checked_in_form(Object event) {
        var stored = serializer.serialize(event, String.class);
        assertThat(stored.getType().getName()).isEqualTo(event.getClass().getSimpleName());
        assertThat(json.readTree(stored.getData()))
                .isEqualTo(golden(stored.getType().getName(), stored.getType().getRevision()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void is_read_back_as_it_was(Object event) {
        var type = event.getClass().getSimpleName();
        var revision = CaseRevisions.revisionOf(event.getClass());
        Object read = serializer.deserialize(
                new SimpleSerializedObject<>(golden(type, revision).toString(), String.class, type, revision));
        assertThat(read).isEqualTo(event);
    }

    @Test
    void a_registration_stored_without_a_zone_is_given_the_zone_of_its_post() {
        var upcast = CaseRevisions.upToDate(CaseRegistered.class, "1", golden("CaseRegistered", "1"));
        assertThat(json.treeToValue(upcast, CaseRegistered.class)).isEqualTo(EventSamples.registered());
    }

    @Test
    void a_refusal_stored_before_families_waited_says_that_nobody_follows() {
        var upcast = CaseRevisions.upToDate(VisaRefused.class, "1", golden("VisaRefused", "1"));
        assertThat(json.treeToValue(upcast, VisaRefused.class)).isEqualTo(EventSamples.refused(null, null));
    }

    @Test
    void a_refusal_stored_before_causes_were_given_names_none() {
        var upcast = CaseRevisions.upToDate(VisaRefused.class, "2", golden("VisaRefused", "2"));
        assertThat(json.treeToValue(upcast, VisaRefused.class))
                .isEqualTo(EventSamples.refused(new ApplicantId("a2"), null));
    }

    @Test
    void a_refusal_stored_before_there_was_a_target_has_its_notice_due_on_its_day() {
        var upcast = CaseRevisions.upToDate(VisaRefused.class, "3", golden("VisaRefused", "3"));
        assertThat(json.treeToValue(upcast, VisaRefused.class))
                .isEqualTo(EventSamples.refused(new ApplicantId("a2"), CfrTrigger.A3));
    }

    @Test
    void a_refusal_stored_before_missing_documents_were_named_names_none() {
        var upcast = CaseRevisions.upToDate(VisaRefused.class, "4", golden("VisaRefused", "4"));
        assertThat(json.treeToValue(upcast, VisaRefused.class))
                .isEqualTo(EventSamples.refused(new ApplicantId("a2"), CfrTrigger.A3, null));
    }

    @Test
    void a_warning_stored_when_there_was_one_only_is_the_first() {
        var upcast = CaseRevisions.upToDate(TerminationWarningSent.class, "1", golden("TerminationWarningSent", "1"));
        assertThat(json.treeToValue(upcast, TerminationWarningSent.class).warning())
                .isOne();
    }

    @Test
    void a_transfer_stored_before_the_alarms_were_kept_keeps_none() {
        var upcast = CaseRevisions.upToDate(CaseTransferred.class, "1", golden("CaseTransferred", "1"));
        assertThat(json.treeToValue(upcast, CaseTransferred.class).noticeAlarms())
                .isEmpty();
    }

    @Test
    void a_notice_of_availability_stored_before_it_said_what_stops_ends_no_retrogression_and_names_none() {
        var day = LocalDate.of(2024, 3, 5);
        var upcast =
                CaseRevisions.upToDate(VisaAvailabilityNotified.class, "1", golden("VisaAvailabilityNotified", "1"));
        assertThat(json.treeToValue(upcast, VisaAvailabilityNotified.class))
                .isEqualTo(new VisaAvailabilityNotified(
                        day, day.plusYears(1).plusDays(1), day.plusYears(2), false, null, List.of(), null));
    }

    static Stream<Arguments> before_the_year_was_told() {
        return Stream.of(
                Arguments.of(VisaAvailabilityNotified.class, "2"),
                Arguments.of(RetrogressionRecorded.class, "1"),
                Arguments.of(AvailabilityRestored.class, "2"),
                Arguments.of(InterviewMissed.class, "1"));
    }

    /** It is evolved as it was then: each said of itself what becomes of the year to apply. */
    @ParameterizedTest
    @MethodSource("before_the_year_was_told")
    void what_was_stored_before_it_told_the_year_tells_none_and_the_rest_as_it_was(Class<?> type, String revision) {
        var old = golden(type.getSimpleName(), revision);
        var upcast = (ObjectNode) CaseRevisions.upToDate(type, revision, old);
        assertThat(json.readTree(CaseJson.mapper().writeValueAsString(json.treeToValue(upcast, type))))
                .isEqualTo(upcast);
        assertThat(upcast.remove("year").isNull()).isTrue();
        assertThat(upcast).isEqualTo(old);
    }

    @Test
    void availability_restored_and_a_registration_reinstated_before_there_were_switches_moved_no_other_clock() {
        var day = LocalDate.of(2024, 3, 5);
        var restored = CaseRevisions.upToDate(AvailabilityRestored.class, "1", golden("AvailabilityRestored", "1"));
        assertThat(json.treeToValue(restored, AvailabilityRestored.class))
                .isEqualTo(new AvailabilityRestored(day, null, null, null));
        var reinstated =
                CaseRevisions.upToDate(RegistrationReinstated.class, "1", golden("RegistrationReinstated", "1"));
        assertThat(json.treeToValue(reinstated, RegistrationReinstated.class).feeWindowEnd())
                .isNull();
        var second = CaseRevisions.upToDate(RegistrationReinstated.class, "2", golden("RegistrationReinstated", "2"));
        assertThat(json.treeToValue(second, RegistrationReinstated.class).feeWindowEnd())
                .isEqualTo(LocalDate.of(2025, 3, 5));
        assertThat(json.treeToValue(second, RegistrationReinstated.class).decisionDue())
                .isNull();
    }

    @Test
    void axon_reads_the_old_revision_through_the_same_chain() {
        EventData<String> old = new GenericDomainEventEntry<>(
                "case",
                EventSamples.CASE.toString(),
                0,
                "event",
                "2024-03-05T00:00:00Z",
                "CaseRegistered",
                "1",
                golden("CaseRegistered", "1").toString(),
                "{}");
        var chain = new EventUpcasterChain(CaseRevisions.forAxon());
        List<IntermediateEventRepresentation> upcast = chain.upcast(
                        Stream.of(new InitialEventRepresentation(old, serializer)))
                .toList();
        Object read = serializer.deserialize(upcast.getFirst().getData());
        assertThat(upcast.getFirst().getType().getRevision()).isEqualTo("2");
        assertThat(read).isEqualTo(EventSamples.registered());
    }

    @Test
    void the_stamp_survives_as_metadata() {
        var stamp = Stamps.read(
                7,
                Map.of(
                        "decision", "6",
                        "actor", "officer-a",
                        "role", "ADJUDICATOR",
                        "commissioned", "false",
                        "effectiveAt", "2024-03-05T01:00:00Z",
                        "recordedAt", "2024-03-06T01:00:00Z",
                        "lateEntryReason", "the line was down",
                        "ruleSet", "2019-07-23",
                        "rules", "R-IV-05 R-IV-16"));
        assertThat(Stamps.read(7, Stamps.write(stamp))).isEqualTo(stamp);
    }

    private JsonNode golden(String type, String revision) {
        var file = "/events/" + type + "." + revision + ".json";
        try (var in = EventFormatTest.class.getResourceAsStream(file)) {
            assertThat(in).as("golden file %s", file).isNotNull();
            return json.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
