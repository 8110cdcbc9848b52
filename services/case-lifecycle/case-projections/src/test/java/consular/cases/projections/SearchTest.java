package consular.cases.projections;

import static consular.cases.projections.TestPosts.BOGOTA;
import static consular.cases.projections.TestPosts.MANILA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.cases.domain.ApplicationState;
import consular.cases.domain.CaseCommand.ErasePersonalData;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Person;
import consular.cases.domain.people.Role;
import consular.cases.domain.privacy.ErasureLevel;
import consular.cases.projections.search.FoundCase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases are found by what they are, by what became of them, and by the name of an applicant, which nothing stored shows. */
class SearchTest {
    private static final Actor ADMIN = new Actor(new OfficerId("admin"), Role.ADMIN, false);
    private static final ApplicantId WIFE = new ApplicantId("a2");

    private ReadSide side;
    private CaseId santos;
    private CaseId refused;
    private CaseId registered;

    @BeforeEach
    void start() {
        side = ReadSide.started();
        side.cases.itIs("2024-03-05", MANILA);
        santos = side.cases.registered(
                MANILA,
                "Mnl2024000001",
                person(Cases.APPLICANT, FamilyRole.PRINCIPAL, "de la Cruz Santos", "José"),
                person(WIFE, FamilyRole.SPOUSE, "Reyes", "Maria"));
        refused = side.cases.refused221g(BOGOTA);
        side.cases.itIs("2024-03-12", MANILA);
        registered = side.cases.appliedForVisit(MANILA, "Zenaida");
        List.of(santos, refused, registered).forEach(side::hasSeen);
    }

    @AfterEach
    void stop() {
        side.close();
    }

    private static Person person(ApplicantId applicantId, FamilyRole role, String familyName, String givenName) {
        return new Person(applicantId, role, familyName, givenName, LocalDate.of(1990, 1, 2), "PH");
    }

    private List<CaseId> found(Map<String, String> filters) {
        return side.all(ReadModelName.CASES, filters).stream()
                .map(FoundCase.class::cast)
                .map(found -> new CaseId(found.caseId()))
                .toList();
    }

    private FoundCase only(Map<String, String> filters) {
        assertThat(side.all(ReadModelName.CASES, filters)).hasSize(1);
        return (FoundCase) side.all(ReadModelName.CASES, filters).getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"santos", "José Santos", "SANTOS, jose", "de la cruz", "dé  lá"})
    void whoever_has_all_words_in_the_name_is_found(String name) {
        assertThat(found(Map.of("name", name))).containsExactly(santos);
    }

    /** The second is somebody else's name in the family: the words have to be one person's. */
    @ParameterizedTest
    @ValueSource(strings = {"sant", "Jose Reyes", "Santos Maria", "nobody"})
    void part_of_a_word_or_words_of_two_people_find_nobody(String name) {
        assertThat(found(Map.of("name", name))).isEmpty();
    }

    @Test
    void a_name_without_letters_is_a_bad_filter() {
        assertThatThrownBy(() -> found(Map.of("name", "--"))).isInstanceOf(BadFilter.class);
    }

    @ParameterizedTest
    @CsvSource({
        "state,REFUSED",
        "officer,officer-a",
        "appliedTo,2024-03-04",
        "refusedFrom,2024-03-04",
        "refusedTo,2024-03-04"
    })
    void the_refused_case_is_found_by_what_became_of_it(String filter, String value) {
        assertThat(found(Map.of(filter, value))).containsExactly(refused);
    }

    @Test
    void filters_together_mean_one_and_the_same_applicant() {
        assertThat(found(Map.of("visaClass", "B2"))).containsExactly(registered);
        assertThat(found(Map.of("category", "NONIMMIGRANT", "name", "zenaida"))).containsExactly(registered);
        assertThat(found(Map.of("appliedFrom", "2024-03-06", "appliedTo", "2024-03-31")))
                .containsExactly(registered);
        assertThat(found(Map.of("issuedFrom", "2000-01-01"))).isEmpty();
        assertThat(found(Map.of("state", "REFUSED", "name", "zenaida"))).isEmpty();
        assertThat(side.all(ReadModelName.CASES, Map.of(), MANILA)).hasSize(2);
    }

    @Test
    void a_number_is_the_same_in_capitals_or_not_and_shown_as_registered() {
        var found = only(Map.of("number", "mnl2024000001"));
        assertThat(found.caseNumber()).isEqualTo("Mnl2024000001");
        assertThat(found.applicants())
                .extracting(FoundCase.FoundApplicant::applicantId)
                .containsExactly("a1", "a2");
    }

    @Test
    void an_item_shows_whom_the_search_is_about_and_no_name() {
        var found = only(Map.of("name", "Reyes"));
        assertThat(found.applicants())
                .extracting(FoundCase.FoundApplicant::applicantId)
                .containsExactly("a2");
        var stored = side.jdbc
                .sql("select string_agg(applicant::text, ' ') from read_models_blue.searched_applicants as applicant")
                .query(String.class)
                .single();
        assertThat(stored + found).doesNotContainIgnoringCase("reyes").doesNotContainIgnoringCase("santos");
    }

    @Test
    void what_became_of_an_applicant_is_told() {
        assertThat(only(Map.of("state", "REFUSED")).applicants().getFirst())
                .isEqualTo(new FoundCase.FoundApplicant(
                        "a1",
                        FamilyRole.PRINCIPAL,
                        ApplicationState.REFUSED,
                        LocalDate.parse("2024-03-04"),
                        LocalDate.parse("2024-03-04"),
                        null,
                        List.of("officer-a")));
    }

    @Test
    void pages_of_one_give_every_case_once_in_the_order_of_numbers() {
        var numbers = new ArrayList<String>();
        @Nullable String after = null;
        do {
            var page = side.readModels().page(ReadModelName.CASES, new ReadModelQuery(Set.of(), Map.of(), 1, after));
            page.items().forEach(item -> numbers.add(((FoundCase) item).caseNumber()));
            after = page.next();
        } while (after != null);
        assertThat(numbers).hasSize(3).doesNotHaveDuplicates();
        assertThat(numbers)
                .isEqualTo(side.all(ReadModelName.CASES, Map.of()).stream()
                        .map(item -> ((FoundCase) item).caseNumber())
                        .toList());
    }

    @Test
    void whoever_is_erased_is_found_by_name_no_more() {
        side.cases.give(santos, ADMIN, new ErasePersonalData(Cases.APPLICANT, ErasureLevel.KEY, "order 7"));
        side.hasSeen(santos);
        assertThat(found(Map.of("name", "Santos"))).isEmpty();
        assertThat(found(Map.of("name", "Reyes"))).containsExactly(santos);
        assertThat(found(Map.of("number", "MNL2024000001"))).containsExactly(santos);
        assertThat(side.operations().rebuild().differences()).containsEntry("searched_applicants", 0L);
    }

    @Test
    void an_erasure_reaches_the_tables_that_do_not_serve() {
        side.operations().rebuild();
        side.purge(santos, Cases.APPLICANT);
        for (var generation : Generation.values()) {
            assertThat(side.jdbc
                            .sql(generation.in(
                                    "select jsonb_array_length(names) from {schema}.searched_applicants where case_id"
                                            + " = ? order by applicant_id"))
                            .param(santos.value())
                            .query(Integer.class)
                            .list())
                    .containsExactly(0, 2);
        }
    }
}
