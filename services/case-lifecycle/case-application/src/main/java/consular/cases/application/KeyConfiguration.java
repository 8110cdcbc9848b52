package consular.cases.application;

import consular.ledger.postgres.secrets.KeyRotation;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wraps everything anew that the key-encryption key wraps. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

    @Bean
    PersonKeys personKeys(KeyRotation rotation, ObjectProvider<SealedValues> others) {
        return () -> {
            List<SealedValues> beside = others.orderedStream().toList();
            var rotated = rotation.rotate();
            var wrapped = beside.stream().map(SealedValues::wrapAnew).toList();
            var left = beside.stream().map(SealedValues::left).toList();
            return new PersonKeys.Rotation(
                    rotated.version(),
                    rotated.keys()
                            + wrapped.stream()
                                    .mapToLong(SealedValues.Rewrapped::values)
                                    .sum(),
                    rotated.damaged()
                            + wrapped.stream()
                                    .mapToLong(SealedValues.Rewrapped::damaged)
                                    .sum(),
                    rotated.left()
                            + left.stream()
                                    .flatMap(versions -> versions.values().stream())
                                    .mapToLong(Long::longValue)
                                    .sum(),
                    Stream.concat(
                                    rotated.needed().stream(),
                                    left.stream().flatMap(versions -> versions.keySet().stream()))
                            .distinct()
                            .sorted()
                            .toList());
        };
    }
}
