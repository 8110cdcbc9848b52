package consular.cases.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.cases.domain.CaseEvent;
import consular.cases.domain.CaseEvent.CaseRegistered;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.people.Person;
import consular.cases.domain.privacy.ErasedText;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent;
import consular.ledger.postgres.secrets.PersonalData;
import consular.ledger.postgres.secrets.PlainEvent;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PersonalDataTest {
    private static final String STREAM = EventSamples.CASE.toString();

    private final CasePersonalData personal = new CasePersonalData();
    private final CaseEventSerializer serializer = new CaseEventSerializer();
    private final JsonMapper json = CaseJson.mapper();

    static Stream<Class<?>> types() {
        return Stream.concat(CaseRevisions.eventTypes(), CaseRevisions.quasiRefusalEventTypes());
    }

    static Stream<Object> events() {
        return EventFormatTest.events();
    }

    @Test
    void every_event_is_classified_and_none_that_is_no_more() {
        assertThat(PersonalMembers.events())
                .containsExactlyInAnyOrderElementsOf(
                        types().map(Class::getSimpleName).toList());
        assertThatThrownBy(() -> PersonalMembers.of("SomethingNew")).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_text_of_an_event_is_either_personal_or_said_not_to_be(Class<?> type) {
        var texts = new TreeSet<String>();
        texts(type, "", texts);
        var personal = PersonalMembers.of(type.getSimpleName()).stream()
                .map(member -> String.join("/", member.path()))
                .collect(Collectors.toCollection(TreeSet::new));
        var clear = PersonalMembers.clearTextsOf(type.getSimpleName());
        assertThat(clear).noneMatch(personal::contains);
        personal.addAll(clear);
        personal.removeIf(path -> path.endsWith("dateOfBirth"));
        assertThat(personal).isEqualTo(texts);
    }

    private static void texts(Type type, String path, Set<String> found) {
        if (type instanceof ParameterizedType list) {
            texts(list.getActualTypeArguments()[0], path + "/*", found);
        } else if (type == String.class) {
            found.add(path.substring(1));
        } else if (type instanceof Class<?> one && one.isRecord() && !isIdentifier(one)) {
            for (var component : one.getRecordComponents()) {
                texts(component.getGenericType(), path + "/" + component.getName(), found);
            }
        }
    }

    /** Ids are texts on the wire, chosen by this service or by the client for this case alone. */
    private static boolean isIdentifier(Class<?> type) {
        var components = type.getRecordComponents();
        return components.length == 1 && components[0].getName().equals("value");
    }

    @Test
    void every_day_of_birth_is_personal() {
        assertThat(PersonalMembers.events().stream()
                        .flatMap(event -> PersonalMembers.of(event).stream())
                        .filter(member -> !member.isText())
                        .map(member -> member.path().getLast())
                        .distinct())
                .containsExactlyInAnyOrder("dateOfBirth", "sha256");
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_is_put_together_as_it_was_and_its_clear_part_says_nothing_of_anybody(Object event) {
        var plain = plain(event);
        var split = personal.split(plain);
        for (var member : PersonalMembers.of(plain.type())) {
            var values = new ArrayList<String>();
            values(json.readTree(split.clear().payload()), member.path(), values);
            assertThat(values).allMatch(CasePersonalData.ENCIPHERED::equals);
        }
        assertThat(new String(split.clear().metaData(), UTF_8)).doesNotContain("the archive was closed");

        var joined = personal.join(split.clear(), parts(split, secret -> new PersonalData.Opened(secret.text())));
        assertThat(json.readTree(joined.payload())).isEqualTo(json.readTree(plain.payload()));
        assertThat(json.readTree(joined.metaData())).isEqualTo(json.readTree(plain.metaData()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_erased_event_is_still_an_event_and_says_under_which_it_was_erased(Object event) {
        var plain = plain(event);
        var split = personal.split(plain);
        var erased = personal.join(split.clear(), parts(split, _ -> new PersonalData.Erased(4711)));

        var read = json.readValue(erased.payload(), event.getClass());
        assertThat(read).isInstanceOfAny(CaseEvent.class, QuasiRefusalEvent.class);
        assertThat(new String(erased.payload(), UTF_8)).doesNotContain(CasePersonalData.ENCIPHERED);
        if (PersonalMembers.of(plain.type()).stream().anyMatch(PersonalMember::isText)
                && split.secrets().size() > 1) {
            assertThat(new String(erased.payload(), UTF_8)).contains("erased under event 4711");
        }
        assertThat(new String(erased.metaData(), UTF_8)).contains("erased under event 4711");
    }

    @ParameterizedTest
    @MethodSource("events")
    void without_what_is_personal_an_event_is_still_an_event_whether_it_was_opened_or_not(Object event) {
        var plain = plain(event);
        var nameless = personal.withheld(personal.split(plain).clear());

        assertThat(json.readTree(personal.withheld(plain).payload())).isEqualTo(json.readTree(nameless.payload()));
        assertThat(json.readValue(nameless.payload(), event.getClass()))
                .isInstanceOfAny(CaseEvent.class, QuasiRefusalEvent.class);
        for (var member : PersonalMembers.of(plain.type())) {
            var values = new ArrayList<String>();
            values(json.readTree(nameless.payload()), member.path(), values);
            assertThat(values).allMatch(CasePersonalData.WITHHELD::equals);
        }
        assertThat(new String(nameless.metaData(), UTF_8))
                .contains("\"withheld\"")
                .doesNotContain("archive");
    }

    @Test
    void whoever_is_not_erased_stays_readable_beside_the_erased() {
        var registered = EventSamples.registered();
        var one = registered.applicants().getFirst();
        var other =
                new Person(new ApplicantId("a2"), FamilyRole.SPOUSE, "Other", "Person", LocalDate.of(1991, 2, 3), "PH");
        var plain = plain(new CaseRegistered(
                registered.caseId(),
                registered.caseNumber(),
                registered.post(),
                registered.zone(),
                registered.category(),
                registered.visaClass(),
                registered.petition(),
                List.of(one, other),
                registered.counsel()));
        var split = personal.split(plain);
        var first = Persons.applicant(EventSamples.CASE, new ApplicantId("a1"));
        var joined = personal.join(
                split.clear(),
                parts(
                        split,
                        secret -> secret.person().equals(first)
                                ? new PersonalData.Erased(9)
                                : new PersonalData.Opened(secret.text())));
        var applicants = ((ObjectNode) json.readTree(joined.payload())).get("applicants");
        assertThat(applicants.get(0).get("familyName").stringValue()).isEqualTo("erased under event 9");
        assertThat(applicants.get(0).get("dateOfBirth").isNull()).isTrue();
        var original = json.readTree(plain.payload()).get("applicants");
        assertThat(applicants.get(1)).isEqualTo(original.get(1));
    }

    /** So it can be written of who was erased. */
    @Test
    void what_the_service_writes_itself_is_not_personal() {
        for (var finding : List.of(
                Map.of("kind", "FOLLOWS_FAMILY", "note", "waits for applicant a1"),
                Map.of("kind", "SUBSTANTIVE", "factualBasis", ErasedText.STAND_IN))) {
            var payload = json.writeValueAsBytes(Map.of("applicantId", "a2", "findings", List.of(finding)));
            var late = "{\"lateEntryReason\":\"" + ErasedText.STAND_IN + "\"}";
            var event = new PlainEvent(STREAM, "VisaRefused", "1", late.getBytes(UTF_8), payload);
            var split = personal.split(event);
            assertThat(split.secrets()).isEmpty();
            assertThat(json.readTree(split.clear().payload())).isEqualTo(json.readTree(payload));
        }
    }

    @Test
    void what_an_officer_notes_on_a_reason_is_personal() {
        var noted = Map.of("kind", "DOCUMENT", "note", "waits for applicant a1");
        var payload = json.writeValueAsBytes(Map.of("applicantId", "a2", "findings", List.of(noted)));
        var event = new PlainEvent(STREAM, "VisaRefused", "1", "{}".getBytes(UTF_8), payload);
        assertThat(personal.split(event).secrets()).hasSize(1);
    }

    @Test
    void words_about_nobody_known_are_not_stored() {
        var remarks = json.writeValueAsBytes(Map.of("refusalId", "R1", "reviewer", "s", "remarks", "Ms Doe was kind"));
        var event = new PlainEvent(STREAM, "SupervisorConcurred", "1", "{}".getBytes(UTF_8), remarks);
        assertThatThrownBy(() -> personal.split(event))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("Doe");
    }

    @Test
    void an_event_that_is_about_nobody_is_left_as_it_is() {
        var event = new PlainEvent(
                STREAM, "ReviewOverdue", "1", "{}".getBytes(UTF_8), "{\"not\": \"parsed".getBytes(UTF_8));
        assertThat(personal.split(event)).isEqualTo(new PersonalData.Split(event, List.of()));
    }

    @Test
    void the_same_applicant_of_another_case_is_another_person() {
        assertThat(Persons.applicant("a", "1")).isNotEqualTo(Persons.applicant("b", "1"));
        assertThat(Persons.applicant("a", "1")).isNotEqualTo(Persons.applicant("a", "2"));
        assertThat(Persons.theCase("a")).isNotEqualTo(Persons.applicant("a", "case"));
    }

    private PlainEvent plain(Object event) {
        var stored = serializer.serialize(event, byte[].class);
        var stream =
                event instanceof QuasiRefusalEvent inquiry ? QuasiRefusalStreams.of(inquiry.quasiRefusalId()) : STREAM;
        var metaData = "{\"actor\":\"x\",\"applicant\":\"a2\",\"lateEntryReason\":\"the archive was closed\"}";
        return new PlainEvent(
                stream,
                stored.getType().getName(),
                stored.getType().getRevision(),
                metaData.getBytes(UTF_8),
                stored.getData());
    }

    private static Map<UUID, PersonalData.Part> parts(
            PersonalData.Split split, Function<PersonalData.Secret, PersonalData.Part> part) {
        return split.secrets().stream().collect(Collectors.toMap(PersonalData.Secret::person, part));
    }

    private static void values(JsonNode at, List<String> path, List<String> found) {
        if (path.isEmpty()) {
            if (!at.isNull()) {
                found.add(at.stringValue());
            }
        } else if (path.getFirst().equals("*")) {
            at.forEach(item -> values(item, path.subList(1, path.size()), found));
        } else if (at.has(path.getFirst())) {
            values(at.get(path.getFirst()), path.subList(1, path.size()), found);
        }
    }
}
