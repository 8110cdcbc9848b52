package consular.cases.web.api;

import consular.cases.web.identity.SignedIn;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.ProblemCode;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The one place where each request to the interface is let in by role, before its controller sees it. */
@Component
final class RoleGate implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // what goes on after it was let in is not let in again
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && isOfTheInterface(request)) {
            var openTo = openTo(method);
            if (openTo == null) {
                throw new ApiException(ProblemCode.FORBIDDEN_ROLE, "the operation is open to nobody");
            }
            var _ = person().require(openTo.value()::admits);
        }
        return true;
    }

    /** By the pattern that was matched, since an address can be written in many ways. */
    private static boolean isOfTheInterface(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                && pattern.startsWith(Resource.ROOT + "/");
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
