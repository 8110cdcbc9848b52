package consular.cases.web.identity;

import consular.cases.domain.people.Actor;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Role;
import consular.cases.domain.people.Supervision;
import consular.cases.domain.posts.PostCode;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.ProblemCode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A person who has signed in. Controllers get it as the authentication's principal.
 *
 * @param roles every part the person may act in, in the order of {@link Role}: where several would do, the first is
 *     taken
 * @param commissioned whether the person holds a consular commission
 * @param everyPost whether the person works for every post; if not, for {@code posts} only
 * @param supervision whom the person supervises
 */
public record SignedIn(
        String name,
        Set<Role> roles,
        boolean commissioned,
        boolean everyPost,
        Set<PostCode> posts,
        Supervision supervision)
        implements AuthenticatedPrincipal {

    public SignedIn {
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
        posts = Set.copyOf(posts);
    }

    @Override
    public String getName() {
        return name;
    }

    public boolean worksFor(PostCode post) {
        return everyPost || posts.contains(post);
    }

    /** The person in the first role that will do; empty when none will. */
    public Optional<Actor> in(Predicate<Role> suitable) {
        for (var role : roles) {
            if (suitable.test(role)) {
                return Optional.of(as(role));
            }
        }
        return Optional.empty();
    }

    /** The person in one of his or her roles. */
    public Actor as(Role role) {
        return new Actor(new OfficerId(name), role, commissioned, supervision);
    }

    /**
     * The person in the first role that will do.
     *
     * @throws ApiException 403 when none will
     */
    public Actor require(Predicate<Role> suitable) {
        return in(suitable)
                .orElseThrow(() -> new ApiException(
                        ProblemCode.FORBIDDEN_ROLE, roles.isEmpty() ? "you have no role" : "not for " + roles));
    }

    /**
     * Makes sure that the person works for a post.
     *
     * @throws ApiException 403 when not
     */
    public void requirePost(PostCode post) {
        if (!worksFor(post)) {
            throw new ApiException(ProblemCode.FORBIDDEN_POST, "the case or the rows are another post's");
        }
    }

    /**
     * Makes sure that the person works for every post.
     *
     * @param why what is of all posts, for the answer
     * @throws ApiException 403 when not
     */
    public void requireEveryPost(String why) {
        if (!everyPost) {
            throw new ApiException(ProblemCode.FORBIDDEN_POST, why + ", and you work for some");
        }
    }
}
