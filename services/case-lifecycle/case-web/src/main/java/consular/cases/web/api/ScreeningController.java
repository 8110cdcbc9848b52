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
import java.time.Clock;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Says what the rules make of somebody's plans. Nothing is stored and no case is touched, so it is for every post; an
 * idempotency key has nothing to protect and is only checked for its form.
 */
@Resource
class ScreeningController {
    private final Posts posts;
    private final Clock clock;

    ScreeningController(Posts posts, Clock clock) {
        this.posts = posts;
        this.clock = clock;
    }

    @PostMapping(path = "/screenings/third-country-national", consumes = MediaType.APPLICATION_JSON_VALUE)
    ScreeningAnswer thirdCountryNational(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return answer(
                person, request, ThirdCountryNational.class, ScreeningBodies.THIRD_COUNTRY_NATIONAL, this::screen);
    }

    @PostMapping(path = "/screenings/automatic-revalidation", consumes = MediaType.APPLICATION_JSON_VALUE)
    ScreeningAnswer automaticRevalidation(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return answer(person, request, Readmission.class, ScreeningBodies.READMISSION, ScreeningController::screen);
    }

    private static <F> ScreeningAnswer answer(
            SignedIn person,
            HttpServletRequest request,
            Class<F> type,
            Shape.Members shape,
            Function<F, Screening> screen) {
        person.require(CaseAccess::readsCases);
        Parameters.of(request);
        var _ = CommandHeaders.key(request);
        var body = JsonBody.read(request);
        var facts = BodyBinder.bind(type, shape, body);
        return ScreeningAnswer.of(screen.apply(facts), ScreeningBodies.assumedFalse(shape, body));
    }

    private Screening screen(ThirdCountryNational person) {
        var post = ScreeningFacts.check(person, posts);
        return ThirdCountryScreening.screen(
                person, Objects.requireNonNullElseGet(person.on(), () -> post.dateOf(clock.instant())));
    }

    private static Screening screen(Readmission person) {
        ScreeningFacts.check(person);
        return RevalidationScreening.screen(person, Objects.requireNonNullElse(person.on(), person.returnsOn()));
    }
}
