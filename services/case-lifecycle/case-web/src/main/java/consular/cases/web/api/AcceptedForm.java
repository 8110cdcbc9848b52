package consular.cases.web.api;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Which of the forms of an answer a header Accept asks for. */
final class AcceptedForm {
    /** A type that is named goes before one that is only meant. */
    private static final Comparator<MediaType> NAMED =
            Comparator.comparing(MediaType::isWildcardType).thenComparing(MediaType::isWildcardSubtype);

    private static final Comparator<MediaType> PREFERENCE =
            Comparator.comparingDouble(MediaType::getQualityValue).reversed().thenComparing(NAMED);

    /** A form, and what the header says of it: that which names it most closely. */
    private record Offer<F>(F form, MediaType range) {}

    private AcceptedForm() {}

    /**
     * The form that is asked for: of several that would do, and without a header, the first. Empty when it asks for none of them.
     *
     * @param accept the header's values
     */
    static <F> Optional<F> of(List<String> accept, List<F> forms, Function<F, MediaType> typeOf) {
        try {
            var wanted = MediaType.parseMediaTypes(accept);
            if (wanted.isEmpty()) {
                return Optional.of(forms.getFirst());
            }
            return forms.stream()
                    .flatMap(form -> wanted.stream()
                            .filter(range -> range.includes(typeOf.apply(form)))
                            .min(NAMED)
                            .map(range -> new Offer<>(form, range))
                            .stream())
                    .filter(offer -> offer.range().getQualityValue() > 0)
                    .min(Comparator.comparing((Offer<F> offer) -> offer.range(), PREFERENCE)
                            .thenComparingInt(offer -> wanted.indexOf(offer.range())))
                    .map(Offer::form);
        } catch (InvalidMediaTypeException _) {
            // asks for nothing that there is
            return Optional.empty();
        }
    }
}
