package org.eplatform.chat.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromQlTest {

    @Test
    void theNamesOfNumbersAreFoundAndNothingElse() {
        assertThat(PromQl.namesIn("histogram_quantile(0.99, sum by (le, pod) (rate(a_seconds_bucket{job=~\"$job\", x!=\"no{t\"}[$__rate_interval]))) > 0.5"))
                .containsExactly("a_seconds_bucket");
        assertThat(PromQl.namesIn("a_total / on (pod) group_left (node) b_total{c=\"d\"} offset 5m > bool 1e3 and sum(e:rate5m) without (pod)"))
                .containsExactly("a_total", "b_total", "e:rate5m");
        assertThat(PromQl.namesIn("label_values(up{namespace=~\"$namespace\"}, job)")).containsExactly("up");
        assertThat(PromQl.namesIn("absent(up == 1)\n  or vector(0)")).containsExactly("up");
    }
}
