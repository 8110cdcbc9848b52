package consular.cases.web.api;

import consular.cases.domain.posts.Posts;
import consular.cases.domain.screening.Readmission;
import consular.cases.domain.screening.RevalidationScreening;
import consular.cases.domain.screening.Screening;
import consular.cases.domain.screening.ThirdCountryNational;
import consular.cases.domain.screening.ThirdCountryScreening;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.json.BodyBinder;
import consular.cases.web.json.JsonBody;
import consular.cases.web.json.Shape;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BiFunction;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Says what the rules make of somebody's plans. Nothing is stored and no case is touched, so it is for every post.
 */
@Resource
@OpenTo(Audience.CASE_READERS)
class ScreeningController {
    private static final String BORDER = "/screenings/third-country-national";
    private static final String REVALIDATION = "/screenings/automatic-revalidation";

    private final Posts posts;
    private final KeyedQuestions questions;

    ScreeningController(Posts posts, KeyedQuestions questions) {
        this.posts = posts;
        this.questions = questions;
    }

    @PostMapping(path = BORDER, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ScreeningAnswer> thirdCountryNational(
            @AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return answer(
                person,
                request,
                BORDER,
                ThirdCountryNational.class,
                ScreeningBodies.THIRD_COUNTRY_NATIONAL,
                this::screen);
    }

    @PostMapping(path = REVALIDATION, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ScreeningAnswer> automaticRevalidation(
            @AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return answer(
                person,
                request,
                REVALIDATION,
                Readmission.class,
                ScreeningBodies.READMISSION,
                (facts, _) -> screen(facts));
    }

    private <F> ResponseEntity<ScreeningAnswer> answer(
            SignedIn person,
            HttpServletRequest request,
            String path,
            Class<F> type,
            Shape.Members shape,
            BiFunction<F, Instant, Screening> screen) {
        Parameters.of(request);
        var body = JsonBody.read(request);
        var facts = BodyBinder.bind(type, shape, body);
        var asked = questions.moment(person, request, path, body, 0, null);
        var screening = screen.apply(facts, asked.answer().at());
        return KeyedQuestions.answer(asked)
                .body(ScreeningAnswer.of(screening, ScreeningBodies.assumedFalse(shape, body)));
    }

    private Screening screen(ThirdCountryNational person, Instant now) {
        var post = ScreeningFacts.check(person, posts);
        return ThirdCountryScreening.screen(person, Objects.requireNonNullElseGet(person.on(), () -> post.dateOf(now)));
    }

    private static Screening screen(Readmission person) {
        ScreeningFacts.check(person);
        return RevalidationScreening.screen(person, Objects.requireNonNullElse(person.on(), person.returnsOn()));
    }
}
