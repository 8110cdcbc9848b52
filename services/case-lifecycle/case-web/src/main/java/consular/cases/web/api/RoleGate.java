package consular.cases.web.api;

import consular.cases.web.identity.SignedIn;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.ProblemCode;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The one place where each request is let in by role, before its controller sees it. Whatever answers at a path that is not of the
 * interface is not there, unless it is named here.
 */
@Component
final class RoleGate implements HandlerInterceptor, WebMvcConfigurer {
    private static final List<String> DOCUMENTATION = List.of("/v3/api-docs", "/swagger-ui");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // what goes on after it was let in is not let in again
        if (request.getDispatcherType() == DispatcherType.REQUEST && !isQuestionOfMethods(request)) {
            if (!isUnder(request, Resource.ROOT + "/")) {
                requireOpen(request, handler);
                return true;
            }
            var openTo = handler instanceof HandlerMethod method ? openTo(method) : null;
            if (openTo == null) {
                throw new ApiException(ProblemCode.FORBIDDEN_ROLE, "the operation is open to nobody");
            }
            var _ = person().require(openTo.value()::admits);
        }
        return true;
    }

    /** Which methods a path has is no secret, and no operation listens to that question. */
    private static boolean isQuestionOfMethods(HttpServletRequest request) {
        return HttpMethod.OPTIONS.matches(request.getMethod());
    }

    /** What is no operation is there only if it is the description of the interface, or the page of errors. */
    private static void requireOpen(HttpServletRequest request, Object handler) {
        var open = DOCUMENTATION.stream().anyMatch(root -> isUnder(request, root))
                || (handler instanceof HandlerMethod method
                        && ErrorController.class.isAssignableFrom(method.getBeanType()));
        if (!open) {
            throw ApiException.notFound("there is nothing here");
        }
    }

    /** By the pattern that was matched, since an address can be written in many ways. */
    private static boolean isUnder(HttpServletRequest request, String root) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                && pattern.startsWith(root);
    }

    private static @Nullable OpenTo openTo(HandlerMethod method) {
        var own = method.getMethodAnnotation(OpenTo.class);
        return own == null ? method.getBeanType().getAnnotation(OpenTo.class) : own;
    }

    private static SignedIn person() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn person) {
            return person;
        }
        throw new ApiException(ProblemCode.FORBIDDEN_ROLE, "nobody is signed in");
    }
}
