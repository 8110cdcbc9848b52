/** Tests of the structure: who may import whom, and what the law may not ask of the machine. */
@NullMarked
package consular.cases.service.architecture;

import org.jspecify.annotations.NullMarked;
