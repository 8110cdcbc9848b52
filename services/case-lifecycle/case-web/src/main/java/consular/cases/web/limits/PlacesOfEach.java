package consular.cases.web.limits;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** So many places for each client, so that none of them could have those of all. Whoever has none is not remembered. */
public final class PlacesOfEach {
    private final int each;
    private final ConcurrentHashMap<String, Crowd> crowds = new ConcurrentHashMap<>();

    public PlacesOfEach(int each) {
        this.each = each;
    }

    /** @param there how many have a place or wait for one */
    private record Crowd(Places places, int there) {}

    /** A place until it is closed; empty when the client had none free in time, or the thread was interrupted. */
    public Optional<Places.Place> take(String client, Duration patience) {
        var taken = come(client).take(patience);
        if (taken.isEmpty()) {
            go(client);
        }
        return taken.map(place -> new Places.Place(() -> {
            place.close();
            go(client);
        }));
    }

    /** How many clients are remembered. */
    int clients() {
        return crowds.size();
    }

    private Places come(String client) {
        return crowds.merge(
                        client, new Crowd(new Places(each), 1), (old, _) -> new Crowd(old.places(), old.there() + 1))
                .places();
    }

    private void go(String client) {
        crowds.computeIfPresent(
                client, (_, crowd) -> crowd.there() > 1 ? new Crowd(crowd.places(), crowd.there() - 1) : null);
    }
}
