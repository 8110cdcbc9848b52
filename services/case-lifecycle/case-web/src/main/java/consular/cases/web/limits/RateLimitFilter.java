package consular.cases.web.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds each client to what it may ask for, once it is known who that is. */
@Component
@Order(FilterOrder.RATE)
final class RateLimitFilter extends OncePerRequestFilter {
    private final RateLimit limit;

    RateLimitFilter(RateLimit limit) {
        this.limit = limit;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Probes.isOne(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var who = SecurityContextHolder.getContext().getAuthentication();
        var letIn = (who == null || who instanceof AnonymousAuthenticationToken)
                ? limit.letsInAddress(request, response)
                : limit.letsInPerson(who.getName(), request, response);
        if (letIn) {
            chain.doFilter(request, response);
        }
    }
}
