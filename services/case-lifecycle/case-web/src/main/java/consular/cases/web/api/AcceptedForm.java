package consular.cases.web.api;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Which of the forms of an answer a header Accept asks for. */
final class AcceptedForm {
    /** As the header weighs them; a type that is named goes before one that is only meant. */
    private static final Comparator<MediaType> PREFERENCE = Comparator.comparingDouble(MediaType::getQualityValue)
            .reversed()
            .thenComparing(MediaType::isWildcardType)
            .thenComparing(MediaType::isWildcardSubtype);

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
            return wanted.stream()
                    .filter(type -> type.getQualityValue() > 0)
                    .sorted(PREFERENCE)
                    .flatMap(type -> forms.stream().filter(form -> type.includes(typeOf.apply(form))))
                    .findFirst();
        } catch (InvalidMediaTypeException _) {
            // asks for nothing that there is
            return Optional.empty();
        }
    }
}
