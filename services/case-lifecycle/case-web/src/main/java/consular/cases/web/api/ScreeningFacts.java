package consular.cases.web.api;

import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.Posts;
import consular.cases.domain.screening.Readmission;
import consular.cases.domain.screening.ThirdCountryNational;
import consular.cases.domain.visas.VisaCategory;
import consular.cases.domain.visas.VisaClasses;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the facts of a screening make sense; gathers what does not. */
final class ScreeningFacts {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final String UNITED_STATES = "US";
    private static final String MEXICO = "MX";

    private final List<Fault> faults = new ArrayList<>();

    private ScreeningFacts() {}

    /**
     * The border post at which the person would apply.
     *
     * @throws ApiException naming every fact that makes no sense
     */
    static Post check(ThirdCountryNational person, Posts posts) {
        var facts = new ScreeningFacts();
        var post = posts.find(person.post()).filter(Post::borderPost);
        facts.require(
                post.isPresent(), "post", "must be one of the posts on the Mexican border: " + borderPosts(posts));
        facts.alien("nationality", person.nationality());
        facts.require(
                !person.nationality().equals(MEXICO),
                "nationality",
                "must not be Mexican: the screening is for third-country nationals");
        facts.country("residesIn", person.residesIn());
        facts.country("legalResidence", person.legalResidence());
        facts.country("visaObtainedIn", person.visaObtainedIn());
        facts.nonimmigrant("visaClass", person.visaClass());
        facts.nonimmigrant("entryClass", person.entryClass());
        facts.order("leavesMexico", person.arrivesInMexico(), person.leavesMexico(), "arrivesInMexico");
        return facts.sound(post);
    }

    /**
     * Makes sure that the facts make sense.
     *
     * @throws ApiException naming every one that does not
     */
    static void check(Readmission person) {
        var facts = new ScreeningFacts();
        facts.alien("nationality", person.nationality());
        facts.nonimmigrant("visaClass", person.visaClass());
        facts.order("returnsOn", person.departedOn(), person.returnsOn(), "departedOn");
        facts.require(
                person.i94ValidUntil() != null || Boolean.TRUE.equals(person.durationOfStatus()),
                "i94ValidUntil",
                "is missing, which is right only with durationOfStatus");
        facts.sound(Optional.of(person));
    }

    private static String borderPosts(Posts posts) {
        return posts.all().stream()
                .filter(Post::borderPost)
                .map(post -> post.code().value())
                .collect(Collectors.joining(", "));
    }

    private void alien(String member, String country) {
        country(member, country);
        require(!country.equals(UNITED_STATES), member, "must not be that of the United States: citizens need no visa");
    }

    private void country(String member, @Nullable String country) {
        require(country == null || COUNTRIES.contains(country), member, "must be an ISO 3166-1 alpha-2 code");
    }

    private void nonimmigrant(String member, @Nullable String visaClass) {
        require(
                visaClass == null
                        || VisaClasses.categoryOf(visaClass)
                                .filter(VisaCategory.NONIMMIGRANT::equals)
                                .isPresent(),
                member,
                "must be the symbol of a nonimmigrant class, such as H1B");
    }

    private void order(String member, @Nullable LocalDate first, @Nullable LocalDate last, String earlier) {
        require(first == null || last == null || !last.isBefore(first), member, "must not be before " + earlier);
    }

    private void require(boolean fine, String member, String otherwise) {
        if (!fine) {
            var pointer = "/" + member;
            faults.add(Fault.ofMember(pointer, pointer + " " + otherwise));
        }
    }

    private <T> T sound(Optional<T> value) {
        if (!faults.isEmpty()) {
            throw ApiException.malformed(faults);
        }
        return value.orElseThrow();
    }
}
