package consular.cases.application;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseCommand.AddCaseNote;
import consular.cases.domain.CaseCommand.AnswerInquiry;
import consular.cases.domain.CaseCommand.ErasePersonalData;
import consular.cases.domain.CaseCommand.OvercomeRefusal;
import consular.cases.domain.CaseCommand.RecordReviewConsultation;
import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.CaseCommand.SelectForReview;
import consular.cases.domain.CaseCommand.SendAdvisoryOpinionFollowUp;
import consular.cases.domain.CaseCommand.SupervisorConcur;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseEvent;
import consular.cases.domain.CaseEvent.AdvisoryOpinionRequested;
import consular.cases.domain.CaseEvent.ApplicationExecuted;
import consular.cases.domain.CaseState;
import consular.cases.domain.Stamp;
import consular.cases.domain.WordsSaid;
import consular.cases.domain.law.RuleSet;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.privacy.ErasedText;
import consular.cases.domain.privacy.ErasureLevel;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.OvercomeBasis;
import consular.cases.domain.refusals.RefusalId;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What may not be said any more of somebody whose data was erased is what the log would have enciphered: a text of a command
 * is somebody's own words just where the member of an event that keeps it is personal.
 */
class WordsOfCommandsTest {
    private static final String OWN = "in words of my own";
    private static final ApplicantId A1 = new ApplicantId("a1");
    private static final Map<Class<?>, Object> IDS = Map.of(
            ApplicantId.class, A1,
            RefusalId.class, new RefusalId("R1"),
            FindingId.class, new FindingId("F1"),
            AdvisoryOpinionId.class, new AdvisoryOpinionId("AO1"),
            PostCode.class, new PostCode("GUZ"));
    /** They name the family that waits, and say nothing of anybody. */
    private static final String BLOCKED = "blockedApplicantId";

    /** Every command of a person but the first, before which nobody can have been erased. */
    static Stream<Class<?>> commands() {
        return Arrays.stream(CaseCommand.ByPerson.class.getPermittedSubclasses())
                .filter(it -> it != RegisterCase.class);
    }

    static Stream<Arguments> texts() {
        return commands().flatMap(type -> texts(type, "").map(path -> Arguments.of(type, path)));
    }

