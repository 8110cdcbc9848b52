package consular.cases.web.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests are taken of one client on this instance.
 *
 * @param enabled whether anybody is held to it
 * @param person of each person who is signed in; a command in a batch counts like one alone, and a batch never for more than one quota
 * @param address of each address from which somebody asks who is not, or fails to be
 * @param clients how many persons, and how many addresses, are remembered
 */
@ConfigurationProperties("consular.rate-limit")
record RateLimitSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue Person person,
        @DefaultValue Address address,
        @DefaultValue("10000") int clients) {
    RateLimitSettings {
        if (clients < 1) {
            throw new IllegalArgumentException("consular.rate-limit.clients must be at least 1");
        }
    }

    /** Of a person: so many at once, and as many again over each window. */
    record Person(
            @DefaultValue("1000") long quota,
            @DefaultValue("10s") Duration window) {
        Person {
            requireSome("person", quota, window);
        }
    }

    /** Of an address: so many at once, and as many again over each window. */
    record Address(
            @DefaultValue("60") long quota,
            @DefaultValue("1m") Duration window) {
        Address {
            requireSome("address", quota, window);
        }
    }

    private static void requireSome(String whose, long quota, Duration window) {
        if (quota < 1 || window.toSeconds() < 1) {
            throw new IllegalArgumentException("consular.rate-limit." + whose
                    + " must have a quota of at least 1 in a window of at least a second");
        }
    }
}
