package consular.cases.web.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
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
        var person = Client.person();
        var letIn = person.isPresent()
                ? limit.letsInPerson(person.get(), request, response)
                : limit.letsInAddress(request, response);
        if (letIn) {
            chain.doFilter(request, response);
        }
    }
}