    @Test
    void there_are_commands_with_texts() {
        assertThat(commands()).hasSizeGreaterThan(45);
        assertThat(texts()).hasSizeGreaterThan(35);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("texts")
    void a_text_of_a_command_is_own_words_where_that_of_the_event_is_personal(Class<?> command, String path) {
        var name = nameOf(path);
        var personal = personal();
        var clear = clear();
        assertThat(personal.contains(name) ^ clear.contains(name))
                .as("nobody, or not with one voice, has said whether %s is personal", name)
                .isTrue();
        assertThat(said(make(command, path)).inOwnWords()).isEqualTo(personal.contains(name));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void where_nothing_is_said_but_what_may_be_of_anybody_there_are_no_own_words(Class<?> command) {
        // a note tells of the case in any words, and the reply to an inquiry of the applicant
        var always = command == AddCaseNote.class || command == AnswerInquiry.class;
        assertThat(said(make(command, "")).inOwnWords()).isEqualTo(always);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_words_are_about_the_applicant_whom_the_command_leads_to_else_about_the_case(Class<?> command) {
        var leads = Arrays.stream(command.getRecordComponents())
                .filter(it -> !it.getName().equals(BLOCKED) && !it.getName().startsWith("waiting"))
                .anyMatch(it -> leadsToAnApplicant(it.getGenericType()));
        assertThat(said(make(command, "")).about()).isEqualTo(leads ? List.of(A1) : List.of());
    }

    @Test
    void of_a_refusal_or_an_applicant_either_leads_to_the_applicant() {
        var refusal = new RefusalId("R1");
        assertThat(said(new SelectForReview(refusal, null)).about()).containsExactly(A1);
        assertThat(said(new SelectForReview(null, A1)).about()).containsExactly(A1);
        assertThat(said(new SelectForReview(null, null)).about()).isEmpty();
        assertThat(said(new RecordReviewConsultation(null, A1, OWN))).isEqualTo(new WordsSaid(List.of(A1), true));
        assertThat(said(new RecordReviewConsultation(null, null, OWN))).isEqualTo(new WordsSaid(List.of(), true));
    }

    @Test
    void what_there_is_not_leads_to_nobody() {
        assertThat(said(new SupervisorConcur(new RefusalId("R9"), OWN)).about()).isEmpty();
        assertThat(said(new OvercomeRefusal(List.of(new FindingId("F9")), OvercomeBasis.EVIDENCE))
                        .about())
                .isEmpty();
        assertThat(said(new SendAdvisoryOpinionFollowUp(new AdvisoryOpinionId("AO9")))
                        .about())
                .isEmpty();
        assertThat(said(new ErasePersonalData(null, ErasureLevel.CONTENT, OWN)).about())
                .isEmpty();
    }

    private static WordsSaid said(CaseCommand.ByPerson command) {
        return WordsSaid.by(command, refused());
    }

    /** A case of one applicant with a refusal, a finding and an opinion. */
    private static CaseState refused() {
        var asked = EventSamples.all().stream()
                .filter(AdvisoryOpinionRequested.class::isInstance)
                .findFirst()
                .orElseThrow();
        var executed = EventSamples.all().stream()
                .filter(ApplicationExecuted.class::isInstance)
                .findFirst()
                .orElseThrow();
        var state = CaseDecider.initialState();
        var sequence = 0;
        for (CaseEvent event : List.of(EventSamples.registered(), executed, EventSamples.refused(null, null), asked)) {
            var at = Instant.parse("2024-03-05T04:00:00Z");
            state = CaseDecider.evolve(
                    state,
                    event,
                    new Stamp(sequence, sequence, Actor.SERVICE, at, at, null, RuleSet.OF_2019_07_23, List.of()));
            sequence++;
        }
        return state;
    }

    private static Set<String> personal() {
        return PersonalMembers.events().stream()
                .flatMap(event -> PersonalMembers.of(event).stream())
                .map(member -> nameOf(String.join("/", member.path())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> clear() {
        return PersonalMembers.events().stream()
                .flatMap(event -> PersonalMembers.clearTextsOf(event).stream())
                .map(WordsOfCommandsTest::nameOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The last name of a path, with the star of an array whose elements have none. */
    private static String nameOf(String path) {
        var names = path.split("/");
        var last = names[names.length - 1];
        return last.equals("*") ? names[names.length - 2] + "/*" : last;
    }

    private static Stream<String> texts(Type type, String path) {
        if (type == String.class) {
            return Stream.of(path);
        }
        if (type instanceof ParameterizedType list) {
            return texts(list.getActualTypeArguments()[0], path + "/*");
        }
        return type instanceof Class<?> one && one.isRecord() && !IDS.containsKey(one)
                ? Arrays.stream(one.getRecordComponents())
                        .flatMap(it -> texts(it.getGenericType(), path + "/" + it.getName()))
                : Stream.empty();
    }

    private static boolean leadsToAnApplicant(Type type) {
        return type instanceof ParameterizedType list
                ? leadsToAnApplicant(list.getActualTypeArguments()[0])
                : type != PostCode.class && type instanceof Class<?> one && IDS.containsKey(one);
    }

    /** A command that says something of its own in one text, and in every other what may be said of anybody. */
    private static CaseCommand.ByPerson make(Class<?> command, String ownAt) {
        return (CaseCommand.ByPerson) value(command, "", ownAt);
    }

    private static Object value(Type type, String path, String ownAt) {
        if (type instanceof ParameterizedType list) {
            return List.of(value(list.getActualTypeArguments()[0], path + "/*", ownAt));
        }
        var one = (Class<?>) type;
        if (one == String.class) {
            return path.equals(ownAt) ? OWN : ErasedText.STAND_IN;
        }
        if (one == Boolean.class || one == boolean.class) {
            return true;
        }
        if (one == LocalDate.class) {
            return LocalDate.of(2024, 3, 5);
        }
        if (one.isEnum()) {
            return one.getEnumConstants()[0];
        }
        var id = IDS.get(one);
        return id == null ? record(one, path, ownAt) : id;
    }

    private static Object record(Class<?> type, String path, String ownAt) {
        var components = type.getRecordComponents();
        var values = Arrays.stream(components)
                .map(it -> value(it.getGenericType(), path + "/" + it.getName(), ownAt))
                .toArray();
        try {
            return canonical(type, components).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " can't be made", e);
        }
    }

    private static Constructor<?> canonical(Class<?> type, RecordComponent[] components) throws NoSuchMethodException {
        return type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    }
}
